import type { Capability, Release } from "#model/organisation.ts";
import { versionScheme, type VersionScheme } from "./versions.ts";
import { lowest } from "#kernel/extremes.ts";

export interface StableReleases {
  readonly scheme: VersionScheme;
  readonly releases: readonly Release[];
}

/** Stable releases up to as-of, lowest version first, each version once (its first date). */
export function stableReleases(capability: Capability, asOf: number): StableReleases {
  const scheme = versionScheme(capability.packages[0]);
  const sorted = capability.releases
    .filter(({ version, at }) => at <= asOf && scheme.isValid(version) && scheme.isStable(version))
    .sort((a, b) => scheme.compare(a.version, b.version) || a.at - b.at);
  return {
    scheme,
    releases: sorted.filter(
      (release, index) =>
        index === 0 || scheme.compare(sorted[index - 1]!.version, release.version) !== 0,
    ),
  };
}

/** First release of every major after the first, by date: what imposes an upgrade on those who use it then. */
export function majorReleases({ scheme, releases }: StableReleases): readonly Release[] {
  const first = new Map<number, Release>();
  for (const release of releases.toSorted((a, b) => a.at - b.at)) {
    const major = scheme.major(release.version);
    if (!first.has(major)) first.set(major, release);
  }
  const lowestMajor = lowest(first.keys());
  return [...first].filter(([major]) => major !== lowestMajor).map(([, release]) => release);
}

/** Earliest stable release, or of any kind where there is none; null where none is known. */
export function firstRelease(capability: Capability, asOf: number): number | null {
  const { releases } = stableReleases(capability, asOf);
  const isRead = releases.some((one) => one.isSeenInUse !== true);
  const known = isRead ? releases : capability.releases;
  const times = known.flatMap((one) => (one.isSeenInUse || one.at > asOf ? [] : one.at));
  return times.length > 0 ? lowest(times) : null;
}
