import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import type { ItemsWish, OrganisationStore, WantedValue } from "#ports/organisation-store.ts";
import type { RecordField, RecordList } from "./answering/record-lists.ts";

export interface ListItemsInput {
  readonly assessment: string;
  readonly list: RecordList;
  /** `field:value`, or `field` alone where it has to be unknown; several of one field: any of them. */
  readonly where: readonly string[];
  /** Fields whose values are counted. */
  readonly facets: readonly string[];
  /** A field, with a minus before it for the largest first; null: the order of the list. */
  readonly order: string | null;
  readonly skip: number;
  readonly limit: number;
}

export interface ListedItems {
  readonly items: readonly { readonly key: string; readonly item: object }[];
  readonly total: number;
  readonly facets: Readonly<
    Record<string, readonly { readonly value: string | null; readonly count: number }[]>
  >;
}

/** A page of the records of a list. Throws `usage` for a field that cannot be asked for, `no-assessment`. */
export async function listItems(
  { organisations }: { readonly organisations: OrganisationStore },
  { assessment, list, where, facets, order, skip, limit }: ListItemsInput,
): Promise<ListedItems> {
  const wish: ItemsWish = {
    list: list.key,
    wanted: wantedValues(list, where),
    order: order === null ? null : itemOrder(list, order),
    facets: [...new Set(facets)].map((name) => facetField(list, name)),
    skip,
    limit,
  };
  const page = await organisations.items(assessment, wish);
  return { ...page, items: page.items.map(({ key, item }) => ({ key, item: record(list, item) })) };
}

/** As its schema orders its fields. Throws `no-assessment` where another version wrote it. */
export function record({ record: schema, key }: RecordList, item: unknown): object {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new FulcrumError(
    "no-assessment",
    `The list ${key} of that assessment is not of this version of fulcrum.`,
    "Assess the repositories again, and put the new report in.",
    { cause: parsed.error },
  );
}

function wantedValues(list: RecordList, where: readonly string[]): readonly WantedValue[] {
  const byField = new Map<string, WantedValue>();
  for (const one of where) {
    const [, name = "", value = null] = /^([^:]*)(?::(.*))?$/s.exec(one) ?? [];
    const field = knownField(list, name, [...list.fields.keys()]);
    const known = byField.get(name)?.values ?? [];
    const values = known.concat(value === null ? null : valueIn(field, value));
    byField.set(name, { field: name, isList: field.isList, values });
  }
  return [...byField.values()];
}

function valueIn({ name, kind, words }: RecordField, text: string): string | number | boolean {
  if (kind === "number") {
    const number = z.coerce.number().safeParse(text);
    if (number.success && text.trim() !== "") return number.data;
    throw usage(`${name} is a number.`, `Write it like this: ${name}:3`);
  }
  if (words !== null && !words.includes(text))
    throw usage(`${name} never has that value.`, `It is one of ${words.join(", ")}.`);
  return kind === "truth" ? text === "true" : text;
}

function facetField(list: RecordList, name: string): ItemsWish["facets"][number] {
  const closed = [...list.fields.values()].filter(({ words }) => words !== null);
  const field = knownField(
    list,
    name,
    closed.map((one) => one.name),
  );
  return { field: name, isList: field.isList };
}

function itemOrder(list: RecordList, order: string): NonNullable<ItemsWish["order"]> {
  const isDescending = order.startsWith("-");
  const name = isDescending ? order.slice(1) : order;
  const sortable = [...list.fields.values()].filter(
    ({ isList, kind }) => !isList && kind !== "truth",
  );
  const { kind } = knownField(
    list,
    name,
    sortable.map((one) => one.name),
  );
  return { field: name, as: kind === "number" ? "number" : "text", isDescending };
}

function knownField(
  { key, fields }: RecordList,
  name: string,
  allowed: readonly string[],
): RecordField {
  const field = allowed.includes(name) ? fields.get(name) : undefined;
  if (field !== undefined) return field;
  throw usage(
    `The list ${key} has no such field to ask for.`,
    allowed.length === 0 ? "It has none." : `It has ${allowed.join(", ")}.`,
  );
}

function usage(what: string, next: string): FulcrumError {
  return new FulcrumError("usage", what, next);
}
