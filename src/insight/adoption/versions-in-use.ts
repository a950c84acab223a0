import type { Capability, Organisation, Release } from "#model/organisation.ts";
import { withoutPrefix, versionScheme } from "./versions.ts";

/**
 * The organisation with the releases that only its consumers show: whoever locks a version above all that the provider's clone
 * holds is not ahead of the newest, the clone is behind. Their day is the first on which somebody locked them.
 */
export function withVersionsInUse(organisation: Organisation): Organisation {
  const locked = new Map<string, Map<string, number>>();
  for (const { capabilityId, versions } of organisation.consumptions)
    for (const { version, from } of versions) {
      const known = locked.get(capabilityId) ?? new Map<string, number>();
      locked.set(capabilityId, known);
      known.set(version, Math.min(from, known.get(version) ?? from));
    }
  return {
    ...organisation,
    capabilities: organisation.capabilities.map((one) => {
      const ahead = releasesAhead(one, locked.get(one.id) ?? new Map(), organisation.asOf);
      if (ahead.length === 0) return one;
      return { ...one, releases: [...one.releases, ...ahead].sort((a, b) => a.at - b.at) };
    }),
  };
}

/**
 * Versions in use above the highest stable one of the clone. What has several names had one that somebody else may go on
 * publishing: of that only the same major counts. So may what was given up here.
 */
export function releasesAhead(
  { packages, lifecycle, releases }: Capability,
  locked: ReadonlyMap<string, number>,
  asOf: number,
): Release[] {
  if (releases.length === 0 || lifecycle === "archived") return [];
  const scheme = versionScheme(packages[0]);
  const isRelease = (version: string): boolean =>
    scheme.isValid(version) && scheme.isStable(version);
  const known = releases.map(({ version }) => version).filter(isRelease);
  const newestMajor = known.reduce((most, one) => Math.max(most, scheme.major(one)), -1);
  const isAhead = (version: string): boolean =>
    isRelease(version) &&
    known.every((one) => scheme.compare(version, one) > 0) &&
    (packages.length === 1 || scheme.major(version) === newestMajor);
  return [...locked]
    .filter(([version, at]) => at < asOf && isAhead(version))
    .map(([version, at]) => ({
      version: withoutPrefix(version),
      at,
      commit: "",
      isSeenInUse: true,
    }));
}
