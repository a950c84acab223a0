import { decayIndicators } from "./decay-indicators.ts";
import type { Indicator, IndicatorReading } from "./indicator.ts";
import { signalIndicators } from "./signal-indicators.ts";

export const indicators = { ...signalIndicators, ...decayIndicators } as const;
export type IndicatorId = keyof typeof indicators;

/** Every indicator, known or not: whoever reads them cannot forget one. */
export type IndicatorReadings = Readonly<Record<IndicatorId, IndicatorReading>>;

/** Points and minimum that an organisation sets for itself. */
export type IndicatorThresholds = Readonly<
  Partial<Record<IndicatorId, Partial<Pick<Indicator, "zeroPoint" | "onePoint" | "minimumN">>>>
>;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
export const indicatorIds = Object.keys(indicators) as readonly IndicatorId[];
