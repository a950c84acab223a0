import { known, unknown, type Answer } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { ScaleSeries } from "./options.ts";
import type { AdoptionResult } from "./result.ts";

/** Spread of what its consumers put on it, as fed in. */
export function scale(
  series: ScaleSeries | undefined,
): Answer<NonNullable<AdoptionResult["scale"]>> {
  if (!series || series.values.length === 0) {
    return unknown(
      "scale",
      "not-fed",
      "no load or size of its consumers is fed in",
      "a metric per consumer",
    );
  }
  const { source, unit, values } = series;
  return known({
    source,
    unit,
    min: quantileOf(values, 0),
    p50: quantileOf(values, 0.5),
    max: quantileOf(values, 1),
    n: values.length,
  });
}
