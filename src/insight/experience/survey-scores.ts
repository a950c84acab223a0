import { bootstrap, seededRandom } from "#kernel/stats-resample.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import type { ScoreResult, Share } from "./result.ts";

const replicates = 999;

/** Rounded: a figure is no more exact than people are, and exact ones help to work out single answers. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

export function shareOf(count: number, n: number): Share {
  const { low, high } = wilsonInterval(count, n);
  return { value: rounded(count / n, 2), low: rounded(low, 2), high: rounded(high, 2), n };
}

/** Net promoter score (Reichheld 2003): 100 × (share of 9 and 10 − share of 0 to 6). Interval by bootstrap over respondents. */
export function netPromoterScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(survey, values, 0, (sample) => {
    const promoters = sample.filter((value) => value >= 9).length;
    const detractors = sample.filter((value) => value <= 6).length;
    return (100 * (promoters - detractors)) / sample.length;
  });
}

/** What each score tells apart: promoters, passives and detractors; satisfied or not; each step of effort. */
export const sidesOf = {
  nps: (value: number): number => (value >= 9 ? 2 : value <= 6 ? 0 : 1),
  csat: (value: number): number => Number(value >= 4),
  ces: (value: number): number => value,
} as const;

/** Customer satisfaction: per cent of answers of 4 and 5. */
export function satisfactionScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(
    survey,
    values,
    0,
    (sample) => (100 * sample.filter((value) => value >= 4).length) / sample.length,
  );
}

/** Customer effort: mean agreement, from 1 to 7. */
export function effortScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(
    survey,
    values,
    1,
    (sample) => sample.reduce((sum, value) => sum + value, 0) / sample.length,
  );
}

function scored(
  survey: string,
  values: readonly number[],
  digits: number,
  statistic: (sample: readonly number[]) => number,
): ScoreResult {
  const random = seededRandom(`${survey} ${String(values.length)}`);
  const { low, high } = bootstrap(values, statistic, replicates, random);
  return {
    survey,
    value: rounded(statistic(values), digits),
    low: rounded(low, digits),
    high: rounded(high, digits),
    n: values.length,
  };
}
