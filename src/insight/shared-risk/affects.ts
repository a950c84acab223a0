import type { Advisory, AdvisoryEvent, AdvisoryRange } from "#evidence/advisories.ts";
import type { VersionScheme } from "../adoption/versions.ts";

type Affected = Advisory["affected"][number];

/**
 * Is a version affected? As OSV's schema evaluates it: named in `versions` (whose spelling is the scheme's: `1.0` is `1.0.0`), or
 * inside a range, whose events are walked in the order of versions. What the scheme cannot read is compared by its text only.
 */
export function isAffected(affected: Affected, version: string, scheme: VersionScheme): boolean {
  if (affected.versions.includes(version)) return true;
  if (!scheme.isValid(version)) return false;
  return (
    affected.versions.some((one) => scheme.isValid(one) && scheme.compare(one, version) === 0) ||
    affected.ranges.some(
      (range) => isOrdered(range, scheme) && isInRange(range.events, version, scheme),
    )
  );
}

/**
 * The lowest version above this one that is called fixed and that none of the records affects: what mends one of two may still be
 * hit by the other. Null where they name none.
 */
export function fixedBy(
  affected: readonly Affected[],
  version: string,
  scheme: VersionScheme,
): string | null {
  const fixes = affected
    .flatMap(({ ranges }) => ranges)
    .filter((range) => isOrdered(range, scheme))
    .flatMap(({ events }) => events)
    .filter((one) => one.kind === "fixed" && one.version !== "0")
    .map((one) => one.version)
    .filter((one) => scheme.compare(one, version) > 0)
    .sort((a, b) => scheme.compare(a, b));
  const isClean = (fix: string): boolean => !affected.some((one) => isAffected(one, fix, scheme));
  return [...new Set(fixes)].slice(0, mostFixes).find(isClean) ?? null;
}

/** Each is looked up in all ranges. */
const mostFixes = 50;

/**
 * Whether the scheme reads every version of a range. Where it does not, the range says nothing: without its end everything after
 * its beginning would be affected.
 */
export function isOrdered({ events }: AdvisoryRange, scheme: VersionScheme): boolean {
  return events.every(
    ({ kind, version }) =>
      version === "0" || (kind === "limit" && version === "*") || scheme.isValid(version),
  );
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
  const limits = events.filter(({ kind }) => kind === "limit");
  const isBefore = ({ version: limit }: AdvisoryEvent): boolean =>
    limit === "*" || compare(version, limit) < 0;
  if (limits.length > 0 && !limits.some(isBefore)) return false;
  const readable = events
    .filter(({ kind }) => kind !== "limit")
    .toSorted((a, b) => compare(a.version, b.version));
  let isHit = false;
  for (let from = 0, to = 0; from < readable.length; from = to) {
    const at = readable[from]?.version ?? "";
    while (to < readable.length && compare(readable[to]?.version ?? "", at) === 0) to++;
    const order = compare(version, at);
    if (order < 0) break;
    for (const kind of orderAt(readable.slice(from, to), isHit)) {
      if (kind === "introduced") isHit = true;
      else if (kind === "introduced after") isHit ||= order > 0;
      else if (kind === "fixed" || order > 0) isHit = false;
    }
  }
  return isHit;
}

/**
 * Of events at one version: what is open ends before it begins anew (fixed and introduced again at 2.0); what is not begins
 * before it ends, so that introduced and last affected at 1.0 is 1.0 alone, and introduced and fixed there is nothing.
 */
function orderAt(
  events: readonly AdvisoryEvent[],
  isOpen: boolean,
): readonly AdvisoryEvent["kind"][] {
  const begins = events.filter(({ kind }) => kind === "introduced").slice(0, 1);
  const ends = events.filter(({ kind }) => kind !== "introduced" && kind !== "introduced after");
  const after = events.filter(({ kind }) => kind === "introduced after").slice(0, 1);
  const atIt = isOpen ? [...ends, ...begins] : [...begins, ...ends];
  return [...atIt, ...after].map(({ kind }) => kind);
}
