import {
  sql,
  type AccessMode,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  type Transaction,
} from "kysely";
import { z } from "zod";
import { section as sectionSchema } from "#contract/primitives.ts";
import { digest } from "#kernel/ids.ts";
import type {
  AssessmentStore,
  CurrentAssessment,
  ListKey,
  NewAssessment,
  ReusableAssessment,
  StoredSection,
} from "#ports/assessment-store.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { ReportHead } from "#sections/report-index.ts";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { assessmentOrigin, placeName } from "#store/assessment-origin.ts";
import { headOf } from "#store/report-head.ts";
import { databaseFailure } from "../database-failure.ts";
import { jsonOf, originalText, storableText, valueOf } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { keptCountOf, removeEarlier } from "./kept-count.ts";
import { otherVersion, point, readHead, readSection, textOf } from "./read-rows.ts";
import { writeSections } from "./write-sections.ts";

/** What is done in the transaction in which an assessment was saved, or is used again. */
type OnKept = (db: Transaction<Tables>, id: string) => Promise<void>;

/**
 * Assessments as rows: one for each section, and one for each record of a list, so that a question reads only what it needs.
 * What was assessed before stays, as often as is kept. An id is a number.
 */
export class AssessmentTables implements AssessmentStore {
  private readonly db: Kysely<Tables>;
  /** Which database, in words for a person. */
  private readonly where: string;
  private readonly onKept: OnKept;

  constructor(db: Kysely<Tables>, where: string, onKept: OnKept = () => Promise.resolve()) {
    this.db = db;
    this.where = where;
    this.onKept = onKept;
  }

  placeOf(folders: readonly string[]): string {
    return placeName(folders);
  }

  latestPlace(): Promise<string | null> {
    return this.asking(async () => {
      const found = await this.db
        .selectFrom("setting")
        .select("value")
        .where("name", "=", "latest-place")
        .executeTakeFirst();
      return found === undefined ? null : originalText(found.value);
    });
  }

  makeLatest(place: string): Promise<void> {
    return this.asking(async () => {
      const value = storableText(place);
      await this.db
        .insertInto("setting")
        .values({ name: "latest-place", value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    });
  }

  current(place: string): Promise<CurrentAssessment | null> {
    return this.asking(async () => {
      const found = await this.db
        .selectFrom("current_assessment")
        .select(["assessment_id as id", textOf("origin").as("origin")])
        .where(isPlace(place))
        .executeTakeFirst();
      if (found === undefined) return null;
      return { id: found.id, origin: assessmentOrigin.parse(valueOf(found.origin)) };
    });
  }

  reusable(place: string, organisation: string): Promise<ReusableAssessment | null> {
    return this.asking(async () => {
      const found = await this.db
        .selectFrom("assessment")
        .select(["id", "reuse_key as key"])
        .where(isPlace(place))
        .where("organisation", "=", storableText(organisation))
        .where("reuse_key", "is not", null)
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      if (found === undefined || found.key === null) return null;
      return { id: found.id, key: originalText(found.key) };
    });
  }

  report(id: string): Promise<Report> {
    return this.reading(async (db) => {
      const { evidenceOmittedCount, ...first } = await readHead(db, id);
      const described: Record<string, unknown> = {};
      const contents: object[] = [];
      for (const { name, schema } of sections) {
        const { description, content } = await readSection(db, {
          id,
          name,
          keys: Object.keys(schema),
        });
        described[name] = description;
        contents.push(content);
      }
      const parts = [first, { sections: described }, ...contents, { evidenceOmittedCount }];
      const parsed = reportSchema.safeParse(Object.assign({}, ...parts));
      if (!parsed.success) throw otherVersion(id, null, parsed.error);
      return parsed.data;
    });
  }

  save({ place, report, origin, reuseKey }: NewAssessment): Promise<string> {
    return this.asking(() =>
      this.db.transaction().execute(async (db) => {
        const { id } = await db
          .insertInto("assessment")
          .values({
            place: storableText(place),
            organisation: storableText(report.organisation.name),
            reuse_key: reuseKey === null ? null : storableText(reuseKey),
            head: jsonOf(headOf(report)),
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        await writeSections(db, id, report);
        await point(db, place, { id, origin });
        await removeEarlier(db, await keptCountOf(db), isPlace(place));
        await this.onKept(db, id);
        return id;
      }),
    );
  }

  reuse(place: string, again: CurrentAssessment): Promise<void> {
    return this.reading(async (db) => {
      await readHead(db, again.id);
      await point(db, place, again);
      await this.onKept(db, again.id);
    }, "read write");
  }

  forget(place: string): Promise<void> {
    return this.asking(async () => {
      await this.db.deleteFrom("assessment").where(isPlace(place)).execute();
    });
  }

  head(id: string): Promise<ReportHead> {
    return this.asking(() => readHead(this.db, id));
  }

  section<Name extends SectionName>(id: string, name: Name): Promise<StoredSection<Name>> {
    return this.reading(async (db) => {
      const schema = sections.find((one) => one.name === name)?.schema ?? {};
      const found = await readSection(db, {
        id,
        name,
        keys: Object.keys(schema),
      });
      const parsed = z
        .object({ description: sectionSchema, content: z.object(schema) })
        .safeParse(found);
      if (!parsed.success) throw otherVersion(id, name, parsed.error);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the section's own schema has just checked it
      return parsed.data as unknown as StoredSection<Name>;
    });
  }

  items<Key extends ListKey>(
    id: string,
    key: Key,
    field: string & keyof Report[Key][number],
    values: ReadonlySet<string>,
  ): Promise<Report[Key]> {
    return this.asking(async () => {
      const owner = sections.find(({ schema }) => Object.hasOwn(schema, key));
      if (owner === undefined) throw new Error(`No section holds ${key}.`);
      await readHead(this.db, id);
      const wanted = [...values];
      let query = this.db
        .selectFrom("assessment_item")
        .select(textOf("item").as("item"))
        .where("assessment_id", "=", id)
        .where("list", "=", key)
        .where(sql<SqlBool>`item ->> ${field} = any(${wanted.map(storableText)}::text[])`)
        .orderBy("position");
      // As lists: of values one by one a statement takes 65,535.
      if (field === "id")
        query = query.where(sql<SqlBool>`key = any(${wanted.map((one) => digest(one))}::text[])`);
      const rows = wanted.length === 0 ? [] : await query.execute();
      const { [key]: list } = owner.schema as Readonly<Record<string, z.ZodType>>;
      const parsed = list?.safeParse(rows.map(({ item }) => valueOf(item)));
      if (parsed?.success !== true) throw otherVersion(id, owner.name, parsed?.error);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the list's own schema has just checked it
      return parsed.data as Report[Key];
    });
  }

  /** Several reads that see one moment. */
  private reading<Result>(
    work: (db: Transaction<Tables>) => Promise<Result>,
    access: AccessMode = "read only",
  ): Promise<Result> {
    return this.asking(() =>
      this.db
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode(access)
        .execute(work),
    );
  }

  private async asking<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }
}

/** By the digest that the index holds, and in full. */
function isPlace(place: string): RawBuilder<SqlBool> {
  const stored = storableText(place);
  return sql<SqlBool>`md5(place) = md5(${stored}) and place = ${stored}`;
}
