import {
  gaussHermite,
  normalCdf,
  normalQuantile,
  type QuadraturePoint,
} from "#kernel/stats-normal.ts";

/** One thing that may hold: its chance before anything was seen, and by what evidence multiplies its odds. */
export interface Possible {
  readonly prior: number;
  readonly ratio: number;
}

export const pointsCount = 21;
const rule = gaussHermite(pointsCount);

/**
 * How many of the things hold, when a common factor makes them alike beforehand: p(z) = Φ((Φ⁻¹(π) − √ρ·z) ÷ √(1 − ρ)),
 * m = 1 − p + p·LR, P(N = n) = ∫ Πm · PB_n(p·LR ÷ m) φ(z)dz ÷ ∫ Πm φ(z)dz. Entry n is the chance of n.
 */
export function countChances(
  things: readonly Possible[],
  rho: number,
  quadrature: readonly QuadraturePoint[] = rule,
): number[] {
  // Things of one prior have one threshold, and move with the factor alike: facets of a signal all do.
  const thresholds = new Map<number, number>();
  for (const { prior } of things)
    if (!thresholds.has(prior)) thresholds.set(prior, normalQuantile(prior));
  // Ratios of thousands times thousands would overflow: each is divided by its largest possible part.
  const scales = things.map(({ ratio }) => Math.max(1, ratio));
  const sums = Array.from({ length: things.length + 1 }, () => 0);
  let whole = 0;
  for (const { z, weight } of quadrature) {
    let marginal = weight;
    const given = new Map<number, number>();
    for (const [prior, threshold] of thresholds)
      given.set(prior, normalCdf((threshold - Math.sqrt(rho) * z) / Math.sqrt(1 - rho)));
    const chances = things.map(({ prior, ratio }, index) => {
      const p = given.get(prior) ?? 0;
      const scale = scales[index] ?? 1;
      const m = (1 - p) / scale + p * (ratio / scale);
      marginal *= m;
      return m === 0 ? 0 : (p * (ratio / scale)) / m;
    });
    whole += marginal;
    for (const [n, chance] of poissonBinomial(chances).entries())
      sums[n] = (sums[n] ?? 0) + marginal * chance;
  }
  return sums.map((sum) => sum / whole);
}

/** Chance of n successes among independent trials of different chances. */
export function poissonBinomial(chances: readonly number[]): number[] {
  let found = [1];
  for (const p of chances) {
    const next = [...found, 0];
    for (let n = found.length; n >= 0; n -= 1)
      next[n] = (found[n] ?? 0) * (1 - p) + (n === 0 ? 0 : (found[n - 1] ?? 0) * p);
    found = next;
  }
  return found;
}

/** Chance of each of so many facets, so that any of them holds with `whole` under the factor they share. */
export function facetPrior(facets: number, whole: number, rho: number): number {
  if (facets === 1) return whole;
  let [low, high] = [1e-9, whole];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const things = Array.from({ length: facets }, () => ({ prior: middle, ratio: 1 }));
    if (1 - (countChances(things, rho)[0] ?? 0) < whole) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function odds(chance: number): number {
  return chance / (1 - chance);
}
