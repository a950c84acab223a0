import type { Capability } from "../organisation.ts";
import { packageName } from "../components.ts";
import type { Renames } from "./renamed-packages.ts";

export interface NamedCapabilities {
  readonly capabilities: readonly Capability[];
  /** purl → capability id */
  readonly byPurl: ReadonlyMap<string, string>;
}

/**
 * Capabilities that consumers know by a new name are one with it: users of the old name are its users. What somebody here
 * still offers under the old name goes on beside the new one: those who changed have moved.
 */
export function mergeRenamed(
  known: NamedCapabilities,
  { renamed, between }: Renames,
  isOffered: (capability: Capability) => boolean,
): NamedCapabilities {
  const byId = new Map(known.capabilities.map((one) => [one.id, one]));
  const byPurl = new Map(known.byPurl);
  for (const [purl, ours] of between) {
    const id = byPurl.get(ours) ?? "";
    const capability = byId.get(id);
    if (capability === undefined || byPurl.has(purl)) continue;
    byPurl.set(purl, id);
    byId.set(
      id,
      joined(capability, {
        packages: [purl],
        formerNames: [],
        name: packageName(purl),
        evidence: [],
      }),
    );
  }
  const now = new Map<string, string>();
  const current = (id: string): string => {
    let found = id;
    for (let next = now.get(found); next !== undefined; next = now.get(found)) found = next;
    return found;
  };
  for (const { from, to } of renamed) {
    const old = byId.get(current(byPurl.get(from) ?? ""));
    const taken = byId.get(current(byPurl.get(to) ?? ""));
    if (old === undefined || taken === undefined || old.id === taken.id) continue;
    if (isOffered(old)) continue;
    byId.delete(old.id);
    now.set(old.id, taken.id);
    byId.set(taken.id, joined(taken, old));
  }
  if (now.size === 0 && between.size === 0) return known;
  return {
    capabilities: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    byPurl: new Map([...byPurl].map(([purl, id]) => [purl, current(id)])),
  };
}

function joined(
  kept: Capability,
  given: Pick<Capability, "name" | "packages" | "formerNames" | "evidence">,
): Capability {
  return {
    ...kept,
    packages: [...new Set([...given.packages, ...kept.packages])],
    formerNames: [
      ...new Set(
        [...given.formerNames, given.name, ...kept.formerNames].filter(
          (name) => name !== kept.name,
        ),
      ),
    ],
    evidence: [...kept.evidence, ...given.evidence],
  };
}
