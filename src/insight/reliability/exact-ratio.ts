/** Relative error that sums of events spread over slices may have; counts that are whole are compared without any. */
const dust = 1e-10;
const decimals = 12;

/** `good` of `total` is at least `target`, a fraction of at most twelve decimals: exactly on it is met. */
export function meets(good: number, total: number, target: number): boolean {
  if (!Number.isSafeInteger(good) || !Number.isSafeInteger(total))
    return good >= target * total - dust * total;
  const scale = 10 ** decimals;
  return BigInt(good) * BigInt(scale) >= BigInt(Math.round(target * scale)) * BigInt(total);
}

/** Above, and not only by what binary fractions leave. */
export function isAbove(value: number, limit: number): boolean {
  return value > limit + dust * Math.abs(limit);
}
