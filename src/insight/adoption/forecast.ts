import { counted } from "#kernel/phrases.ts";
import { known, unknown, type Answer } from "#evidence/unknown.ts";
import { fitBass, fitLogistic, straightLine, type GrowthFit } from "#kernel/stats-growth.ts";
import { quantile } from "#kernel/stats-summary.ts";
import type { Random } from "#kernel/stats-resample.ts";
import type { AdoptionOptions } from "./options.ts";
import type { Forecast } from "./result.ts";
import type { Use } from "./uses.ts";
import { highest, lowest } from "#kernel/extremes.ts";

/**
 * Cumulative first adoptions to come. Only where all gates are passed; otherwise null with the first that failed. `ceiling`:
 * components that have adopted or are eligible now.
 */
export function forecast(
  { firsts, ceiling }: { readonly firsts: readonly Use[]; readonly ceiling: number | null },
  asOf: number,
  options: AdoptionOptions,
  random: Random,
): Answer<Forecast> {
  const starts = firsts.filter((use) => !use.isFromCensored).map((use) => use.from);
  const unseen = firsts.length - starts.length;
  const fail = (code: string, reason: string, needs = "more time, and more adopters") =>
    unknown("forecast", code, reason, needs);
  if (starts.length < options.forecastMinimumAdoptions) {
    const least = options.forecastMinimumAdoptions;
    return fail(
      "too-few-adoptions",
      `${counted(starts.length, "adoption")} seen; at least ${least} are needed`,
    );
  }
  if (ceiling === null) {
    return fail("eligible-unknown", "the population that could adopt is unknown", "what it serves");
  }
  if (unseen > options.forecastMaximumUnseen * firsts.length) {
    return fail(
      "starts-unseen",
      `${counted(unseen, "adoption")} began before the record`,
      "whole history",
    );
  }
  const increments = adoptionsPerPeriod(starts, asOf, options.forecastPeriod);
  const periods = increments.length;
  if (periods < options.forecastMinimumPeriods) {
    const least = options.forecastMinimumPeriods;
    return fail("too-few-periods", `${periods} periods of history; at least ${least} are needed`);
  }
  const most = ceiling - unseen;
  const fit = betterFit(increments, most);
  if (
    fit === null ||
    fit.peak >= periods ||
    !hasSlowed(increments, options.forecastHeldOutPeriods)
  ) {
    return fail("peak-not-passed", "adoption is not yet slowing down: the ceiling cannot be told");
  }
  const heldOutError = predictHeldOut(increments, most, options.forecastHeldOutPeriods);
  if (heldOutError === null || !(heldOutError.model < heldOutError.straightLine)) {
    return fail(
      "no-better-than-a-line",
      "the last periods are predicted no better than by a straight line",
    );
  }
  return known({
    model: fit.model,
    ceiling: ceilingAhead(increments, fit, most) + unseen,
    parameters: fit.parameters,
    heldOutError,
    points: points(increments, fit, most, unseen, asOf, options, random),
  });
}

/** Where the forecast leads: what has been reached plus what the fit still holds, never below what is there already. */
function ceilingAhead(increments: readonly number[], fit: GrowthFit, most: number): number {
  const reached = increments.reduce((sum, count) => sum + count, 0);
  const explained = fit.path(increments.length).at(-1) ?? 0;
  return Math.min(most, reached + Math.max(0, fit.ceiling - explained));
}

/** Counts per period, the last one ending at as-of, the first one holding the first adoption. */
function adoptionsPerPeriod(starts: readonly number[], asOf: number, length: number): number[] {
  const periods = Math.floor((asOf - lowest(starts)) / length) + 1;
  const counts = Array.from<number>({ length: periods }).fill(0);
  for (const start of starts) {
    const index = periods - 1 - Math.floor((asOf - start) / length);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** A known ceiling bends any fit below it: the counts themselves must have come down, averaged over `width` periods. */
function hasSlowed(increments: readonly number[], width: number): boolean {
  const sums = increments
    .slice(width - 1)
    .map((_, index) => increments.slice(index, index + width).reduce((sum, n) => sum + n, 0));
  return sums.at(-1)! < highest(sums);
}

function betterFit(increments: readonly number[], ceiling: number): GrowthFit | null {
  const fits = [fitBass(increments, ceiling), fitLogistic(increments, ceiling)];
  const found = fits.filter((fit) => fit !== null).sort((a, b) => a.aicc - b.aicc);
  return found[0] ?? null;
}

/** Root mean squared errors over the last `heldOut` periods of what the periods before predict. */
function predictHeldOut(
  increments: readonly number[],
  ceiling: number,
  heldOut: number,
): Forecast["heldOutError"] | null {
  const cumulative = accumulate(increments);
  const trained = increments.length - heldOut;
  const fit = betterFit(increments.slice(0, trained), ceiling);
  if (fit === null) return null;
  const periods = cumulative.map((_, index) => index + 1);
  const line = straightLine(periods.slice(0, trained), cumulative.slice(0, trained));
  const path = fit.path(periods.length);
  const reached = cumulative[trained - 1]! - path[trained - 1]!;
  const error = (predict: (period: number) => number): number => {
    const squares = periods
      .slice(trained)
      .map((period) => (predict(period) - cumulative[period - 1]!) ** 2);
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  };
  return {
    model: error((period) => path[period - 1]! + reached),
    straightLine: error(line),
    periods: heldOut,
  };
}

/**
 * What has been reached plus the increments of the model, with a 95 % band from refitting to resampled residuals and drawing
 * those to come from them (residual bootstrap, Davison and Hinkley 1997, 7.2): it holds the scatter, too.
 */
function points(
  increments: readonly number[],
  fit: GrowthFit,
  most: number,
  unseen: number,
  asOf: number,
  options: AdoptionOptions,
  random: Random,
): Forecast["points"] {
  const periods = increments.length;
  const horizon = options.forecastHorizonPeriods;
  const refit = fit.model === "bass" ? fitBass : fitLogistic;
  const path = fit.path(periods + horizon);
  const fitted = increments.map((_, index) => path[index]! - (path[index - 1] ?? 0));
  const residuals = increments.map((count, index) => count - fitted[index]!);
  const draw = (): number => residuals[Math.floor(random() * periods)]!;
  const reached = increments.reduce((sum, count) => sum + count, 0);
  const replicated = Array.from(
    { length: horizon },
    () => new Float64Array(options.bootstrapReplicates),
  );
  for (let replicate = 0; replicate < options.bootstrapReplicates; replicate += 1) {
    const pseudo = fitted.map((value) => Math.max(0, value + draw()));
    const again = refit(pseudo, most, fit) ?? fit;
    const ahead = again.path(periods + horizon).subarray(periods - 1);
    let total = reached;
    for (let index = 0; index < horizon; index += 1) {
      total = Math.min(most, total + Math.max(0, ahead[index + 1]! - ahead[index]! + draw()));
      replicated[index]![replicate] = total;
    }
  }
  return replicated.map((totals, index) => {
    const likely = Math.min(most, reached + path[periods + index]! - path[periods - 1]!);
    const sorted = totals.sort();
    return {
      date: Math.round(asOf + (index + 1) * options.forecastPeriod),
      likely: likely + unseen,
      low: Math.min(likely, quantile(sorted, 0.025)) + unseen,
      high: Math.max(likely, quantile(sorted, 0.975)) + unseen,
    };
  });
}

function accumulate(increments: readonly number[]): number[] {
  let sum = 0;
  return increments.map((count) => (sum += count));
}
