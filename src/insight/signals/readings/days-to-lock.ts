import { versionScheme } from "#insight/adoption/versions.ts";
import { resample, seededRandom } from "#kernel/stats-resample.ts";
import { counted, numberOf } from "#kernel/phrases.ts";
import { seenUntil } from "#model/data-end.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import { notRead, reading, type IndicatorReading, type Spread } from "../indicator.ts";
import { countedBy } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

const secondsPerDay = 86_400;
const windowDays = 2 * 365;
/** Packages of fewer repositories say nothing of who comes when. */
const leastRepositories = 3;
/** Newest front versions of a package, and waits in all: bounds of the work, drawn evenly over packages. */
const mostVersions = 6;
const mostWaits = 40_000;
const replicates = 100;

/** A component that could take a version from the day of its first lock anywhere: days until it did, or was last seen. */
interface Wait {
  readonly cluster: string;
  readonly days: number;
  readonly isTaken: boolean;
}

/** How long a version takes from its first lock anywhere in the organisation to its lock elsewhere: Kaplan and Meier (1958). */
export function daysToLock({
  locked,
  organisation,
  repositories,
}: IndicatorSources): IndicatorReading {
  const until = organisation.asOf;
  const endOf = new Map(repositories.map(({ id }) => [id, seenUntil(organisation, id)] as const));
  const waits = waitsOf(locked, endOf, until - windowDays * secondsPerDay);
  const clusters = new Set(waits.map(({ cluster }) => cluster));
  if (waits.length === 0) {
    return notRead(
      "no-locks",
      "No package is locked by three repositories that could take a version one after the other.",
      "Lock files, in more repositories.",
    );
  }
  const waitsIn = new Map<string, number>();
  for (const { cluster } of waits) waitsIn.set(cluster, (waitsIn.get(cluster) ?? 0) + 1);
  const median = medianOf(waits) ?? windowDays;
  const isReached = medianOf(waits) !== null;
  const seen = new Set(locked.map(({ componentId }) => componentId)).size;
  const live = organisation.components.filter((one) => one.isLive !== false).length;
  const taken = waits.filter(({ isTaken }) => isTaken).length;
  return reading({
    value: median,
    n: waits.length,
    coverage: live === 0 ? null : Math.min(1, seen / live),
    text: `Half of ${numberOf(waits.length)} waits for a version that another repository already had took ${isReached ? `${String(median)} days or more` : `more than ${String(windowDays)} days`}, over ${counted(clusters.size, "repository", "repositories")} (${numberOf(taken)} ended, the others counted as far as they were seen)`,
    spread: spreadOfMedianWait(waits),
    evidence: countedBy(
      repositories,
      (id) => waitsIn.get(id) ?? 0,
      ({ name }, count) => `${counted(count, "wait")} for a version in the lock files of ${name}`,
    ),
  });
}

function waitsOf(
  locked: readonly LockedUse[],
  endOf: ReadonlyMap<string, number>,
  since: number,
): Wait[] {
  const byPackage = new Map<string, LockedUse[]>();
  for (const one of locked) {
    const list = byPackage.get(one.purl);
    if (list === undefined) byPackage.set(one.purl, [one]);
    else list.push(one);
  }
  const shared = [...byPackage]
    .filter(([, uses]) => new Set(uses.map((one) => one.repositoryId)).size >= leastRepositories)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const waits = shared.map(([purl, uses]) => waitsFor(purl, uses, endOf, since));
  const total = waits.reduce((sum, list) => sum + list.length, 0);
  const keepEvery = Math.max(1, Math.ceil(total / mostWaits));
  return waits.filter((_, index) => index % keepEvery === 0).flat();
}

function waitsFor(
  purl: string,
  uses: readonly LockedUse[],
  endOf: ReadonlyMap<string, number>,
  since: number,
): Wait[] {
  const scheme = versionScheme(purl);
  const usable = uses.filter(({ version }) => scheme.isValid(version) && scheme.isStable(version));
  const byComponent = new Map<string, LockedUse[]>();
  for (const one of usable) {
    const list = byComponent.get(one.componentId);
    if (list === undefined) byComponent.set(one.componentId, [one]);
    else list.push(one);
  }
  return frontOf(usable, scheme.compare, since).flatMap(({ version, at }) =>
    [...byComponent.values()].flatMap((own): readonly Wait[] => {
      const cluster = own[0]?.repositoryId ?? "";
      const before = own.filter((one) => one.from < at && (one.to === null || one.to > at));
      // It must have been behind when the version came in: who was first does not wait, nor who came later.
      if (before.length === 0 || before.some((one) => scheme.compare(one.version, version) >= 0))
        return [];
      const taken = own
        .filter((one) => one.from >= at && scheme.compare(one.version, version) >= 0)
        .reduce((least, one) => Math.min(least, one.from), Infinity);
      const gone = own.some((one) => one.to === null)
        ? Infinity
        : own.reduce((last, one) => Math.max(last, one.to ?? 0), 0);
      const end = Math.min(endOf.get(cluster) ?? at, gone);
      const last = Math.min(taken, end);
      if (last < at) return [];
      return [{ cluster, days: Math.round((last - at) / secondsPerDay), isTaken: taken <= end }];
    }),
  );
}

/** Versions above all that were locked anywhere before them, with when that was: the newest of the window. */
function frontOf(
  uses: readonly LockedUse[],
  compare: (a: string, b: string) => number,
  since: number,
): { version: string; at: number }[] {
  const found: { version: string; at: number }[] = [];
  let highest: string | null = null;
  for (const { version, from } of uses.toSorted((a, b) => a.from - b.from)) {
    if (highest !== null && compare(version, highest) <= 0) continue;
    if (highest !== null && from >= since) found.push({ version, at: from });
    highest = version;
  }
  return found.slice(-mostVersions);
}

/** Ends and censorings by day, of one cluster. */
interface Days {
  readonly taken: Uint32Array;
  readonly seen: Uint32Array;
}

function daysOf(waits: readonly Wait[]): Days[] {
  const byCluster = new Map<string, Days>();
  for (const { cluster, days, isTaken } of waits) {
    const own = byCluster.get(cluster) ?? {
      taken: new Uint32Array(windowDays + 2),
      seen: new Uint32Array(windowDays + 2),
    };
    byCluster.set(cluster, own);
    const at = Math.min(windowDays + 1, days);
    own.seen[at] = (own.seen[at] ?? 0) + 1;
    if (isTaken) own.taken[at] = (own.taken[at] ?? 0) + 1;
  }
  return [...byCluster.values()];
}

function medianOf(waits: readonly Wait[]): number | null {
  const days = daysOf(waits);
  return medianOfDays(days, new Uint32Array(days.length).fill(1));
}

/** First day at which at most half still wait; null: it is not reached. */
function medianOfDays(days: readonly Days[], weights: Uint32Array): number | null {
  const taken = new Float64Array(windowDays + 2);
  const seen = new Float64Array(windowDays + 2);
  let atRisk = 0;
  for (const [index, own] of days.entries()) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    for (let at = 0; at < seen.length; at += 1) {
      taken[at] = (taken[at] ?? 0) + weight * (own.taken[at] ?? 0);
      seen[at] = (seen[at] ?? 0) + weight * (own.seen[at] ?? 0);
      atRisk += weight * (own.seen[at] ?? 0);
    }
  }
  let survival = 1;
  for (let at = 0; at < seen.length && atRisk > 0; at += 1) {
    survival *= 1 - (taken[at] ?? 0) / atRisk;
    if (survival <= 0.5 + 1e-12) return at;
    atRisk -= seen[at] ?? 0;
  }
  return null;
}

function spreadOfMedianWait(waits: readonly Wait[]): Spread {
  const days = daysOf(waits);
  if (days.length < 2) return { clusters: days.length, deviation: null };
  const medians: number[] = [];
  resample(days.length, replicates, seededRandom("days to lock"), (weights) => {
    medians.push(medianOfDays(days, weights) ?? windowDays);
  });
  const mean = medians.reduce((sum, one) => sum + one, 0) / medians.length;
  const variance = medians.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (medians.length - 1);
  return { clusters: days.length, deviation: Math.sqrt(variance) };
}
