import { bootstrap, seededRandom } from "#kernel/stats-resample.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import type { ScoreResult, Share } from "./result.ts";

const replicates = 999;

export function shareOf(count: number, n: number): Share {
  return { value: count / n, ...wilsonInterval(count, n), n };
}

/** Net promoter score (Reichheld 2003): 100 × (share of 9 and 10 − share of 0 to 6). Interval by bootstrap over respondents. */
export function netPromoterScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(survey, values, (sample) => {
    const promoters = sample.filter((value) => value >= 9).length;
    const detractors = sample.filter((value) => value <= 6).length;
    return (100 * (promoters - detractors)) / sample.length;
  });
}

/** Customer satisfaction: per cent of answers of 4 and 5. */
export function satisfactionScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(
    survey,
    values,
    (sample) => (100 * sample.filter((value) => value >= 4).length) / sample.length,
  );
}

/** Customer effort: mean agreement, from 1 to 7. */
export function effortScore(survey: string, values: readonly number[]): ScoreResult {
  return scored(
    survey,
    values,
    (sample) => sample.reduce((sum, value) => sum + value, 0) / sample.length,
  );
}

function scored(
  survey: string,
  values: readonly number[],
  statistic: (sample: readonly number[]) => number,
): ScoreResult {
  const random = seededRandom(`${survey} ${String(values.length)}`);
  return {
    survey,
    value: statistic(values),
    ...bootstrap(values, statistic, replicates, random),
    n: values.length,
  };
}
