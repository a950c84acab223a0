import { keysOf } from "#contract/keys.ts";
import type { UnknownGroup } from "#contract/primitives.ts";
import { escapedStep, plainStep } from "#kernel/reference.ts";
import type { UnknownEntry } from "./unknown-entries.ts";

/** One sentence for all that it is true of: pointers into `shown` become keys and fields, equal reasons one group. */
export function groupUnknowns(
  entries: readonly UnknownEntry[],
  shown: Readonly<Record<string, unknown>>,
): UnknownGroup[] {
  const places = new KeyedPlaces(shown);
  const reasons = new Map<string, { entry: UnknownEntry; section: string; byKey: FieldsByKey }>();
  for (const entry of entries) {
    const { section, key, field } = places.at(entry.pointer);
    const id = JSON.stringify([section, entry.code, entry.reason, entry.needs]);
    const known = reasons.get(id) ?? { entry, section, byKey: new Map() };
    reasons.set(id, known);
    const fields = known.byKey.get(key);
    if (fields === undefined) known.byKey.set(key, new Set([field]));
    else fields.add(field);
  }
  return [...reasons.values()].flatMap(({ entry: { code, reason, needs }, section, byKey }) =>
    sameFields(byKey).map((group) => ({ section, ...group, code, reason, needs })),
  );
}

type FieldsByKey = Map<string | null, Set<string>>;

/** Keys of which the same fields are unknown stand together: each key with each field, and nothing else. */
function sameFields(byKey: FieldsByKey): { keys: string[]; fields: string[] }[] {
  const groups = new Map<string, { keys: string[]; fields: string[] }>();
  for (const [key, set] of byKey) {
    const fields = [...set].filter((one) => one !== "");
    const id = JSON.stringify([key === null, fields]);
    const group = groups.get(id) ?? { keys: [], fields };
    groups.set(id, group);
    if (key !== null) group.keys.push(key);
  }
  return [...groups.values()];
}

interface Place {
  readonly section: string;
  /** Null: the section is no list, or the whole list is meant. */
  readonly key: string | null;
  /** Empty: the whole entry. */
  readonly field: string;
}

/** Translates places in lists into keys. */
class KeyedPlaces {
  private readonly keys = new Map<readonly unknown[], readonly string[]>();
  private readonly shown: Readonly<Record<string, unknown>>;

  constructor(shown: Readonly<Record<string, unknown>>) {
    this.shown = shown;
  }

  at(pointer: string): Place {
    const [section = "", ...rest] = pointer.split("/").slice(1).map(plainStep);
    let value = this.shown[section];
    const steps = rest.map((step) => {
      const [named, next] = this.stepFrom(value, step);
      value = next;
      return named;
    });
    const isList = Array.isArray(this.shown[section]);
    return {
      section,
      key: isList ? (steps[0] ?? null) : null,
      field: steps
        .slice(isList ? 1 : 0)
        .map(escapedStep)
        .join("/"),
    };
  }

  private stepFrom(value: unknown, step: string): readonly [string, unknown] {
    if (Array.isArray(value))
      return [this.keysOf(value)[Number(step)] ?? step, value[Number(step)]];
    if (typeof value !== "object" || value === null) return [step, undefined];
    return [step, Reflect.get(value, step)];
  }

  private keysOf(list: readonly unknown[]): readonly string[] {
    let keys = this.keys.get(list);
    if (keys === undefined) this.keys.set(list, (keys = keysOf(list)));
    return keys;
  }
}
