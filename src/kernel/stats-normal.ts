/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Distribution function of the standard normal distribution, to about 1e-15 absolutely. */
export function normalCdf(z: number): number {
  return z < 0 ? 0.5 * erfc(-z / Math.SQRT2) : 1 - 0.5 * erfc(z / Math.SQRT2);
}

/** Inverse of `normalCdf` on (0, 1): bisected to a narrow bracket, then Newton's method. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`no quantile of ${String(probability)}`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let low = -40;
  let high = 0;
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  let z = (low + high) / 2;
  for (let step = 0; step < 6; step += 1) {
    const density = normalDensity(z);
    if (density === 0) break;
    z -= (normalCdf(z) - probability) / density;
  }
  return z;
}

/** 1 − erf(x) for x ≥ 0: Maclaurin's series near 0, Laplace's continued fraction beyond. */
function erfc(x: number): number {
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n += 1) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
      if (n > 200) break;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 80; n >= 1; n -= 1) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

export interface QuadraturePoint {
  readonly z: number;
  readonly weight: number;
}

/**
 * Gauss–Hermite rule for ∫ f(z) φ(z) dz with the standard normal density φ: exact for polynomials up to degree 2n − 1.
 * Roots of the orthonormal Hermite polynomials by Newton's method (Golub and Welsch 1969 give the weights).
 */
export function gaussHermite(n: number): readonly QuadraturePoint[] {
  const points: QuadraturePoint[] = [];
  const roots = hermiteRoots(n);
  for (const z of roots) {
    const { before } = orthonormalHermite(n, z);
    points.push({ z, weight: 1 / (n * before * before) });
  }
  return points;
}

/** Between each two neighbouring sign changes of a fine grid, bisected and polished. */
function hermiteRoots(n: number): number[] {
  const reach = 2 * Math.sqrt(n) + 1;
  const step = reach / (200 * n);
  const found: number[] = [];
  let from = -reach;
  let valueFrom = orthonormalHermite(n, from).value;
  while (from < reach) {
    const to = from + step;
    const valueTo = orthonormalHermite(n, to).value;
    if (valueFrom === 0) found.push(from);
    else if (valueFrom * valueTo < 0) found.push(bisect(n, from, to));
    from = to;
    valueFrom = valueTo;
  }
  return found;
}

function bisect(n: number, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = Math.sign(orthonormalHermite(n, low).value);
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(orthonormalHermite(n, middle).value) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Values at z of the normalised polynomials of degree n and n − 1. */
function orthonormalHermite(n: number, z: number): { value: number; before: number } {
  let before = 0;
  let value = 1;
  for (let degree = 1; degree <= n; degree += 1) {
    const next = (z * value - Math.sqrt(degree - 1) * before) / Math.sqrt(degree);
    before = value;
    value = next;
  }
  return { value, before };
}
