import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Capability, Release } from "#model/organisation.ts";
import type { Defection } from "../adoption/result.ts";
import { versionScheme, type VersionScheme } from "../adoption/versions.ts";
import { isElsewhere, isOthers, isRetired, lastPart, shortName, type Ground } from "./ground.ts";
import { takenBy, weightOf, type TakenVersion } from "./taken-versions.ts";

/** What one repository offers, or one capability whose repository was not read, as those who use it see it. */
export interface Offer {
  readonly name: string;
  /** In use elsewhere, not retired. */
  readonly capabilities: readonly Capability[];
  /** Who uses each of them, by its id. */
  readonly parts: ReadonlyMap<string, Pick<Offer, "userIds" | "strangerIds" | "joined">>;
  /** Components of other repositories that use any of it now. */
  readonly userIds: readonly string[];
  /** Those of them that the owner of what they use does not own. */
  readonly strangerIds: readonly string[];
  /** Those of them that began in the last year. */
  readonly joined: readonly string[];
  /** In the last year. */
  readonly taken: readonly TakenVersion[];
  readonly releasesInYear: number;
  /** Most of any one of them: what is released together is one. */
  readonly majorsInYear: number;
  /** That users are asked to be on: the newest that is out for longer than its days of grace. */
  readonly askedMajor: string | null;
  /** Users on an older one, as `Currency.onNewestMajor` counts them: those with older clones are none. */
  readonly behind: readonly string[];
  /** Those of them that do more than develop and test with it. */
  readonly behindRunning: readonly string[];
  /** Where they say that they use it. */
  readonly behindEvidence: readonly EvidenceRef[];
  readonly workarounds: readonly Defection[];
}

interface Seen extends Omit<Offer, "name" | "capabilities" | "parts" | "releasesInYear"> {
  readonly capability: Capability;
  readonly versionsInYear: readonly string[];
}

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
  // Parts that are numbered apart have no newest version in common.
  const newest = [
    ...new Set(used.filter(({ behind }) => behind.length > 0).map((one) => one.askedMajor)),
  ];
  const isOne = first !== undefined && used.length === 1;
  return {
    name: isOne ? shortName(first.capability) : lastPart(key),
    capabilities: used.map(({ capability }) => capability),
    parts: new Map(used.map((one) => [one.capability.id, one])),
    userIds: distinct(used.flatMap((one) => one.userIds)),
    strangerIds: distinct(used.flatMap((one) => one.strangerIds)),
    joined: distinct(used.flatMap((one) => one.joined)),
    taken: used.flatMap((one) => one.taken),
    releasesInYear: new Set(used.flatMap((one) => one.versionsInYear)).size,
    majorsInYear: Math.max(0, ...used.map((one) => one.majorsInYear)),
    askedMajor: newest.length === 1 ? (newest[0] ?? null) : null,
    behind: distinct(used.flatMap((one) => one.behind)),
    behindRunning: distinct(used.flatMap((one) => one.behindRunning)),
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
  const scheme = versionScheme(capability.packages[0]);
  const askedMajor = adoption?.currency.onNewestMajor?.major ?? null;
  const late = new Set(adoption?.currency.behindIds);
  const behind = current.filter(({ componentId: id }) => late.has(id));
  return {
    capability,
    userIds,
    strangerIds: userIds.filter(isOfOthers),
    joined: distinct(current.filter(({ from }) => from > yearAgo).map((use) => use.componentId)),
    taken: takenBy(current, capability, ground),
    versionsInYear: capability.releases
      .filter(({ at }) => at > yearAgo && at <= until)
      .map(({ version }) => version),
    majorsInYear: newMajors(capability.releases, yearAgo, until, scheme),
    askedMajor,
    behind: distinct(behind.map(({ componentId }) => componentId)),
    behindRunning: distinct(
      behind.flatMap((one) =>
        weightOf(one.consumptions, capability.kind) === 1 ? [one.componentId] : [],
      ),
    ),
    behindEvidence: behind.flatMap(({ consumptions }) =>
      consumptions.flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
    workarounds: (adoption?.defections ?? []).filter(
      (one) => one.kind !== "substitute" && isOfOthers(one.componentId),
    ),
  };
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
