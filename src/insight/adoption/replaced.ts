import { append } from "#kernel/lists-by-key.ts";
import type { Capability, Component, Organisation, Consumption } from "#model/organisation.ts";
import type { Use } from "./uses.ts";

/** Bundles of workflows have hundreds of names; a renamed package has two or three. */
const mostNames = 8;

/** Id or purl of what took the place of a capability in one component; null where none of the same provider did. */
export type InItsPlace = (capability: Capability, use: Use) => string | null;

/**
 * What its provider gave in place of a capability: taken up by the same component in the commit that ended the use, and kept.
 * The provider is the repository; where one of the two providers is not known, they must be named alike. What the very file
 * that gave it up took up instead need only be of the same owner, and the component may have had it elsewhere before.
 */
export function replacements(
  { capabilities, consumptions, inside }: Organisation,
  components: ReadonlyMap<string, Component>,
): InItsPlace {
  const byId = new Map(
    [...capabilities, ...(inside?.capabilities ?? [])].map((one) => [one.id, one]),
  );
  const nameable = new Set(capabilities.map(({ id }) => id));
  const begun = new Map<string, Consumption[]>();
  const spells = new Map<string, Consumption[]>();
  const add = (map: Map<string, Consumption[]>, key: string, one: Consumption): void => {
    append(map, key, one);
  };
  for (const one of consumptions) {
    if (one.scope !== "reverse-test")
      add(begun, `${one.consumerComponentId}\n${one.from.commit}`, one);
  }
  for (const one of [...consumptions, ...(inside?.consumptions ?? [])]) {
    if (one.scope === "reverse-test") continue;
    const pair = `${one.consumerComponentId}\n${one.capabilityId}`;
    add(spells, pair, one);
  }
  const homeOf = (one: Capability): string | undefined =>
    components.get(one.providerComponentId ?? "")?.repositoryId;
  const isSibling = (one: Capability, other: Capability): boolean => {
    const home = homeOf(one);
    const theirs = homeOf(other);
    if (home !== undefined && theirs !== undefined) return home === theirs;
    return isAnyNamed(one, other, isNamedAlike);
  };
  const isOwnedAlike = (one: Capability, other: Capability): boolean =>
    one.ownerIds.some((owner) => other.ownerIds.includes(owner)) ||
    isAnyNamed(one, other, isOfOneOwner);
  return (capability, { to: end, consumptions: own }) => {
    if (end === null) return null;
    const isKept = ({ from, to }: Consumption): boolean =>
      from.at <= end && (to === null || to.at > end);
    for (const { consumerComponentId, to, takenUpBeside = [] } of own) {
      if (to?.at !== end) continue;
      const others = (ids: readonly string[]): Capability[] =>
        ids.flatMap((id) => (id === capability.id ? [] : (byId.get(id) ?? [])));
      const inCommit = begun.get(`${consumerComponentId}\n${to.commit}`)?.filter(isKept) ?? [];
      const inFile = takenUpBeside.filter((id) =>
        spells.get(`${consumerComponentId}\n${id}`)?.some(isKept),
      );
      const near = others(inFile);
      const taken =
        others(inCommit.map(({ capabilityId }) => capabilityId)).find((other) =>
          isSibling(capability, other),
        ) ??
        near.find((other) => isSibling(capability, other)) ??
        near.find((other) => isOwnedAlike(capability, other));
      if (taken !== undefined) return nameable.has(taken.id) ? taken.id : nameOf(taken);
    }
    return null;
  };
}

/** What only its own repository uses is no capability that the report has: its package says more. */
function nameOf({ id, packages }: Capability): string {
  return packages.at(-1) ?? id;
}

/** Each of its names, former ones too: the commit may be as old as they are. */
function isAnyNamed(
  one: Capability,
  other: Capability,
  test: (one: string, other: string) => boolean,
): boolean {
  return one.packages
    .slice(-mostNames)
    .some((purl) => other.packages.slice(-mostNames).some((name) => test(purl, name)));
}

/** `pkg:npm/%40bakery/oven` and `pkg:npm/%40bakery/till`; `pkg:githubactions/bakery/one/warm` and `…/bakery/two`. */
function isOfOneOwner(one: string, other: string): boolean {
  const owner = ownerOf(one);
  return owner !== null && owner === ownerOf(other);
}

/** Ecosystem and first part of the name, of `golang/github.com/…` the one after the host; null where it has one part. */
function ownerOf(purl: string): string | null {
  const [path = ""] = purl.toLowerCase().split(/[?#]/, 1);
  const [type = "", ...rest] = path.split("/");
  const names = rest[0]?.includes(".") === true && type === "pkg:golang" ? rest.slice(1) : rest;
  return names.length > 1 ? `${type}/${names[0] ?? ""}` : null;
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
