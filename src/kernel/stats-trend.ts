import { quantileOf, z95 } from "./stats-summary.ts";

export interface Trend {
  /** Change of y for one step of x. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Theil–Sen slope with its 95 % interval after Sen (1968): order statistics of the pairwise slopes at (N ± C) ÷ 2, with
 * C = z √(n (n − 1) (2n + 5) ÷ 18), Kendall's variance without correction for ties. Null below three points with different x.
 */
export function theilSenTrend(xs: readonly number[], ys: readonly number[]): Trend | null {
  const slopes: number[] = [];
  const n = xs.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const run = (xs[j] ?? 0) - (xs[i] ?? 0);
      if (run !== 0) slopes.push(((ys[j] ?? 0) - (ys[i] ?? 0)) / run);
    }
  }
  if (n < 3 || slopes.length === 0) return null;
  const ascending = slopes.sort((a, b) => a - b);
  const spread = z95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const last = ascending.length - 1;
  const below = Math.max(0, Math.floor((ascending.length - spread) / 2) - 1);
  const above = Math.min(last, Math.ceil((ascending.length + spread) / 2));
  return {
    slope: quantileOf(ascending, 0.5),
    low: ascending[below] ?? Number.NaN,
    high: ascending[above] ?? Number.NaN,
    n,
  };
}
