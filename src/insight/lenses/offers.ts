import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Capability, Release } from "#model/organisation.ts";
import type { Defection } from "../adoption/result.ts";
import type { Use } from "../adoption/uses.ts";
import { versionScheme, type VersionScheme } from "../adoption/versions.ts";
import { isElsewhere, isOthers, isRetired, lastPart, shortName, type Ground } from "./ground.ts";

/** A newer version taken by a component of another repository. */
export interface TakenVersion {
  readonly componentId: string;
  readonly repositoryId: string;
  /** A higher major version than before. */
  readonly isMajor: boolean;
  readonly evidence: EvidenceRef;
}

/** What one repository offers, or one capability whose repository was not read, as those who use it see it. */
export interface Offer {
  readonly name: string;
  /** In use elsewhere, not retired. */
  readonly capabilities: readonly Capability[];
  /** Components of other repositories that use any of it now. */
  readonly userIds: readonly string[];
  /** Those of them that the owner of what they use does not own. */
  readonly strangerIds: readonly string[];
  /** Those of them that began in the last year. */
  readonly joined: readonly string[];
  /** In the last year; several of one repository on one day are one change. */
  readonly taken: readonly TakenVersion[];
  readonly releasesInYear: number;
  /** Most of any one of them: what is released together is one. */
  readonly majorsInYear: number;
  readonly newestMajor: string | null;
  /** Users behind the newest major version. */
  readonly behind: readonly string[];
  /** Where they say that they use it. */
  readonly behindEvidence: readonly EvidenceRef[];
  readonly workarounds: readonly Defection[];
}

interface Seen extends Omit<Offer, "name" | "capabilities" | "taken" | "releasesInYear"> {
  readonly capability: Capability;
  /** By repository and day. */
  readonly takenOn: ReadonlyMap<string, TakenVersion>;
  readonly versionsInYear: readonly string[];
}

const secondsPerDay = 86_400;

export function offersOf(ground: Ground): Offer[] {
  const families = new Map<string, Capability[]>();
  for (const one of ground.organisation.capabilities) {
    if (isRetired(one, ground.adoptionOf.get(one.id))) continue;
    const key = ground.components.get(one.providerComponentId ?? "")?.repositoryId ?? one.id;
    append(families, key, one);
  }
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, family]) => offerOf(key, family, ground))
    .filter(({ strangerIds }) => strangerIds.length > 0);
}

function offerOf(key: string, family: readonly Capability[], ground: Ground): Offer {
  const used = family.map((one) => seenBy(one, ground)).filter(({ userIds }) => userIds.length > 0);
  const [first] = used;
  const taken = new Map<string, TakenVersion>();
  for (const [day, each] of used.flatMap(({ takenOn }) => [...takenOn]))
    if (each.isMajor || !taken.has(day)) taken.set(day, each);
  // Parts that are numbered apart have no newest version in common.
  const newest = [
    ...new Set(used.filter(({ behind }) => behind.length > 0).map((one) => one.newestMajor)),
  ];
  const isOne = first !== undefined && used.length === 1;
  return {
    name: isOne ? shortName(first.capability) : lastPart(key),
    capabilities: used.map(({ capability }) => capability),
    userIds: distinct(used.flatMap((one) => one.userIds)),
    strangerIds: distinct(used.flatMap((one) => one.strangerIds)),
    joined: distinct(used.flatMap((one) => one.joined)),
    taken: [...taken.values()],
    releasesInYear: new Set(used.flatMap((one) => one.versionsInYear)).size,
    majorsInYear: Math.max(0, ...used.map((one) => one.majorsInYear)),
    newestMajor: newest.length === 1 ? (newest[0] ?? null) : null,
    behind: distinct(used.flatMap((one) => one.behind)),
    behindEvidence: used.flatMap((one) => one.behindEvidence),
    workarounds: used.flatMap((one) => one.workarounds),
  };
}

function seenBy(capability: Capability, ground: Ground): Seen {
  const { yearAgo, until, components, adoptionOf } = ground;
  const adoption = adoptionOf.get(capability.id);
  const isOfOthers = (id: string): boolean => isOthers(components.get(id), capability, ground);
  const current = (adoption?.uses ?? []).filter(
    (use) => use.to === null && isElsewhere(components.get(use.componentId), capability, ground),
  );
  const userIds = distinct(current.map((use) => use.componentId));
  const isUser = new Set(userIds);
  const scheme = versionScheme(capability.packages[0]);
  const newestMajor = adoption?.currency.newestMajor ?? null;
  const behind = (adoption?.currency.versionsInUse ?? [])
    .filter(({ version }) => isBelow(version, newestMajor, scheme))
    .flatMap(({ componentIds }) => componentIds.filter((id) => isUser.has(id)));
  return {
    capability,
    userIds,
    strangerIds: userIds.filter(isOfOthers),
    joined: distinct(current.filter(({ from }) => from > yearAgo).map((use) => use.componentId)),
    takenOn: takenBy(current, scheme, ground),
    versionsInYear: capability.releases
      .filter(({ at }) => at > yearAgo && at <= until)
      .map(({ version }) => version),
    majorsInYear: newMajors(capability.releases, yearAgo, until, scheme),
    newestMajor,
    behind: distinct(behind),
    behindEvidence: current
      .filter(({ componentId }) => behind.includes(componentId))
      .flatMap(({ consumptions }) => consumptions.flatMap(({ evidence }) => evidence.slice(0, 1))),
    workarounds: (adoption?.defections ?? []).filter(
      (one) => one.kind !== "substitute" && isOfOthers(one.componentId),
    ),
  };
}

function takenBy(
  uses: readonly Use[],
  scheme: VersionScheme,
  { components, yearAgo, until }: Ground,
): Map<string, TakenVersion> {
  const found = new Map<string, TakenVersion>();
  for (const { componentId, consumptions } of uses) {
    const repositoryId = components.get(componentId)?.repositoryId ?? "";
    for (const { versions, evidence } of consumptions) {
      const [ref] = evidence;
      for (const [before, { version, from }] of versions.slice(1).entries()) {
        if (from <= yearAgo || from > until || ref === undefined) continue;
        const isMajor = isHigher(versions[before]?.version ?? "", version, scheme);
        const day = `${repositoryId}\n${String(Math.floor(from / secondsPerDay))}`;
        if (isMajor || !found.has(day))
          found.set(day, { componentId, repositoryId, isMajor, evidence: ref });
      }
    }
  }
  return found;
}

function isHigher(before: string, version: string, scheme: VersionScheme): boolean {
  return (
    scheme.isValid(before) &&
    scheme.isValid(version) &&
    scheme.major(version) > scheme.major(before)
  );
}

function isBelow(version: string, newestMajor: string | null, scheme: VersionScheme): boolean {
  return (
    newestMajor !== null && scheme.isValid(version) && scheme.major(version) < Number(newestMajor)
  );
}

/** Majors whose first release came out in the time, the very first one left out: it breaks nobody. */
function newMajors(
  releases: readonly Release[],
  from: number,
  to: number,
  scheme: VersionScheme,
): number {
  const first = new Map<number, number>();
  for (const { version, at } of releases) {
    if (!scheme.isValid(version) || !scheme.isStable(version)) continue;
    const major = scheme.major(version);
    first.set(major, Math.min(first.get(major) ?? at, at));
  }
  const starts = [...first.values()].sort((a, b) => a - b).slice(1);
  return starts.filter((at) => at > from && at <= to).length;
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
