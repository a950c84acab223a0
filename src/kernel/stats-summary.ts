/** The 97.5 % point of the standard normal distribution: every interval here covers 95 %. */
export const z95 = 1.959963984540054;

/** Quantile of type 7 (Hyndman and Fan 1996) of ascending values; NaN for none. */
export function quantile(ascending: ArrayLike<number>, probability: number): number {
  const position = (ascending.length - 1) * probability;
  const below = Math.floor(position);
  const low = ascending[below];
  if (low === undefined) return Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** Quantile of type 7 of values in any order; NaN for none. */
export function quantileOf(values: readonly number[], probability: number): number {
  return quantile(Float64Array.from(values).sort(), probability);
}

export interface Weighted {
  readonly value: number;
  /** At least 0; what weighs nothing counts for nothing. */
  readonly weight: number;
}

/**
 * The value up to which half of all weight lies; midway to the next where it is half to the dot. With whole numbers as weights
 * the median of each value as often as it weighs. NaN for none.
 */
export function weightedMedian(values: readonly Weighted[]): number {
  return medianOfAscending(values.toSorted((a, b) => a.value - b.value));
}

/** The same of values that are in order. */
export function medianOfAscending(ascending: readonly Weighted[]): number {
  const half = ascending.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  let reached: number | null = null;
  for (const { value, weight } of ascending) {
    if (weight === 0) continue;
    if (reached !== null) return (reached + value) / 2;
    below += weight;
    if (below > half) return value;
    if (below === half) reached = value;
  }
  return reached ?? Number.NaN;
}

/** Score interval of a proportion (Wilson 1927), 95 %, without continuity correction; [0, 1] for no trials. */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) /
    (1 + z2 / trials);
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Median of the slopes between all pairs (Theil 1950, Sen 1968); pairs with equal x are left out.
 * Intercept: median of y − slope × x. Null when no two x differ.
 */
export function theilSen(
  xs: readonly number[],
  ys: readonly number[],
): { slope: number; intercept: number } | null {
  const slopes: number[] = [];
  for (const [i, xi] of xs.entries()) {
    for (let j = i + 1; j < xs.length; j += 1) {
      const run = (xs[j] ?? xi) - xi;
      if (run !== 0) slopes.push(((ys[j] ?? 0) - (ys[i] ?? 0)) / run);
    }
  }
  if (slopes.length === 0) return null;
  const slope = quantileOf(slopes, 0.5);
  const intercept = quantileOf(
    xs.map((x, index) => (ys[index] ?? 0) - slope * x),
    0.5,
  );
  return { slope, intercept };
}

/** Concentration Σ pᵢ² of counts (Simpson 1949): 1 when all are of one kind. NaN when all counts are 0. */
export function simpsonConcentration(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
}

/**
 * Effective number of kinds (Hill 1973): (Σ pᵢ^order)^(1 ÷ (1 − order)); exp(Shannon entropy) at order 1,
 * the default; the number of kinds at 0; 1 ÷ Simpson concentration at 2. NaN when all counts are 0.
 */
export function hillNumber(counts: readonly number[], order = 1): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return Number.NaN;
  const shares = counts.filter((count) => count > 0).map((count) => count / total);
  if (order === 1) {
    return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
  }
  return shares.reduce((sum, share) => sum + share ** order, 0) ** (1 / (1 - order));
}

/** p-values adjusted for the false discovery rate (Benjamini and Hochberg 1995), in the order given. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = Array.from<number>({ length: pValues.length }).fill(1);
  let smallest = 1;
  for (const [position, { p, index }] of descending.entries()) {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  }
  return adjusted;
}
