import { isAbove } from "./exact-ratio.ts";
import { errorBudget } from "./objective.ts";
import type { SliIndex } from "./sli-index.ts";
import type { BudgetPeriod } from "./windows.ts";
import type { BudgetingMethod } from "#vocabulary/reliability.ts";

export interface Budget {
  /** Bad events, or bad slices, that the period may hold. */
  readonly allowed: number;
  readonly spent: number;
  /** 1: untouched, 0: spent, below 0: overspent. */
  readonly left: number;
}

/**
 * Error budget of a period. Occurrences: (1 − target) × events so far. Timeslices and RatioTimeslices: (1 − target) × all
 * slices of the period, spent by bad slices or by what each lacks of 100 %. Null where nothing is allowed because nothing
 * happened. `index` is already sliced for the methods that count time (`bySlice`). Source: OpenSLO v1; SRE Workbook, ch. 2.
 */
export function budgetOf(
  index: SliIndex,
  { from, to, end }: BudgetPeriod,
  target: number,
  method: BudgetingMethod,
): Budget | null {
  const { good, total } = index.sum(from, to);
  const units =
    method === "occurrences" ? total : Math.floor((end - from) / index.series.sliceSeconds);
  const allowed = Number((errorBudget(target) * units).toPrecision(12));
  if (allowed <= 0) return null;
  const spent = Math.max(0, total - good);
  // What is spent to the last event is spent, whatever the sums of slices leave.
  const isSpent = !isAbove(spent, allowed) && !isAbove(allowed, spent);
  return { allowed, spent, left: isSpent ? 0 : 1 - spent / allowed };
}

/** Seconds until the budget of a whole period is spent at a constant burn rate (SRE Workbook, ch. 5: period ÷ rate). */
export function secondsToSpend(
  periodSeconds: number,
  burnRate: number,
  budgetLeft = 1,
): number | null {
  return burnRate <= 0 || budgetLeft <= 0 ? null : (periodSeconds * budgetLeft) / burnRate;
}
