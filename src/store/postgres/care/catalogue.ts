import { escapeIdentifier, type ClientBase } from "pg";
import { z } from "zod";
import { migrationTables } from "../migrate.ts";

/** A table of Fulcrum's schema, as the catalogue of the server has it. */
export interface CatalogueTable {
  readonly name: string;
  /** In their order; without those that are computed. */
  readonly columns: readonly string[];
  /** What its rows are sorted by: expressions in SQL, the same order on any server. */
  readonly order: readonly string[];
  /** Names of tables that it refers to, itself not among them. */
  readonly refersTo: readonly string[];
  /** Columns that are numbered by a sequence, each with the name of that, as SQL has it. */
  readonly sequences: ReadonlyMap<string, string>;
}

const row = z.object({
  name: z.string(),
  columns: z.array(
    z.object({
      name: z.string(),
      isText: z.boolean(),
      isComputed: z.boolean(),
      sequence: z.string().nullable(),
    }),
  ),
  key: z.array(z.string()).nullable(),
  refersTo: z.array(z.string()),
});

const statement = `
  select relation.relname::text as name,
    (select json_agg(json_build_object(
        'name', attname, 'isText', attcollation <> 0, 'isComputed', attgenerated <> '',
        'sequence', pg_get_serial_sequence(quote_ident(relation.relname), attname)) order by attnum)
      from pg_attribute where attrelid = relation.oid and attnum > 0 and not attisdropped) as columns,
    (select json_agg(attname order by place)
      from pg_index, unnest(indkey) with ordinality as part (number, place)
        join pg_attribute on attnum = number
      where indrelid = relation.oid and indisprimary and attrelid = relation.oid) as key,
    coalesce((select json_agg(distinct other.relname)
      from pg_constraint join pg_class other on other.oid = confrelid
      where conrelid = relation.oid and contype = 'f' and confrelid <> conrelid), '[]') as "refersTo"
  from pg_class relation
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    and relpersistence = 'p' and relname <> all ($1)
  order by relname collate "C"`;

/** The tables of the schema, each after those that it refers to; without those that say which migrations were applied. */
export async function tablesOf(client: ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query(statement, [migrationTables]);
  const found = z.array(row).parse(rows);
  const tables = found.map(({ name, columns, key, refersTo }): CatalogueTable => {
    const kept = columns.filter(({ isComputed }) => !isComputed);
    const isText = new Map(kept.map((column) => [column.name, column.isText]));
    return {
      name,
      columns: [...isText.keys()],
      order:
        key?.map(
          (of) => `${escapeIdentifier(of)}${isText.get(of) === true ? ' collate "C"' : ""}`,
        ) ?? [...isText.keys()].map((of) => `${escapeIdentifier(of)}::text collate "C"`),
      refersTo,
      sequences: new Map(
        kept.flatMap(({ name: of, sequence }) => (sequence === null ? [] : [[of, sequence]])),
      ),
    };
  });
  return referredFirst(tables);
}

/** Names of sequences that number no column. */
export async function sequencesAlone(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query(`
    select relname::text as name from pg_class relation
    where relnamespace = current_schema()::regnamespace and relkind = 'S' and relpersistence = 'p'
      and not exists (select from pg_depend where objid = relation.oid and deptype in ('a', 'i'))
    order by relname collate "C"`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name);
}

/** Of tables that refer to each other in a circle the first by name stands first: none of Fulcrum's do. */
export function referredFirst<Table extends Pick<CatalogueTable, "name" | "refersTo">>(
  tables: readonly Table[],
): Table[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const sorted: Table[] = [];
  while (left.size > 0) {
    const waiting = [...left.values()];
    const next = waiting.find(({ refersTo }) => !refersTo.some((name) => left.has(name)));
    for (const table of next === undefined ? waiting : [next]) {
      sorted.push(table);
      left.delete(table.name);
    }
  }
  return sorted;
}
