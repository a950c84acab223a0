import type { Objective } from "#web/api/report-rows.ts";
import { dateWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import { weeksKept } from "./weeks-kept.ts";
import type { BudgetingMethod, ReliabilityState } from "#vocabulary/reliability.ts";

export const stateWords: Readonly<Record<ReliabilityState, string>> = {
  ok: "within budget",
  burning: "burning",
  spent: "spent",
  unjudgeable: "cannot be judged",
};

export const methodWords: Readonly<Record<BudgetingMethod, string>> = {
  occurrences: "each event counts",
  timeslices: "each time slice counts as good or bad",
  "ratio-timeslices": "each time slice counts by its ratio",
};

/** A target keeps its digits: 99.95 % is not 100 %. */
export function targetWords(target: number): string {
  return `${Number((target * 100).toPrecision(8))}\u00a0%`;
}

/** What is overspent is told by what was used: −50 % left is hard to picture. */
export function budgetWords(left: number): string {
  if (left >= 0) return `${percentWords(left)} left`;
  return `${percentWords(1 - left)} used`;
}

export function windowWords({ window }: Objective): string {
  if (window === null) return "no window";
  const kind = window.timeZone === null ? "rolling" : `calendar of ${window.timeZone}`;
  return `${lengthWords(window.duration)}, ${kind}${window.isAssumed ? " (assumed)" : ""}`;
}

/** "3 of 4": whole weeks of the window that reached the target, each for itself; null where no week was counted. */
export function weeksWords(objective: Objective): string | null {
  const counted = weeksKept(objective).filter((one) => one !== null);
  if (counted.length === 0) return null;
  return `${numberWords(counted.filter(Boolean).length)} of ${numberWords(counted.length)}`;
}

const units: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s: "second",
    m: "minute",
    h: "hour",
    d: "day",
    w: "week",
    M: "month",
    Q: "quarter",
    Y: "year",
  }),
);

/** `4w` is 4 weeks. */
function lengthWords(duration: string): string {
  const unit = units.get(duration.slice(-1));
  return unit === undefined ? duration : plural(Number(duration.slice(0, -1)), unit);
}

/** The day on which a stretch ended: at midnight that is the day before. */
export function lastDayWords(end: string): string {
  return dateWords(Date.parse(end) - 1_000);
}

/** What the error-budget policy asks for. */
export const policyWords: Readonly<Record<ReliabilityState, string>> = {
  ok: "Features may ship.",
  burning: "Look at what burns it now; features may ship while budget is left.",
  spent: "Health work goes first until budget is back.",
  unjudgeable: "No decision can rest on it yet.",
};
