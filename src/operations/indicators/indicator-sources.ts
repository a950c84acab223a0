import type { DecisionInput } from "../decision/decision-input.ts";

/** What indicators are read from; a new measure is one more field. */
export interface IndicatorSources extends Pick<
  DecisionInput,
  "organisation" | "adoption" | "jobs" | "duplication" | "reliability" | "measures"
> {
  /** Share of live components whose owner is known. */
  readonly ownerCoverage: number | null;
}

export function indicatorSources(input: DecisionInput): IndicatorSources {
  const live = input.organisation.components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  return { ...input, ownerCoverage: live.length === 0 ? null : owned / live.length };
}
