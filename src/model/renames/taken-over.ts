import type { BuiltComponent } from "../components.ts";
import { isMovedAway, mentionsIn } from "../consumptions.ts";
import { describeElsewhere } from "../elsewhere.ts";
import { capabilityId } from "../identifiers.ts";
import type { ModelConfiguration } from "../configuration.ts";
import type { Capability } from "../organisation.ts";
import { packageName } from "../components.ts";

/** What became of packages that the last repository here gave up while consumers went on asking for them; ids of what was given up. */
export interface TakenOver {
  /** Somebody else publishes it now, for users who came after: what was given up, and what those use. */
  readonly apart: ReadonlyMap<string, Capability>;
  /** Somebody who used it goes on with the same name: it moved to a repository that was not read, and is one thing all along. */
  readonly moved: ReadonlyMap<string, Capability>;
}

/** Packages that consumers took up, or changed the version of, long after the last repository here gave them up. */
export function takenOver(
  built: readonly BuiltComponent[],
  {
    capabilities,
    byPurl,
  }: {
    readonly capabilities: readonly Capability[];
    readonly byPurl: ReadonlyMap<string, string>;
  },
  goneAt: (capability: Capability) => number | null,
  { configuration, asOf }: { readonly configuration: ModelConfiguration; readonly asOf: number },
): TakenOver {
  const gone = new Map(
    capabilities.flatMap((one) => {
      const at = goneAt(one);
      return at === null ? [] : [[one.id, { capability: one, at }] as const];
    }),
  );
  const purls = new Map<string, Set<string>>();
  const goesOn = new Set<string>();
  for (const one of gone.size === 0 ? [] : built) {
    const usedBefore = new Set<string>();
    const usedAfter = new Set<string>();
    for (const { purl, dependency, spans } of mentionsIn(one, asOf)) {
      const id = byPurl.get(purl);
      const at = id === undefined ? undefined : gone.get(id)?.at;
      if (id === undefined || at === undefined || dependency.localPath !== null) continue;
      if (dependency.scope === "reverse-test") continue;
      if (spans.some((span) => !isMovedAway(span, at))) usedBefore.add(id);
      if (!spans.some((span) => isMovedAway(span, at))) continue;
      usedAfter.add(id);
      purls.set(id, (purls.get(id) ?? new Set<string>()).add(purl));
    }
    for (const id of usedAfter) if (usedBefore.has(id)) goesOn.add(id);
  }
  const apart = new Map<string, Capability>();
  const moved = new Map<string, Capability>();
  for (const [id, set] of purls) {
    const packages = [...set].sort();
    const name = packageName(packages[0] ?? "");
    const newId = capabilityId(null, packages[0] ?? name);
    const elsewhere = describeElsewhere(newId, name, packages, configuration);
    const before = gone.get(id);
    if (before === undefined || !goesOn.has(id)) apart.set(id, elsewhere);
    else moved.set(id, movedFrom(before.capability, elsewhere));
  }
  return { apart, moved };
}

/** Known as it was known here, but for what whoever publishes it now decides: its releases, owners and names of exports. */
function movedFrom(before: Capability, elsewhere: Capability): Capability {
  const { kind, description, serves, formerNames } = before;
  return {
    ...elsewhere,
    kind,
    description,
    serves,
    packages: [...new Set([...before.packages, ...elsewhere.packages])],
    formerNames: formerNames.filter((name) => name !== elsewhere.name),
    evidence: before.evidence.map((ref) => ({
      ...ref,
      text: `${ref.text}; since moved, under the same name, to a repository that was not read`.slice(
        0,
        500,
      ),
    })),
  };
}

/** The list with what moved in the place of what was given up, and the ids by which it is found. */
export function withMoved<Key>(
  moved: ReadonlyMap<string, Capability>,
  capabilities: readonly Capability[],
  ids: readonly ReadonlyMap<Key, string>[],
): { readonly capabilities: readonly Capability[]; readonly ids: ReadonlyMap<Key, string>[] } {
  const known = new Set(capabilities.map(({ id }) => id));
  const isNew = new Set([...moved.values()].filter(({ id }) => !known.has(id)));
  return {
    capabilities: [...capabilities.filter(({ id }) => !moved.has(id)), ...isNew],
    ids: ids.map((map) => new Map([...map].map(([key, id]) => [key, moved.get(id)?.id ?? id]))),
  };
}
