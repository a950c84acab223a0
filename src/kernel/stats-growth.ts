import type { ForecastModel } from "#vocabulary/adoption.ts";

export interface GrowthFit {
  readonly model: ForecastModel;
  /** Where cumulative adoption ends up: m of Bass, K of the logistic. */
  readonly ceiling: number;
  /** bass: `p` (innovation), `q` (imitation); logistic: `rate`, `midpoint`. Per period. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Period (from 0) at which adoption is fastest; 0 when it only slows down. */
  readonly peak: number;
  readonly residualSumOfSquares: number;
  readonly aicc: number;
  /** Cumulative adoption at the end of each of the first `periods` periods. */
  readonly path: (periods: number) => Float64Array;
}

/**
 * Bass (1969) by non-linear least squares on adoptions per period, m·(F(t) − F(t−1)), after Srinivasan and Mason (1986).
 * `increments[i]` are the adoptions of period i + 1, the product being new at 0. `start`: an earlier fit to
 * begin from, in place of several starts. Null when nothing fits.
 */
export function fitBass(
  increments: readonly number[],
  maximumCeiling = Number.POSITIVE_INFINITY,
  start?: GrowthFit,
): GrowthFit | null {
  const starts: (readonly [number, number])[] = start
    ? [[Math.log(start.parameters["p"]!), Math.log(start.parameters["q"]!)]]
    : [
        [-3.5, -1],
        [-5.5, -0.7],
        [-4, -2.5],
      ];
  const best = fit(bassSteps, increments, starts, maximumCeiling);
  if (best === null) return null;
  const [p, q] = [Math.exp(best.shape.first), Math.exp(best.shape.second)];
  const peak = q > p ? Math.log(q / p) / (p + q) : 0;
  return { model: "bass", parameters: { p, q }, peak, ...best.summary };
}

/**
 * Logistic growth of cumulative adoption, K ÷ (1 + exp(−rate·(t − midpoint))), by the same least squares. The first
 * period holds everything up to its end: taking differences from t = 0 would only be Bass in other letters.
 */
export function fitLogistic(
  increments: readonly number[],
  maximumCeiling = Number.POSITIVE_INFINITY,
  start?: GrowthFit,
): GrowthFit | null {
  const n = increments.length;
  const starts: (readonly [number, number])[] = start
    ? [[Math.log(start.parameters["rate"]!), start.parameters["midpoint"]!]]
    : [
        [Math.log(0.4), n / 2],
        [Math.log(0.2), n / 4],
        [Math.log(0.8), (3 * n) / 4],
      ];
  const best = fit(logisticSteps, increments, starts, maximumCeiling);
  if (best === null) return null;
  const [rate, midpoint] = [Math.exp(best.shape.first), best.shape.second];
  return {
    model: "logistic",
    parameters: { rate, midpoint },
    peak: Math.max(0, midpoint),
    ...best.summary,
  };
}

/** Least squares line through (x, y); the mean when all x are equal. */
export function straightLine(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const n = xs.length;
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n;
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n;
  let covariance = 0;
  let variance = 0;
  for (const [index, x] of xs.entries()) {
    covariance += (x - meanX) * ((ys[index] ?? 0) - meanY);
    variance += (x - meanX) ** 2;
  }
  const slope = variance === 0 ? 0 : covariance / variance;
  return (x) => meanY + slope * (x - meanX);
}

/** Akaike's criterion corrected for small samples (Hurvich and Tsai 1989), least squares; k counts the variance too. */
export function aicc(residualSumOfSquares: number, n: number, k: number): number {
  if (n - k - 1 <= 0) return Number.POSITIVE_INFINITY;
  // An exact fit would be −∞ for every model: the floor keeps them comparable.
  const variance = Math.max(residualSumOfSquares / n, 1e-12);
  return n * Math.log(variance) + 2 * k + (2 * k * (k + 1)) / (n - k - 1);
}

/** Writes the share of the ceiling that each period adds, for a shape of two unbounded numbers. */
type Steps = (first: number, second: number, into: Float64Array) => void;

interface Shape {
  readonly first: number;
  readonly second: number;
  readonly ceiling: number;
  /** Observed − fitted, per period. */
  readonly residuals: Float64Array;
  readonly sum: number;
}

// Powers by multiplication: one exp() for a whole curve, where resampling evaluates thousands of them.
const bassSteps: Steps = (logP, logQ, into) => {
  const p = Math.exp(logP);
  const ratio = Math.exp(logQ - logP);
  const fade = Math.exp(-p * (1 + ratio));
  let decay = 1;
  let before = 0;
  for (let index = 0; index < into.length; index += 1) {
    decay *= fade;
    const share = (1 - decay) / (1 + ratio * decay);
    into[index] = share - before;
    before = share;
  }
};

const logisticSteps: Steps = (logRate, midpoint, into) => {
  const rate = Math.exp(logRate);
  const fade = Math.exp(-rate);
  let distance = Math.exp(rate * midpoint);
  let before = 0;
  for (let index = 0; index < into.length; index += 1) {
    distance *= fade;
    const share = 1 / (1 + distance);
    into[index] = share - before;
    before = share;
  }
};

function fit(
  steps: Steps,
  increments: readonly number[],
  starts: readonly (readonly [number, number])[],
  maximumCeiling: number,
): { shape: Shape; summary: Omit<GrowthFit, "model" | "parameters" | "peak"> } | null {
  const evaluate = (first: number, second: number): Shape =>
    project(steps, increments, maximumCeiling, first, second);
  let shape: Shape | null = null;
  for (const [first, second] of starts) {
    // From an earlier fit a few steps suffice: resampling repeats this hundreds of times.
    const isNear = starts.length === 1;
    const candidate = minimise(
      evaluate,
      evaluate(first, second),
      isNear ? 5 : 60,
      isNear ? 1e-3 : 1e-9,
    );
    if (shape === null || candidate.sum < shape.sum) shape = candidate;
  }
  if (shape === null || !Number.isFinite(shape.sum) || !(shape.ceiling > 0)) return null;
  const { first, second, ceiling, sum } = shape;
  return {
    shape,
    summary: {
      ceiling,
      residualSumOfSquares: sum,
      aicc: aicc(sum, increments.length, 4),
      path: (periods) => {
        const path = new Float64Array(periods);
        steps(first, second, path);
        let total = 0;
        for (let index = 0; index < periods; index += 1) {
          total += ceiling * path[index]!;
          path[index] = total;
        }
        return path;
      },
    },
  };
}

/** The ceiling is linear: solved for exactly at every step (Golub and Pereyra 1973), two parameters remain. */
function project(
  steps: Steps,
  increments: readonly number[],
  maximumCeiling: number,
  first: number,
  second: number,
): Shape {
  const residuals = new Float64Array(increments.length);
  steps(first, second, residuals);
  let product = 0;
  let square = 0;
  for (let index = 0; index < residuals.length; index += 1) {
    const step = residuals[index]!;
    product += step * increments[index]!;
    square += step * step;
  }
  const ceiling = square > 0 ? Math.min(product / square, maximumCeiling) : 0;
  let sum = 0;
  for (let index = 0; index < residuals.length; index += 1) {
    const residual = increments[index]! - ceiling * residuals[index]!;
    residuals[index] = residual;
    sum += residual * residual;
  }
  return { first, second, ceiling, residuals, sum };
}

/** Levenberg (1944) and Marquardt (1963) in two parameters, derivatives by differences. */
function minimise(
  evaluate: (first: number, second: number) => Shape,
  start: Shape,
  iterations: number,
  tolerance: number,
): Shape {
  const step = 1e-5;
  let best = start;
  let damping = 1e-2;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const byFirst = evaluate(best.first + step, best.second).residuals;
    const bySecond = evaluate(best.first, best.second + step).residuals;
    let [a, b, d, u, v] = [0, 0, 0, 0, 0];
    for (let index = 0; index < byFirst.length; index += 1) {
      const residual = best.residuals[index]!;
      const x = (byFirst[index]! - residual) / step;
      const y = (bySecond[index]! - residual) / step;
      a += x * x;
      b += x * y;
      d += y * y;
      u += x * residual;
      v += y * residual;
    }
    const previous = best.sum;
    for (let attempt = 0; attempt < 8 && best.sum === previous; attempt += 1) {
      const [aa, dd] = [a * (1 + damping) + 1e-12, d * (1 + damping) + 1e-12];
      const determinant = aa * dd - b * b;
      const moveFirst = clamp((dd * u - b * v) / determinant);
      const moveSecond = clamp((aa * v - b * u) / determinant);
      const next = evaluate(best.first - moveFirst, best.second - moveSecond);
      if (next.sum < best.sum && next.ceiling > 0) {
        best = next;
        damping = Math.max(damping / 9, 1e-9);
      } else {
        damping *= 11;
      }
    }
    if (previous - best.sum <= tolerance * previous) break;
  }
  return best;
}

/** A long step in log parameters leaves the numbers a computer can hold. */
function clamp(move: number): number {
  return Number.isFinite(move) ? Math.max(-2, Math.min(2, move)) : 0;
}
