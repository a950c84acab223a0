import { entityRef, type Entity } from "./entity.ts";
import { valuesAt } from "./entity-values.ts";

/** What stands at one path of all entities of a catalogue. */
interface PathIndex {
  /** Places by value, in lower case, each list ascending. */
  readonly byValue: ReadonlyMap<string, readonly number[]>;
  /** Where anything is, ascending. */
  readonly present: readonly number[];
  /** How values are written, and how often. */
  readonly facets: readonly { readonly value: string; readonly count: number }[];
  /** By place: the least value in lower case; null: none. */
  readonly least: readonly (string | null)[];
}

/** More paths than one screen asks about; the longest unused one is made anew. */
const mostPaths = 64;

/** Entities in the order of their references, and what was asked of them before. */
export class EntityIndex {
  readonly entities: readonly Entity[];
  /** By reference and by uid. */
  private readonly places = new Map<string, number>();
  private readonly refs: string[] = [];
  private readonly paths = new Map<string, PathIndex>();

  constructor(entities: readonly Entity[]) {
    this.entities = entities;
    for (const [place, { kind, metadata }] of entities.entries()) {
      const ref = entityRef(kind, metadata.namespace, metadata.name);
      this.refs.push(ref);
      this.places.set(ref, place);
      this.places.set(metadata.uid, place);
    }
  }

  /** By its reference, in whatever case, or its uid. */
  find(refOrUid: string): Entity | null {
    const place = this.places.get(refOrUid.toLowerCase());
    return place === undefined ? null : (this.entities[place] ?? null);
  }

  refAt(place: number): string {
    return this.refs[place] ?? "";
  }

  at(path: string): PathIndex {
    const key = path.toLowerCase();
    const known = this.paths.get(key) ?? this.indexed(key);
    this.paths.delete(key);
    this.paths.set(key, known);
    const [oldest] = this.paths.keys();
    if (this.paths.size > mostPaths && oldest !== undefined) this.paths.delete(oldest);
    return known;
  }

  private indexed(path: string): PathIndex {
    const byValue = new Map<string, number[]>();
    const counts = new Map<string, number>();
    const present: number[] = [];
    const least: (string | null)[] = [];
    for (const [place, entity] of this.entities.entries()) {
      const values = valuesAt(entity, path);
      let first: string | null = null;
      if (values.length > 0) present.push(place);
      for (const value of values) {
        if (value === null) continue;
        const folded = value.toLowerCase();
        const list = byValue.get(folded);
        if (list === undefined) byValue.set(folded, [place]);
        else if (list.at(-1) !== place) list.push(place);
        counts.set(value, (counts.get(value) ?? 0) + 1);
        if (first === null || folded < first) first = folded;
      }
      least.push(first);
    }
    const facets = [...counts]
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
    return { byValue, present, facets, least };
  }
}
