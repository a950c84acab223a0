import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { MainlineChange } from "#model/mainline-changes.ts";
import type { Capability, Consumption } from "#model/organisation.ts";
import type { Use } from "../adoption/uses.ts";
import { versionScheme, type VersionScheme } from "../adoption/versions.ts";
import type { Ground } from "./ground.ts";

/** A newer version taken by a component of another repository. */
export interface TakenVersion {
  readonly componentId: string;
  readonly repositoryId: string;
  /** What was raised; null: nothing that a package manager knows. */
  readonly purl: string | null;
  readonly version: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Repository and day: what came in together is one change, whatever it raised. */
  readonly day: string;
  /**
   * A version: all that the change did was to raise it. An upgrade: a version that may break, and more than manifests was
   * changed for it. Part: it came along with other work. Bot: programs wrote the change.
   */
  readonly work: "version" | "upgrade" | "part" | "bot";
  /** What it is at stake beside something that runs: see `weightOf`. */
  readonly weight: number;
  readonly evidence: EvidenceRef;
}

type Version = Consumption["versions"][number];

const secondsPerDay = 86_400;
/** A version that is gone again so soon was tried, not taken (uncalibrated). */
const triedDays = 30;
/** What only develops and tests breaks nothing for those who use the component (uncalibrated). */
export const besideWeight = 0.2;

/** One where any of it runs or builds, a fifth where it serves development and tests only, as settings of tools do wherever they stand. */
export function weightOf(
  consumptions: readonly Pick<Consumption, "scope">[],
  kind?: Capability["kind"],
): number {
  if (kind === "tool-configuration") return besideWeight;
  const isBeside = ({ scope }: Pick<Consumption, "scope">): boolean =>
    scope === "development" || scope === "test" || scope === "reverse-test";
  return consumptions.length > 0 && consumptions.every(isBeside) ? besideWeight : 1;
}

export function weightSum(taken: readonly TakenVersion[]): number {
  return taken.reduce((all, { weight }) => all + weight, 0);
}

/** How many of them count less. */
export function lighter(taken: readonly TakenVersion[]): number {
  return taken.filter(({ weight }) => weight < 1).length;
}

/** What is said where so many of them count less. */
export function besideWords(count: number): string {
  return count === 0 ? "" : `; a fifth for ${String(count)} that only develop and test with it`;
}

/** Newer versions that these uses took within the last year. */
export function takenBy(
  uses: readonly Use[],
  { kind, packages }: Pick<Capability, "kind" | "packages">,
  { components, changeOf, yearAgo, until }: Ground,
): TakenVersion[] {
  const scheme = versionScheme(packages[0]);
  return uses.flatMap(({ consumptions }) =>
    consumptions.flatMap(({ consumerComponentId: componentId, versions, scope, evidence }) => {
      const repositoryId = components.get(componentId)?.repositoryId ?? "";
      const [ref] = evidence;
      if (ref === undefined) return [];
      return versions.slice(1).flatMap((taken, at): TakenVersion[] => {
        const { version, from } = taken;
        // Lock files of one component may differ: what came before in the same one ends where this begins.
        const before = (versions.find(({ to }) => to === from) ?? versions[at])?.version;
        if (before === undefined || from <= yearAgo || from > until) return [];
        const raised = raise(before, version, scheme);
        if (raised === null || isTakenBack(taken, before, versions, scheme)) return [];
        return [
          {
            componentId,
            repositoryId,
            purl: packages[0] ?? null,
            version,
            at: from,
            day: `${repositoryId}\n${String(Math.floor(from / secondsPerDay))}`,
            work: workOf(raised === "breaking", changeOf(repositoryId, from)),
            weight: weightOf([{ scope }], kind),
            evidence: ref,
          },
        ];
      });
    }),
  );
}

function workOf(isBreaking: boolean, change: MainlineChange | null): TakenVersion["work"] {
  if (change?.isBot === true) return "bot";
  if (isBreaking && change?.isBeyondManifests !== false) return "upgrade";
  return change?.isMore === true ? "part" : "version";
}

/** Null: it is no newer one. What cannot be compared (a digest, a branch) is newer, and promises nothing. */
function raise(
  before: string,
  version: string,
  scheme: VersionScheme,
): "breaking" | "other" | null {
  if (!scheme.isValid(before) || !scheme.isValid(version))
    return before === version ? null : "other";
  if (scheme.compare(version, before) <= 0) return null;
  const isBreaking =
    scheme.major(version) > scheme.major(before) || minorOfZero(version) > minorOfZero(before);
  return isBreaking ? "breaking" : "other";
}

/** Below 1.0.0 anything may change with a minor version (semver.org, 4). */
function minorOfZero(version: string): number {
  return Number(/^v?0\.(\d{1,9})/.exec(version)?.[1] ?? 0);
}

/** Is what was there before, or something older, back within days? */
function isTakenBack(
  taken: Version,
  before: string,
  versions: readonly Version[],
  scheme: VersionScheme,
): boolean {
  if (!scheme.isValid(before)) return false;
  let last: Version | undefined = taken;
  while (last !== undefined) {
    const end: number | null = last.to;
    last = versions.find((one) => one.from === end && one.from > taken.from);
    if (last === undefined || last.from - taken.from > triedDays * secondsPerDay) return false;
    if (scheme.isValid(last.version) && scheme.compare(last.version, before) <= 0) return true;
    if (last.to !== null && last.to <= last.from) return false;
  }
  return false;
}

export interface OfferTaken<Offer> {
  readonly offer: Offer;
  /** One for each day of a repository. */
  readonly taken: readonly TakenVersion[];
}

/**
 * Whose versions how many changes took: a change that took several is told of the one that most changes took. At least
 * `fewest` of each, the most taken first. Where a day of a repository saw an upgrade, that was its work.
 */
export function changesByOffer<
  Offer extends { readonly name: string; readonly taken: readonly TakenVersion[] },
>(offers: readonly Offer[], work: "version" | "upgrade", fewest: number): OfferTaken<Offer>[] {
  const all = offers.flatMap(({ taken }) => taken);
  const upgraded = new Set(all.flatMap((one) => (one.work === "upgrade" ? [one.day] : [])));
  const told = new Set<string>();
  const isMeant = (one: TakenVersion): boolean =>
    one.work === work && !told.has(one.day) && (work === "upgrade" || !upgraded.has(one.day));
  const found: OfferTaken<Offer>[] = [];
  const left = new Map(offers.map((offer) => [offer, oneADay(offer.taken.filter(isMeant))]));
  for (;;) {
    const [most] = [...left].sort(
      ([a, one], [b, other]) => other.length - one.length || (a.name < b.name ? -1 : 1),
    );
    if (most === undefined || most[1].length < fewest) return found;
    const [offer, taken] = most;
    found.push({ offer, taken });
    left.delete(offer);
    for (const { day } of taken) told.add(day);
    for (const [other, list] of left) left.set(other, list.filter(isMeant));
  }
}

/** Of what came in on one day of a repository the weightiest. */
function oneADay(taken: readonly TakenVersion[]): TakenVersion[] {
  const found = new Map<string, TakenVersion>();
  for (const one of taken)
    if (one.weight > (found.get(one.day)?.weight ?? 0)) found.set(one.day, one);
  return [...found.values()];
}

/** Fewer by hand in a year are not worth teaching a bot (uncalibrated). */
export const fewestByHand = 5;
/** Of versions taken in a repository: beyond, a bot does it there already (uncalibrated). */
export const mostByBots = 0.8;

/** Repositories that take versions by hand, five in the year and more, and more than one of five. */
export function takingByHand(
  offers: readonly { readonly taken: readonly TakenVersion[] }[],
): ReadonlySet<string> {
  const byRepository = new Map<string, { bots: Set<string>; hands: Set<string> }>();
  for (const { repositoryId, day, work } of offers.flatMap(({ taken }) => taken)) {
    const own = byRepository.get(repositoryId) ?? { bots: new Set(), hands: new Set() };
    byRepository.set(repositoryId, own);
    if (work === "bot") own.bots.add(day);
    if (work === "version") own.hands.add(day);
  }
  return new Set(
    [...byRepository].flatMap(([id, { bots, hands }]) =>
      hands.size >= fewestByHand && bots.size < mostByBots * (bots.size + hands.size) ? [id] : [],
    ),
  );
}
