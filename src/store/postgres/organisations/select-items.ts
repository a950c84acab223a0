import { sql, type QueryExecutorProvider, type RawBuilder } from "kysely";
import type {
  FacetCount,
  ItemsPage,
  ItemsWish,
  KeyedItem,
  WantedValue,
} from "#ports/organisation-store.ts";
import { jsonOf, originalText, valueOf } from "../json-text.ts";

/** A page of the records of a list that have the wanted values. Rows of an assessment never change: who goes on finds the same. */
export async function selectItems(
  db: QueryExecutorProvider,
  id: string,
  { list, wanted, order, skip, limit, facets }: ItemsWish,
): Promise<ItemsPage> {
  const from = sql`from assessment_item where assessment_id = ${id}::bigint and list = ${list}`;
  const { rows: counts } = await sql<{ total: number }>`
    select count(*)::integer as total ${from} ${having(wanted)}`.execute(db);
  const { rows } = await sql<{ entry: string; item: string }>`
    select entry, item::text as item ${from} ${having(wanted)}
    order by ${inOrder(order)} position limit ${limit}::integer offset ${skip}::integer`.execute(
    db,
  );
  const counted: [string, readonly FacetCount[]][] = [];
  for (const { field, isList } of facets) {
    const others = wanted.filter((one) => one.field !== field);
    const own = isList
      ? sql`jsonb_array_elements_text(nullif(item -> ${field}, 'null'))`
      : sql`(select item ->> ${field})`;
    const { rows: values } = await sql<FacetCount>`
      select value, count(*)::integer as count from (
        select own.value from assessment_item left join lateral ${own} as own (value) on true
        where assessment_id = ${id}::bigint and list = ${list} ${having(others)}
      ) each_value
      group by value order by count(*) desc, value collate "C"`.execute(db);
    counted.push([
      field,
      values.map(({ value, count }) => ({ value: originalOrNull(value), count })),
    ]);
  }
  return {
    items: rows.map(keyed),
    total: counts[0]?.total ?? 0,
    facets: Object.fromEntries(counted),
  };
}

export function keyed({
  entry,
  item,
}: {
  readonly entry: string;
  readonly item: string;
}): KeyedItem {
  return { key: originalText(entry), item: valueOf(item) };
}

function originalOrNull(text: string | null): string | null {
  return text === null ? null : originalText(text);
}

/** Each field on its own, any of its values. */
function having(wanted: readonly WantedValue[]): RawBuilder<unknown> {
  const conditions = wanted.map(({ field, isList, values }) => {
    const ways = values.map((value) =>
      value === null
        ? sql`coalesce(item -> ${field}, 'null') = 'null'`
        : sql`item @> ${jsonOf({ [field]: isList ? [value] : value })}::jsonb`,
    );
    return sql`and (${sql.join(ways, sql` or `)})`;
  });
  return sql.join(conditions, sql` `);
}

function inOrder(order: ItemsWish["order"]): RawBuilder<unknown> {
  if (order === null) return sql``;
  const { field, as, isDescending } = order;
  const value =
    as === "number" ? sql`(item ->> ${field})::numeric` : sql`(item ->> ${field}) collate "C"`;
  return sql`${value} ${isDescending ? sql`desc` : sql`asc`} nulls last,`;
}
