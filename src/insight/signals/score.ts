import { quantileOf } from "#kernel/stats-summary.ts";
import type { Indicator, IndicatorReading } from "./indicator.ts";
import type { IndicatorId } from "./indicators.ts";
import type { IndicatorResult } from "./result.ts";
import type { SignalState } from "#vocabulary/decision.ts";

/** State boundaries of docs/insights/signals.md (uncalibrated). */
const emergingFrom = 0.25;
const presentFrom = 0.5;

/** Linear from 0 at the zero-point to 1 at the one-point, whichever is the larger; flat outside. */
export function scoreOf(
  value: number,
  { zeroPoint, onePoint }: Pick<Indicator, "zeroPoint" | "onePoint">,
): number {
  if (zeroPoint === onePoint) return value >= onePoint ? 1 : 0;
  const share = (value - zeroPoint) / (onePoint - zeroPoint);
  return Math.min(1, Math.max(0, share));
}

export function stateOf(score: number | null): SignalState {
  if (score === null) return "unknown";
  if (score < emergingFrom) return "absent";
  return score < presentFrom ? "emerging" : "present";
}

/** The median of the scores; null with fewer independent witnesses (families) than asked for. */
export function medianScore(
  indicators: readonly IndicatorResult[],
  minimumFamilies: number,
): number | null {
  const scores = indicators.flatMap(({ score }) => score ?? []);
  return familiesKnown(indicators) < minimumFamilies ? null : quantileOf(scores, 0.5);
}

export function familiesKnown(indicators: readonly IndicatorResult[]): number {
  return new Set(indicators.flatMap((one) => (one.score === null ? [] : one.family))).size;
}

/** A reading in the terms of its indicator; below the minimum of observations it is unknown. */
export function indicatorResult(
  id: IndicatorId,
  indicator: Indicator,
  reading: IndicatorReading,
): IndicatorResult {
  const { of: _, ...definition } = indicator;
  const nothing = { id, ...definition, value: null, score: null, text: null, history: [] };
  if (reading.unknown !== null)
    return { ...nothing, n: 0, coverage: null, evidence: [], unknown: reading.unknown };
  const { value, n, coverage, text, evidence, history } = reading;
  if (n < indicator.minimumN || !Number.isFinite(value)) {
    return {
      ...nothing,
      n,
      coverage,
      evidence: [],
      unknown: {
        code: "too-few",
        reason: `${String(n)} were counted; with fewer than ${String(indicator.minimumN)} chance decides.`,
        needs: "More repositories, owners or history.",
      },
    };
  }
  return {
    id,
    ...definition,
    value,
    score: scoreOf(value, indicator),
    n,
    coverage,
    text,
    evidence,
    history: history.map((point) => ({ ...point, score: scoreOf(point.value, indicator) })),
    unknown: null,
  };
}
