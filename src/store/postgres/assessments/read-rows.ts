import { sql, type Kysely, type RawBuilder, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentOrigin } from "#ports/assessment-store.ts";
import type { SectionName } from "#sections/index.ts";
import type { ReportHead } from "#sections/report-index.ts";
import { reportHead } from "#sections/report.ts";
import { jsonOf, storableText, valueOf } from "../json-text.ts";
import { nameThings } from "../organisations/name-things.ts";
import type { Tables } from "../tables.ts";

export const assessFirst = "Assess your repositories first: fulcrum assess ../repos";

/** A column of JSON as text. */
export function textOf(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(column)}::text`;
}

/** Throws `no-assessment`. */
export async function readHead(db: Kysely<Tables>, id: string): Promise<ReportHead> {
  const found = isNumber(id)
    ? await db
        .selectFrom("assessment")
        .select(textOf("head").as("head"))
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (found === undefined)
    throw new FulcrumError("no-assessment", `There is no assessment ${id}.`, assessFirst);
  const parsed = reportHead.safeParse(valueOf(found.head));
  if (!parsed.success) throw otherVersion(id, null, parsed.error);
  return parsed.data;
}

/** An id as the tables give them. */
export function isNumber(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}

interface WantedSection {
  readonly id: string;
  readonly name: SectionName;
  /** In the order of its schema. */
  readonly keys: readonly string[];
}

/** As it was written; schemas have not seen it. Throws `no-assessment`. */
export async function readSection(
  db: Transaction<Tables>,
  { id, name, keys }: WantedSection,
): Promise<{ readonly description: unknown; readonly content: Readonly<Record<string, unknown>> }> {
  await readHead(db, id);
  const row = await db
    .selectFrom("assessment_section")
    .select([textOf("description").as("description"), textOf("content").as("content"), "lists"])
    .where("assessment_id", "=", id)
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined) throw otherVersion(id, name, undefined);
  const items = new Map<string, unknown[]>(row.lists.map((list) => [list, []]));
  if (row.lists.length > 0) {
    const found = await db
      .selectFrom("assessment_item")
      .select(["list", textOf("item").as("item")])
      .where("assessment_id", "=", id)
      .where("list", "in", row.lists)
      .orderBy("position")
      .execute();
    for (const { list, item } of found) items.get(list)?.push(valueOf(item));
  }
  const rest = new Map(Object.entries(Object(valueOf(row.content))));
  const content = keys.map((key): [string, unknown] => [key, items.get(key) ?? rest.get(key)]);
  return { description: valueOf(row.description), content: Object.fromEntries(content) };
}

export interface Pointing {
  readonly id: string;
  readonly origin: AssessmentOrigin;
}

/** That assessment answers for the place from now on, and its things are found by name. */
export async function point(
  db: Transaction<Tables>,
  place: string,
  { id, origin }: Pointing,
): Promise<void> {
  const now = { assessment_id: id, origin: jsonOf(origin) };
  await db
    .insertInto("current_assessment")
    .values({ place: storableText(place), ...now })
    .onConflict((conflict) => conflict.expression(sql`md5(place)`).doUpdateSet(now))
    .execute();
  await nameThings(db, id);
}

export function otherVersion(id: string, name: string | null, cause: unknown): FulcrumError {
  return new FulcrumError(
    "no-assessment",
    `${name === null ? `Assessment ${id}` : `The section ${name} of assessment ${id}`} is not of this version of fulcrum.`,
    `${assessFirst}, which makes it again with this version.`,
    { cause },
  );
}
