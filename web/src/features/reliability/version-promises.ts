import type { Report } from "#sections/report.ts";
import type { Capability } from "#web/api/report-rows.ts";

type Stability = Report["stability"][number];

/** A release that promised by its number to break nothing, and took an exported name away. */
export interface BrokenRelease {
  readonly capabilityId: string;
  readonly violation: NonNullable<Stability["violations"]>[number];
}

/** What libraries promise by their numbers: minor and patch releases take nothing away that was exported. */
export interface VersionPromises {
  /** Releases that could be compared with the one before them. */
  readonly compared: number;
  readonly kept: number;
  /** Capabilities that they are of. */
  readonly capabilitiesCount: number;
  /** The newest first. */
  readonly broken: readonly BrokenRelease[];
  readonly evidence: readonly string[];
}

/** Of all capabilities, or of those that one team offers. */
export function versionPromises(
  stability: Report["stability"],
  capabilities: readonly Capability[],
  team: string | null,
): VersionPromises {
  const own = new Set(
    capabilities.filter((one) => team === null || one.ownerIds.includes(team)).map(({ id }) => id),
  );
  const judged = stability.filter(
    (one) => own.has(one.capabilityId) && one.violations !== null && one.comparedCount > 0,
  );
  const broken = judged.flatMap(({ capabilityId, violations }) =>
    (violations ?? []).map((violation) => ({ capabilityId, violation })),
  );
  const compared = judged.reduce((sum, one) => sum + one.comparedCount, 0);
  return {
    compared,
    kept: compared - broken.length,
    capabilitiesCount: judged.length,
    broken: broken.toSorted((a, b) => (a.violation.at < b.violation.at ? 1 : -1)),
    evidence: judged.flatMap((one) => one.evidenceIds),
  };
}
