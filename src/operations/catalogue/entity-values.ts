import type { Entity } from "./entity.ts";

/** Longer ones are there, but equal to nothing: as in the search of Backstage. */
const longestValue = 200;

/**
 * What stands at a path of an entity, as Backstage's search has it: keys and dots between them, whatever their case, through
 * lists; an entry of a list is a key as well, of the value `true`; `relations.TYPE` are the references of relations. A value of
 * null is there without being equal to anything. Empty: nothing stands there.
 */
export function valuesAt(entity: Entity, path: string): readonly (string | null)[] {
  const wanted = path.toLowerCase();
  const [, type] = /^relations\.(.+)$/.exec(wanted) ?? [];
  if (type !== undefined)
    return entity.relations
      .filter((relation) => relation.type.toLowerCase() === type)
      .map(({ targetRef }) => targetRef);
  const found = new Set<string | null>();
  descend({ ...entity, relations: undefined }, wanted, found);
  return [...found];
}

function descend(node: unknown, rest: string, found: Set<string | null>): void {
  if (Array.isArray(node)) {
    for (const entry of node) {
      if (typeof entry === "string" && entry.toLowerCase() === rest) found.add("true");
      else descend(entry, rest, found);
    }
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const own = key.toLowerCase();
    if (own === rest) collect(value, found);
    else if (rest.startsWith(`${own}.`)) descend(value, rest.slice(own.length + 1), found);
  }
}

/** Of what has more below it, there is no value by itself. */
function collect(value: unknown, found: Set<string | null>): void {
  if (Array.isArray(value)) for (const entry of value) collect(entry, found);
  else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    const text = String(value);
    found.add(text.length > longestValue ? null : text);
  }
}

/** No more of an entity than these paths and what is below them; case counts. */
export function withFields(entity: Entity, fields: readonly string[]): object {
  const kept = fields.map((field) => picked(entity, field)).filter((one) => one !== undefined);
  return kept.reduce<object>((all, one) => merged(all, one), {});
}

/** The path of the first key that leads on; undefined: nothing is there. */
function picked(node: unknown, rest: string): object | undefined {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (key === rest) return { [key]: value };
    const below = rest.startsWith(`${key}.`)
      ? picked(value, rest.slice(key.length + 1))
      : undefined;
    if (below !== undefined) return { [key]: below };
  }
  return undefined;
}

function merged(one: object, other: object): object {
  const all = new Map<string, unknown>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const known = all.get(key);
    all.set(key, isPlain(known) && isPlain(value) ? merged(known, value) : value);
  }
  return Object.fromEntries(all);
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
