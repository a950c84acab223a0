import type { SliSeries } from "#evidence/sli-series.ts";
import { alertWindows } from "./alert-windows.ts";
import { budgetOf, secondsToSpend, type Budget } from "./budget.ts";
import { burnDown, measured } from "./burn-down.ts";
import { alertState, burnRate } from "./burn-rate.ts";
import { day, hour } from "./durations.ts";
import { errorBudget, type ServiceLevelObjective } from "./objective.ts";
import { reliabilityDefaults, type ReliabilityOptions } from "./options.ts";
import type { ObjectiveStatus, ReliabilityUnknown } from "./result.ts";
import { SliIndex } from "./sli-index.ts";
import { bySlice, inSlices, isCountedAcross } from "./slices.ts";
import { periodAt } from "./windows.ts";

/** What is known of one objective's data: the series, or why there is none. */
export type SliAnswer = SliSeries | ReliabilityUnknown;

/** Budget, burn rates, alerts and policy state of one objective at `at` (seconds since the epoch). */
export function assessObjective(
  objective: ServiceLevelObjective,
  data: SliAnswer,
  at: number,
  options: ReliabilityOptions = reliabilityDefaults,
): ObjectiveStatus {
  const { window, target, method } = objective;
  const blank = unjudged(objective);
  if (window === null) return { ...blank, unknown: noWindow };
  const period = periodAt(window, at);
  const length = period.end - period.from;
  const { windows, dropped } = alertWindows(target, length, objective.sliceSeconds ?? 0);
  const beforeData = { ...blank, period, droppedWindows: dropped };
  if ("reason" in data) return { ...beforeData, unknown: data };
  if (length < hour) return { ...beforeData, unknown: tooShort };
  const sliced = seriesFor(objective, data, period.from);
  if ("reason" in sliced) return { ...beforeData, unknown: sliced };
  const index = new SliIndex(sliced, data);
  const { good, total } = index.sum(period.from, period.to);
  const coverage = index.coverage(period.from, period.to);
  const budget = budgetOf(index, period, target, method);
  const unknown = reasonAgainst(objective, index, budget, coverage, options);
  const rule = { target, minimumCoverage: options.minimumCoverage };
  const rates = (seconds: number) => burnRate(index, period.to, seconds, rule);
  const alerts = windows.map((one) => alertState(index, period.to, one, rule));
  const burnRates = [hour, 6 * hour, day, 3 * day, period.to - period.from]
    .filter(
      (seconds, place, all) => seconds <= period.to - period.from && all.indexOf(seconds) === place,
    )
    .map(rates);
  const found = {
    ...beforeData,
    good,
    total,
    weighting: sliced.weighting,
    coverage,
    burnRates,
    alerts,
    evidence: [measured(index, period, { good, total })],
  };
  if (budget === null || unknown !== null) return { ...found, unknown: unknown ?? noEvents };
  const pace = burnRates[1]?.rate ?? burnRates.at(-1)?.rate ?? 0;
  return {
    ...found,
    state: stateOf(budget, alerts),
    budget,
    spentInSeconds: secondsToSpend(length, pace, budget.left),
    burnDown: burnDown(index, period, budget, options.mostPoints),
  };
}

function stateOf(budget: Budget, alerts: ObjectiveStatus["alerts"]): ObjectiveStatus["state"] {
  if (budget.left <= 0) return "spent";
  return alerts.some((one) => one.state === "firing") ? "burning" : "ok";
}

/** The data as the budgeting method counts them. */
function seriesFor(objective: ServiceLevelObjective, data: SliSeries, from: number): SliAnswer {
  if (objective.method === "occurrences") return data;
  const seconds = objective.sliceSeconds ?? 0;
  if (seconds > 0 && isCountedAcross(data, seconds, from))
    return {
      code: "coarse-data",
      reason: `some data were counted over stretches that lie in several slices of ${String(seconds)} s`,
      needs: "data at least as fine as a slice",
    };
  const sliced = inSlices(data, seconds);
  if (sliced !== null)
    return bySlice(sliced, objective.method === "timeslices" ? objective.sliceTarget : null);
  return {
    code: "coarse-data",
    reason: `the data come every ${String(data.sliceSeconds)} s, slices are ${String(seconds)} s long`,
    needs: "data at least as fine as a slice",
  };
}

function reasonAgainst(
  { method, target }: ServiceLevelObjective,
  index: SliIndex,
  budget: Budget | null,
  coverage: number,
  { minimumCoverage }: ReliabilityOptions,
): ReliabilityUnknown | null {
  if (budget === null) return noEvents;
  // What is overspent in slices of the whole period stays so, whatever the missing data would say.
  if (method !== "occurrences" && budget.left <= 0) return null;
  if (coverage < minimumCoverage)
    return {
      code: "data-missing",
      reason: `the data cover ${String(Math.floor(coverage * 100))} % of the window`,
      needs: `data for at least ${String(minimumCoverage * 100)} % of it`,
    };
  if (method === "occurrences" && index.series.weighting === "events" && budget.allowed < 1)
    return {
      code: "low-traffic",
      reason: `low traffic: a single failure would spend the whole budget (${String(Math.round(budget.allowed / errorBudget(target)))} events in the window)`,
      needs: "more traffic, synthetic requests, a lower target or a longer window",
    };
  return null;
}

const noWindow: ReliabilityUnknown = {
  code: "no-window",
  reason: "the objective names no time window that can be used",
  needs: "a timeWindow in its document",
};
const noEvents: ReliabilityUnknown = {
  code: "no-traffic",
  reason: "nothing happened in the window",
  needs: "traffic, or synthetic requests",
};
const tooShort: ReliabilityUnknown = {
  code: "window-too-short",
  reason: "a window below one hour leaves nothing to steer by",
  needs: "a longer window: months are written 1M, 1m is a minute",
};

function unjudged(objective: ServiceLevelObjective): ObjectiveStatus {
  return {
    objective,
    state: "unjudgeable",
    budget: null,
    unknown: null,
    period: null,
    good: 0,
    total: 0,
    weighting: "events",
    coverage: 0,
    burnRates: [],
    alerts: [],
    droppedWindows: [],
    spentInSeconds: null,
    burnDown: [],
    evidence: [],
  };
}
