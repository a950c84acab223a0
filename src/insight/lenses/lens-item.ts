import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Keepers } from "#model/keepers.ts";
import type { LensKind } from "#vocabulary/proposals.ts";

/** One thing to do next, with why. */
export interface LensItem {
  readonly kind: LensKind;
  /** In the imperative: what to do. */
  readonly title: string;
  /** Components, capabilities or teams that it is about. */
  readonly subjectIds: readonly string[];
  /** Who would feel it: see `keepersOf`. */
  readonly reach: number;
  readonly reachUnit: Keepers["unit"];
  /** How much there is to gain, from 0 to 1, by the kind's own measure (docs/insights/lenses.md; uncalibrated). */
  readonly strength: number;
  /** reach × strength: what the list is sorted by. */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

export function lensItem(
  kind: LensKind,
  title: string,
  subjectIds: readonly string[],
  { count: reach, unit }: Keepers,
  strength: number,
  reasons: readonly string[],
  evidence: readonly EvidenceRef[],
): LensItem {
  const bounded = Math.min(1, Math.max(0, strength));
  return {
    kind,
    title,
    subjectIds,
    reach,
    reachUnit: unit,
    strength: bounded,
    score: reach * bounded,
    reasons,
    evidence: evidence.slice(0, 12),
  };
}

/** A team by itself, or so many of them. */
export function teamReach(count = 1): Keepers {
  return { count, unit: "team" };
}

/** Highest score first; equal scores by their titles, so that the order never depends on the input's. */
export function ranked(items: readonly LensItem[], most: number): LensItem[] {
  return items
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1))
    .slice(0, most);
}
