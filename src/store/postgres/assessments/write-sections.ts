import { sql, type Transaction } from "kysely";
import { digest } from "#kernel/ids.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { valueAt } from "#store/report-head.ts";
import { jsonOf } from "../json-text.ts";
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
  let first = 0;
  while (first < records.length) {
    const keys: (string | null)[] = [];
    const items: string[] = [];
    for (let length = 0; length < longestBatch && first + items.length < records.length;) {
      const record = records[first + items.length] ?? {};
      const item = jsonOf(record);
      keys.push(keyOf(record));
      items.push(item);
      length += item.length;
    }
    await sql`
      insert into assessment_item (assessment_id, list, position, key, item)
      select ${id}::bigint, ${list}, ${first}::integer + place - 1, key, item::jsonb
      from unnest(${keys}::text[], ${items}::text[]) with ordinality as given (key, item, place)`.execute(
      db,
    );
    first += items.length;
  }
}

function keyOf(record: object): string | null {
  const id: unknown = Object.getOwnPropertyDescriptor(record, "id")?.value;
  return typeof id === "string" ? digest(id) : null;
}
