import type { DecisionInput } from "../decision/decision-input.ts";

/** What indicators are read from; a new measure is one more field. */
export interface IndicatorSources extends Pick<
  DecisionInput,
  | "organisation"
  | "repositories"
  | "adoption"
  | "jobs"
  | "duplication"
  | "reliability"
  | "measures"
  | "declared"
> {
  /** Share of live components whose owner is known. */
  readonly ownerCoverage: number | null;
  /** Components classed as platform. */
  readonly platformIds: ReadonlySet<string>;
  /** Goals of fulcrum.yaml. */
  readonly goalsCount: number;
}

export function indicatorSources(input: DecisionInput): IndicatorSources {
  const live = input.organisation.components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  return {
    ...input,
    ownerCoverage: live.length === 0 ? null : owned / live.length,
    goalsCount: input.goalsCount,
    platformIds: new Set(
      input.classifications.filter((one) => one.class === "platform").map((one) => one.componentId),
    ),
  };
}
