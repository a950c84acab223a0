import { versionScheme } from "#insight/adoption/versions.ts";
import type { Capability, Consumption } from "#model/organisation.ts";
import { type EvidenceList, isoTime, isoTimeOrNull } from "../evidence-list.ts";
import { isStableVersion, majorOf } from "#evidence/version-names.ts";
import type { ReportCapability } from "./schema.ts";

const mostReleases = 40;

/** `used`: versions that its users lock. */
export function mapCapability(
  capability: Capability,
  documentation: ReportCapability["documentation"],
  used: readonly string[],
  evidence: EvidenceList,
): ReportCapability {
  const releases = capability.releases;
  return {
    id: capability.id,
    name: capability.name,
    kind: capability.kind,
    providerComponentId: capability.providerComponentId,
    ownerIds: [...capability.ownerIds],
    packages: [...capability.packages],
    formerNames: [...capability.formerNames],
    description: capability.description,
    documentation,
    firstRelease: isoTimeOrNull(releases[0]?.at),
    latestVersion: newestVersion(capability, used),
    versionsCount: releases.length === 0 ? null : releases.length,
    releases: notableReleases(releases).map(({ version, at }) => ({ version, at: isoTime(at) })),
    lifecycle: capability.lifecycle,
    evidenceIds: evidence.add(capability.evidence),
  };
}

/** Versions that users of each capability lock or locked. */
export function versionsInUse(
  consumptions: readonly Consumption[],
): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>();
  for (const { capabilityId, versions } of consumptions) {
    const known = used.get(capabilityId) ?? [];
    used.set(capabilityId, known);
    for (const { version } of versions) known.push(version);
  }
  return used;
}

/**
 * The highest stable version, of a line that is kept up beside a newer one too; a user ahead of the clone knows it better.
 * Without a stable one the last that there was.
 */
function newestVersion(capability: Capability, used: readonly string[]): string | null {
  const { packages, releases, lifecycle } = capability;
  if (releases.length === 0) return null;
  const scheme = versionScheme(packages[0]);
  // What has several names had one that somebody else may go on publishing; so may what was given up here.
  const known = packages.length === 1 && lifecycle !== "archived" ? used : [];
  const stable = [...releases.map(({ version }) => version), ...known].filter(
    (version) => isStableVersion(version) && scheme.isValid(version),
  );
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
