import type { Capability, Component, Consumption } from "#model/organisation.ts";
import type { Use } from "./uses.ts";

/** Bundles of workflows have hundreds of names; a renamed package has two or three. */
const mostNames = 8;

/** The capability that took the place of another in one component; null where none of the same provider did. */
export type InItsPlace = (capability: Capability, use: Use) => string | null;

/**
 * What its provider gave in place of a capability: taken up by the same component in the commit that ended the use, and kept.
 * The provider is the repository; where one of the two providers is not known, they must be named alike.
 */
export function replacements(
  capabilities: readonly Capability[],
  components: ReadonlyMap<string, Component>,
  consumptions: readonly Consumption[],
): InItsPlace {
  const byId = new Map(capabilities.map((one) => [one.id, one]));
  const begun = new Map<string, Consumption[]>();
  for (const one of consumptions) {
    if (one.scope === "reverse-test") continue;
    const key = `${one.consumerComponentId}\n${one.from.commit}`;
    begun.set(key, [...(begun.get(key) ?? []), one]);
  }
  const homeOf = (one: Capability): string | undefined =>
    components.get(one.providerComponentId ?? "")?.repositoryId;
  const isSibling = (one: Capability, other: Capability): boolean => {
    const home = homeOf(one);
    const theirs = homeOf(other);
    if (home !== undefined && theirs !== undefined) return home === theirs;
    // Each of its names, former ones too: the commit may be as old as they are.
    return one.packages
      .slice(-mostNames)
      .some((purl) => other.packages.slice(-mostNames).some((name) => isNamedAlike(purl, name)));
  };
  return (capability, { to: end, consumptions: own }) => {
    if (end === null) return null;
    for (const { consumerComponentId, to } of own) {
      if (to?.at !== end) continue;
      const taken = begun.get(`${consumerComponentId}\n${to.commit}`)?.find((one) => {
        const other = byId.get(one.capabilityId);
        const isKept = one.to === null || one.to.at > end;
        return (
          isKept &&
          other !== undefined &&
          other.id !== capability.id &&
          isSibling(capability, other)
        );
      });
      if (taken !== undefined) return taken.capabilityId;
    }
    return null;
  };
}

/**
 * Of one ecosystem and one owner, scope or group, with at least half of the words of the shorter name in common; or a part of
 * what was taken whole.
 */
function isNamedAlike(one: string, other: string): boolean {
  if (other.startsWith(`${one}/`)) return true;
  const [owner, words] = partsOf(one);
  const [otherOwner, otherWords] = partsOf(other);
  if (owner === "" || owner !== otherOwner) return false;
  const common = [...words].filter((word) => otherWords.has(word)).length;
  return common > 0 && 2 * common >= Math.min(words.size, otherWords.size);
}

/** `pkg:npm/%40bakery` and the words of `oven-kit`; the owner is empty where a name has none. */
function partsOf(purl: string): [owner: string, words: ReadonlySet<string>] {
  const path = purl.replace(/[?#].{0,2000}$/, "").toLowerCase();
  const [type = "", ...rest] = path.split("/");
  const owner = rest.length > 1 ? `${type}/${rest.slice(0, -1).join("/")}` : "";
  const words = (rest.at(-1) ?? "").split(/[-_.]/).filter((word) => word.length > 1);
  return [owner, new Set(words)];
}
