import { sql, type Transaction } from "kysely";
import { keysOf } from "#contract/keys.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { valueAt } from "#store/report-head.ts";
import { digestOf } from "../entry-keys.ts";
import { jsonOf, storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";

/** Characters of one statement: what is sent is held twice. */
const longestBatch = 4_000_000;

/** Writes all sections of a report as rows of an assessment. */
export async function writeSections(
  db: Transaction<Tables>,
  id: string,
  report: Report,
): Promise<void> {
  for (const { name, schema } of sections) {
    const content: Record<string, unknown> = {};
    const lists = new Map<string, readonly object[]>();
    for (const key of Object.keys(schema)) {
      const value = valueAt(report, key);
      if (isListOfRecords(value)) lists.set(key, value);
      else content[key] = value;
    }
    await db
      .insertInto("assessment_section")
      .values({
        assessment_id: id,
        name,
        description: jsonOf(report.sections[name]),
        content: jsonOf(content),
        lists: [...lists.keys()],
      })
      .execute();
    for (const [list, records] of lists) await writeItems(db, { id, list, records });
  }
}

/** An empty list is a value like any other. */
function isListOfRecords(value: unknown): value is readonly object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === "object" && one !== null && !Array.isArray(one))
  );
}

interface NewItems {
  readonly id: string;
  readonly list: string;
  readonly records: readonly object[];
}

async function writeItems(db: Transaction<Tables>, { id, list, records }: NewItems): Promise<void> {
  const all = keysOf(records);
  let first = 0;
  while (first < records.length) {
    const keys: string[] = [];
    const digests: string[] = [];
    const items: string[] = [];
    for (let length = 0; length < longestBatch && first + items.length < records.length;) {
      const record = records[first + items.length] ?? {};
      const item = jsonOf(record);
      const key = all[first + items.length] ?? "";
      keys.push(storableText(key));
      digests.push(digestOf(record));
      items.push(item);
      length += item.length;
    }
    await sql`
      insert into assessment_item (assessment_id, list, position, entry, key, item)
      select ${id}::bigint, ${list}, ${first}::integer + place - 1, entry, key, item::jsonb
      from unnest(${keys}::text[], ${digests}::text[], ${items}::text[])
        with ordinality as given (entry, key, item, place)`.execute(db);
    first += items.length;
  }
}
