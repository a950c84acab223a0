import type { EntityRelation } from "./entity.ts";

/** Each kind of relation as it reads from the other end: the names of Backstage. */
const backwards = {
  ownedBy: "ownerOf",
  dependsOn: "dependencyOf",
  providesApi: "apiProvidedBy",
  consumesApi: "apiConsumedBy",
  partOf: "hasPart",
} as const;

/** Relations of all entities, each kept at both ends, once. */
export class Relations {
  private readonly byRef = new Map<string, Map<string, EntityRelation>>();

  add(from: string, type: keyof typeof backwards, to: string): void {
    this.keep(from, type, to);
    this.keep(to, backwards[type], from);
  }

  /** Ordered by type, then by what they lead to. */
  of(ref: string): readonly EntityRelation[] {
    const own = [...(this.byRef.get(ref) ?? [])];
    return own.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, relation]) => relation);
  }

  private keep(from: string, type: string, to: string): void {
    let own = this.byRef.get(from);
    if (own === undefined) this.byRef.set(from, (own = new Map()));
    const key = `${type} ${to}`;
    if (!own.has(key)) own.set(key, { type, targetRef: to });
  }
}
