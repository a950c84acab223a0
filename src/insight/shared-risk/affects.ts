import type { Advisory, AdvisoryEvent } from "#evidence/advisories.ts";
import type { VersionScheme } from "../adoption/versions.ts";

type Affected = Advisory["affected"][number];

/**
 * Is a version affected? As OSV's schema evaluates it: named in `versions`, or inside a range, whose events are walked in the
 * order of versions. A version that the scheme cannot read is compared by its text in `versions` only.
 */
export function isAffected(affected: Affected, version: string, scheme: VersionScheme): boolean {
  if (affected.versions.includes(version)) return true;
  if (!scheme.isValid(version)) return false;
  return affected.ranges.some(({ events }) => isInRange(events, version, scheme));
}

/** The lowest version above this one that an advisory calls fixed; null where it names none. */
export function fixedBy(affected: Affected, version: string, scheme: VersionScheme): string | null {
  const fixes = affected.ranges
    .flatMap(({ events }) => events)
    .filter((one) => one.kind === "fixed" && scheme.isValid(one.version))
    .map((one) => one.version)
    .filter((one) => scheme.compare(one, version) > 0)
    .sort((a, b) => scheme.compare(a, b));
  return fixes[0] ?? null;
}

function isInRange(
  events: readonly AdvisoryEvent[],
  version: string,
  scheme: VersionScheme,
): boolean {
  const compare = (a: string, b: string): number => {
    if (a === b) return 0;
    if (a === "0") return -1;
    return b === "0" ? 1 : scheme.compare(a, b);
  };
  const readable = events.filter((one) => one.version === "0" || scheme.isValid(one.version));
  const limits = readable.filter((one) => one.kind === "limit");
  if (limits.length > 0 && !limits.some((one) => compare(version, one.version) < 0)) return false;
  let isHit = false;
  for (const event of readable.toSorted((a, b) => compare(a.version, b.version) || order(a, b))) {
    if (event.kind === "introduced" && compare(version, event.version) >= 0) isHit = true;
    else if (event.kind === "fixed" && compare(version, event.version) >= 0) isHit = false;
    else if (event.kind === "last_affected" && compare(version, event.version) > 0) isHit = false;
  }
  return isHit;
}

/** At one version it is fixed before it is introduced again. */
function order(a: AdvisoryEvent, b: AdvisoryEvent): number {
  return Number(a.kind === "introduced") - Number(b.kind === "introduced");
}
