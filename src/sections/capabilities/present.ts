import { slugOf } from "#kernel/ids.ts";
import { versionScheme } from "#insight/adoption/versions.ts";
import type { Capability } from "#model/organisation.ts";
import { type EvidenceList, isoTime, isoTimeOrNull } from "../evidence-list.ts";
import { isBeforeRelease, isStableVersion, majorOf } from "#evidence/version-names.ts";
import type { ReportCapability } from "./schema.ts";

const mostReleases = 40;

export function mapCapability(
  capability: Capability,
  documentation: ReportCapability["documentation"],
  evidence: EvidenceList,
): ReportCapability {
  const released = releasedVersions(capability);
  return {
    id: capability.id,
    slug: slugOf(capability.id, capability.name),
    name: capability.name,
    kind: capability.kind,
    providerComponentId: capability.providerComponentId,
    ownerIds: [...capability.ownerIds],
    packages: [...capability.packages],
    formerNames: [...capability.formerNames],
    description: capability.description,
    documentation,
    firstRelease: isoTimeOrNull(released.find((one) => one.isSeenInUse !== true)?.at),
    latestVersion: newestVersion(capability),
    versionsCount: released.length === 0 ? null : released.length,
    releases: notableReleases(released).map(({ version, at }) => ({ version, at: isoTime(at) })),
    lifecycle: capability.lifecycle,
    evidenceIds: evidence.add(capability.evidence),
  };
}

/** Pre-releases and snapshots are no releases, where there is nothing else neither. */
function releasedVersions({ packages, releases }: Capability): Capability["releases"] {
  const scheme = versionScheme(packages[0]);
  const released = releases.filter(
    ({ version }) =>
      !isBeforeRelease(version) && (!scheme.isValid(version) || scheme.isStable(version)),
  );
  const stable = released.filter(({ version }) => isStableVersion(version));
  return stable.length === 0 ? released : stable;
}

/** The highest stable version, of a line that is kept up beside a newer one too; without a stable one the last that there was. */
function newestVersion({ packages, releases }: Capability): string | null {
  const scheme = versionScheme(packages[0]);
  const stable = releases
    .map(({ version }) => version)
    .filter((version) => isStableVersion(version) && scheme.isValid(version));
  let newest = stable[0];
  for (const version of stable)
    if (newest !== undefined && scheme.compare(version, newest) > 0) newest = version;
  return newest ?? releases.at(-1)?.version ?? null;
}

/** The first of each major, and the newest: what a reader marks on a curve. */
function notableReleases(releases: Capability["releases"]): Capability["releases"] {
  const majors = new Map<number, Capability["releases"][number]>();
  for (const release of releases) {
    const major = isStableVersion(release.version) ? majorOf(release.version) : null;
    if (major !== null && !majors.has(major)) majors.set(major, release);
  }
  const newest = releases.at(-1);
  return [...new Set([...majors.values(), ...(newest === undefined ? [] : [newest])])].slice(
    -mostReleases,
  );
}
