import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import type { DecisionInput } from "./decision-input.ts";

export function indicatorSources(input: DecisionInput): IndicatorSources {
  const live = input.organisation.components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  return {
    ...input,
    ...input.measures,
    ...input.declared,
    ownerCoverage: live.length === 0 ? null : owned / live.length,
    platformIds: new Set(
      input.classifications.filter((one) => one.class === "platform").map((one) => one.componentId),
    ),
  };
}
