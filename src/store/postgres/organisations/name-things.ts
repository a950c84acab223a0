import { sql, type QueryExecutorProvider } from "kysely";
import { originalText, storableText, valueOf } from "../json-text.ts";
import { foldedName, gramsOf } from "./name-grams.ts";

/** Lists whose things have names, and where those stand. */
const namedLists: Readonly<Record<string, string>> = {
  capabilities: "name",
  components: "name",
  teams: "name",
  repositories: "name",
  jobs: "title",
};

const batch = 5_000;

/**
 * Writes down the names of an assessment for the search, in place of those of other assessments of its place. Whatever its
 * version: only names are looked at.
 */
export async function nameThings(db: QueryExecutorProvider, id: string): Promise<void> {
  await sql`
    delete from assessment_name where assessment_id in (
      select other.id from assessment other join assessment own on md5(own.place) = md5(other.place)
      where own.id = ${id}::bigint)`.execute(db);
  for (const [list, field] of Object.entries(namedLists)) {
    for (let from = 0; ; from += batch) {
      const { rows } = await sql<{ entry: string; name: string | null }>`
        select entry, (item -> ${field})::text as name from assessment_item
        where assessment_id = ${id}::bigint and list = ${list}
          and position >= ${from}::integer and position < ${from + batch}::integer
        order by position`.execute(db);
      if (rows.length === 0) break;
      await insertNames(db, id, list, rows);
    }
  }
}

async function insertNames(
  db: QueryExecutorProvider,
  id: string,
  list: string,
  rows: readonly { readonly entry: string; readonly name: string | null }[],
): Promise<void> {
  const names = rows.flatMap(({ entry, name }) => {
    const text = name === null ? null : valueOf(name);
    if (typeof text !== "string" || text === "") return [];
    const folded = foldedName(text);
    return [
      { entry, name: storableText(text), folded: storableText(folded), grams: gramsOf(folded) },
    ];
  });
  if (names.length === 0) return;
  // An array of arrays has to be a rectangle: grams hold no line ends, so that one text carries them all.
  await sql`
    insert into assessment_name (assessment_id, list, entry, name, folded, grams)
    select ${id}::bigint, ${list}, entry, name, folded, string_to_array(grams, E'\n')
    from unnest(
      ${names.map(({ entry }) => entry)}::text[], ${names.map(({ name }) => name)}::text[],
      ${names.map(({ folded }) => folded)}::text[], ${names.map(({ grams }) => grams.join("\n"))}::text[]
    ) as given (entry, name, folded, grams)`.execute(db);
}

export interface FoundName {
  readonly list: string;
  readonly entry: string;
  readonly name: string;
}

/** Things that share half of the letters of the text, three at a time, or hold it; the likest first. */
export async function findNames(
  db: QueryExecutorProvider,
  id: string,
  text: string,
  limit: number,
): Promise<readonly FoundName[]> {
  const folded = storableText(foldedName(text).trim());
  const grams = gramsOf(folded);
  if (grams.length === 0) return [];
  const { rows } = await sql<FoundName>`
    select list, entry, name from (
      select list, entry, name, folded, cardinality(grams) as own,
        (select count(*) from unnest(grams) gram where gram = any(${grams}::text[])) as shared,
        position(${folded} in folded) as place
      from assessment_name where assessment_id = ${id}::bigint and grams && ${grams}::text[]
    ) found
    where place > 0 or shared * 2 >= ${grams.length}::integer
    order by folded = ${folded} desc, place = 1 desc, place > 0 desc, shared desc, own,
      name collate "C", list collate "C", entry collate "C"
    limit ${limit}::integer`.execute(db);
  return rows.map(({ list, entry, name }) => ({
    list,
    entry: originalText(entry),
    name: originalText(name),
  }));
}
