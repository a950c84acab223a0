import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { section as sectionSchema, type Section } from "#contract/primitives.ts";
import type { ListKey } from "#ports/assessment-store.ts";
import type {
  BeforeWish,
  ItemsPage,
  ItemsWish,
  ItemThen,
  KeptAssessment,
  KeyedItem,
  KnownOrganisation,
  NamedThing,
  OrganisationStore,
} from "#ports/organisation-store.ts";
import { sections } from "#sections/index.ts";
import { isNumber } from "../assessments/read-rows.ts";
import { databaseFailure } from "../database-failure.ts";
import { digestsFor } from "../entry-keys.ts";
import { originalText, storableText, valueOf } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { findNames } from "./name-things.ts";
import { keyed, selectItems } from "./select-items.ts";

/** Assessments of organisations are saved at places of this kind, so that they are told from those of folders. */
const prefix = "organisation:";

const when = z.object({ generatedAt: z.string(), asOf: z.string() });

interface AssessmentRow {
  readonly id: string;
  readonly place: string;
  readonly organisation: string;
  readonly head: string;
  readonly saved_at: Date;
  readonly current: boolean;
}

interface RowsWish extends Partial<BeforeWish> {
  /** The id of the one that is wanted. */
  readonly only?: string | null;
  readonly limit: number;
}

/** What the tables of assessments say of whole organisations. */
export class OrganisationTables implements OrganisationStore {
  private readonly db: Kysely<Tables>;
  /** Which database, in words for a person. */
  private readonly where: string;

  constructor(db: Kysely<Tables>, where: string) {
    this.db = db;
    this.where = where;
  }

  placeOf(slug: string): string {
    return `${prefix}${slug}`;
  }

  all(): Promise<readonly KnownOrganisation[]> {
    return this.asking(async () => (await this.currentRows(null)).map(organisationOf));
  }

  find(slug: string): Promise<KnownOrganisation | null> {
    return this.asking(async () => {
      const [row] = await this.currentRows(this.storedPlace(slug));
      return row === undefined ? null : organisationOf(row);
    });
  }

  assessment(slug: string, id: string): Promise<KeptAssessment | null> {
    return this.asking(async () => {
      if (!isNumber(id)) return null;
      const [row] = await this.rows(slug, { only: id, limit: 1 });
      return row === undefined ? null : keptAssessment(row);
    });
  }

  assessments(slug: string, { before, limit }: BeforeWish): Promise<readonly KeptAssessment[]> {
    return this.asking(async () => {
      const rows = await this.rows(slug, { before, limit });
      return rows.map(keptAssessment);
    });
  }

  descriptions(assessment: string): Promise<Readonly<Record<string, Section>>> {
    return this.asking(async () => {
      const { rows } = await sql<{ name: string; description: string }>`
        select name, description::text as description from assessment_section
        where assessment_id = ${assessment}::bigint`.execute(this.db);
      return Object.fromEntries(
        rows.map(({ name, description }) => [name, sectionSchema.parse(valueOf(description))]),
      );
    });
  }

  listSizes(assessment: string): Promise<Readonly<Record<string, number>>> {
    return this.asking(async () => {
      const { rows } = await sql<{ list: string; count: number }>`
        select list, count(*)::integer as count from assessment_item
        where assessment_id = ${assessment}::bigint group by list order by list`.execute(this.db);
      return Object.fromEntries(rows.map(({ list, count }) => [list, count]));
    });
  }

  items(assessment: string, wish: ItemsWish): Promise<ItemsPage> {
    return this.asking(() => selectItems(this.db, assessment, wish));
  }

  item(assessment: string, list: ListKey, key: string): Promise<KeyedItem | null> {
    return this.asking(async () => {
      const { rows } = await sql<{ entry: string; item: string }>`
        select entry, item::text as item from assessment_item
        where assessment_id = ${assessment}::bigint and list = ${list} and key = any(${digestsFor(key)}::text[])
          and entry = ${storableText(key)}`.execute(this.db);
      return rows[0] === undefined ? null : keyed(rows[0]);
    });
  }

  itemOverTime(
    slug: string,
    { list, key }: { readonly list: ListKey; readonly key: string },
    { before, limit }: BeforeWish,
  ): Promise<readonly ItemThen[]> {
    return this.asking(async () => {
      const then = await this.rows(slug, { before, limit });
      const ids = then.map(({ id }) => id);
      const { rows } = await sql<{ id: string; item: string }>`
        select assessment_id::text as id, item::text as item from assessment_item
        where assessment_id = any(${ids}::bigint[]) and list = ${list} and key = any(${digestsFor(key)}::text[])
          and entry = ${storableText(key)}`.execute(this.db);
      const items = new Map(rows.map(({ id, item }) => [id, valueOf(item)]));
      return then.map((row) => ({
        assessment: keptAssessment(row),
        item: items.get(row.id) ?? null,
      }));
    });
  }

  named(assessment: string, text: string, limit: number): Promise<readonly NamedThing[]> {
    return this.asking(async () => {
      const found = await findNames(this.db, assessment, text, limit);
      return found.flatMap(({ list, entry, name }) =>
        isListKey(list) ? [{ list, key: entry, name }] : [],
      );
    });
  }

  private storedPlace(slug: string): string {
    return storableText(this.placeOf(slug));
  }

  /** One place, or those of all organisations. */
  private async currentRows(place: string | null): Promise<readonly AssessmentRow[]> {
    const which =
      place === null
        ? sql`starts_with(current_assessment.place, ${prefix})`
        : sql`md5(current_assessment.place) = md5(${place}) and current_assessment.place = ${place}`;
    const { rows } = await sql<AssessmentRow>`
      select assessment.id::text as id, current_assessment.place, organisation, head::text as head,
        made_at as saved_at, true as current
      from current_assessment join assessment on assessment.id = assessment_id
      where ${which} order by current_assessment.place collate "C"`.execute(this.db);
    return rows;
  }

  /** Of one place, the newest first. */
  private async rows(
    slug: string,
    { before = null, only = null, limit }: RowsWish,
  ): Promise<readonly AssessmentRow[]> {
    const place = this.storedPlace(slug);
    const { rows } = await sql<AssessmentRow>`
      select id::text as id, place, organisation, head::text as head, made_at as saved_at,
        exists (select from current_assessment where assessment_id = assessment.id) as current
      from assessment
      where md5(place) = md5(${place}) and place = ${place}
        ${before === null ? sql`` : sql`and id < ${before}::bigint`}
        ${only === null ? sql`` : sql`and id = ${only}::bigint`}
      order by assessment.id desc limit ${limit}::integer`.execute(this.db);
    return rows;
  }

  private async asking<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }
}

function organisationOf(row: AssessmentRow): KnownOrganisation {
  const slug = originalText(row.place).slice(prefix.length);
  return { slug, name: originalText(row.organisation), current: keptAssessment(row) };
}

function keptAssessment({ id, head, saved_at: savedAt, current }: AssessmentRow): KeptAssessment {
  const { generatedAt, asOf } = when.parse(valueOf(head));
  return { id, generatedAt, asOf, savedAt: savedAt.toISOString(), isCurrent: current };
}

function isListKey(list: string): list is ListKey {
  return sections.some(({ schema }) => Object.hasOwn(schema, list));
}
