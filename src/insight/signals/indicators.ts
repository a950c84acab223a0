import { decayIndicators } from "./decay-indicators.ts";
import type { Indicator, IndicatorReading } from "./indicator.ts";
import { signalIndicators } from "./signal-indicators.ts";
import { indicatorIds, type IndicatorId } from "#vocabulary/decision.ts";

export { indicatorIds, type IndicatorId };

export const indicators: Readonly<Record<IndicatorId, Indicator>> = {
  ...signalIndicators,
  ...decayIndicators,
};

/** Every indicator, known or not: whoever reads them cannot forget one. */
export type IndicatorReadings = Readonly<Record<IndicatorId, IndicatorReading>>;

/** Points and minimum that an organisation sets for itself. */
export type IndicatorThresholds = Readonly<
  Partial<Record<IndicatorId, Partial<Pick<Indicator, "zeroPoint" | "onePoint" | "minimumN">>>>
>;
