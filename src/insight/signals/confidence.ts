import { familiesKnown } from "./score.ts";
import type { IndicatorResult } from "./result.ts";
import type { Level } from "#vocabulary/evidence.ts";

/**
 * High: three independent indicators, coverage ≥ 0.8, each counted on three times its minimum. Medium: two, coverage
 * ≥ 0.5. Else low. A coverage that cannot be said counts as 0.5. Rule of docs/insights/signals.md (uncalibrated).
 */
export function confidenceOf(indicators: readonly IndicatorResult[]): {
  readonly confidence: Level;
  readonly reason: string;
} {
  const known = indicators.filter((one) => one.score !== null);
  const families = familiesKnown(indicators);
  const coverage =
    known.reduce((sum, one) => sum + (one.coverage ?? 0.5), 0) / Math.max(1, known.length);
  const isPlenty = known.every((one) => one.n >= 3 * one.minimumN);
  const confidence =
    families >= 3 && coverage >= 0.8 && isPlenty
      ? "high"
      : families >= 2 && coverage >= 0.5
        ? "medium"
        : "low";
  const reason = `${String(known.length)} of ${String(indicators.length)} indicators are known${
    known.length === 0
      ? ""
      : `, ${String(families)} of them independent; the evidence reaches ${String(Math.round(coverage * 100))} % on average${isPlenty ? "" : ", and some were counted on few cases"}`
  }.`;
  return { confidence, reason };
}
