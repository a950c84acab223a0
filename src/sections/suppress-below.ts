import type { Configuration } from "#contract/configuration.ts";

/** Fewer people than this are never shown: fulcrum.yaml, else five. */
export function suppressBelow({ thresholds }: Pick<Configuration, "thresholds">): number {
  return thresholds.suppressBelow ?? 5;
}
