import type { AlertWindow } from "./alert-windows.ts";
import { isAbove } from "./exact-ratio.ts";
import { errorBudget } from "./objective.ts";
import type { SliIndex } from "./sli-index.ts";
import type { AlertStatus } from "#vocabulary/reliability.ts";

/** A burn rate, or why there is none. 1 spends the budget exactly by the end of the period. */
export type BurnRate =
  | {
      readonly windowSeconds: number;
      readonly rate: number;
      readonly n: number;
      readonly reason: null;
    }
  | {
      readonly windowSeconds: number;
      readonly rate: null;
      readonly n: number;
      readonly reason: string;
    };

/** What a burn rate is held against, and how much of its window the data must cover (0 to 1). */
export interface BurnRule {
  readonly target: number;
  readonly minimumCoverage: number;
}

/** Error ratio over [at − window, at) ÷ (1 − target). */
export function burnRate(
  index: SliIndex,
  at: number,
  windowSeconds: number,
  { target, minimumCoverage }: BurnRule,
): BurnRate {
  const from = at - windowSeconds;
  const { good, total } = index.sum(from, at);
  const unknown = (reason: string): BurnRate => ({ windowSeconds, rate: null, n: total, reason });
  if (windowSeconds < index.grain(from, at)) return unknown("the data are coarser than the window");
  if (index.coverage(from, at) < minimumCoverage)
    return unknown("the data do not cover the window");
  if (total <= 0) return unknown("nothing happened in the window");
  const rate = Math.max(0, total - good) / total / errorBudget(target);
  return { windowSeconds, rate, n: total, reason: null };
}

export interface AlertState extends AlertWindow {
  readonly state: AlertStatus;
  readonly long: BurnRate;
  readonly short: BurnRate;
  readonly reason: string | null;
}

/** Both windows above the factor. Unknown at low traffic: where one failure alone would fire it (SRE Workbook, ch. 5). */
export function alertState(
  index: SliIndex,
  at: number,
  window: AlertWindow,
  rule: BurnRule,
): AlertState {
  const rateOver = (seconds: number): BurnRate => burnRate(index, at, seconds, rule);
  const long = rateOver(window.longSeconds);
  const short = rateOver(window.shortSeconds);
  const isScarce =
    index.series.weighting === "events" &&
    long.n > 0 &&
    isAbove(1 / long.n, window.factor * errorBudget(rule.target));
  const reason =
    long.reason ??
    (isScarce ? "low traffic: a single failure would fire it" : null) ??
    (long.rate !== null && !isAbove(long.rate, window.factor) ? null : short.reason);
  const isFiring =
    long.rate !== null &&
    short.rate !== null &&
    isAbove(long.rate, window.factor) &&
    isAbove(short.rate, window.factor);
  const state = reason !== null ? "unknown" : isFiring ? "firing" : "quiet";
  return { ...window, state, long, short, reason };
}
