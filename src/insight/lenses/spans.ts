import type { Span } from "../value/options.ts";

export const nothing: Span = { low: 0, likely: 0, high: 0 };

export function exactly(value: number): Span {
  return { low: value, likely: value, high: value };
}

/** Of figures that are not negative: low with low, high with high. */
export function product(...factors: readonly Span[]): Span {
  return factors.reduce(
    (all, one) => ({
      low: all.low * one.low,
      likely: all.likely * one.likely,
      high: all.high * one.high,
    }),
    exactly(1),
  );
}

export function sum(...parts: readonly Span[]): Span {
  return parts.reduce(
    (all, one) => ({
      low: all.low + one.low,
      likely: all.likely + one.likely,
      high: all.high + one.high,
    }),
    nothing,
  );
}

/** The least that one could be of the other, and the most; null where the other may be nothing. */
export function quotient(one: Span, other: Span): Span | null {
  if (other.low <= 0) return null;
  return {
    low: one.low / other.high,
    likely: one.likely / other.likely,
    high: one.high / other.low,
  };
}

export function atMost(one: Span, limit: number): Span {
  return {
    low: Math.min(one.low, limit),
    likely: Math.min(one.likely, limit),
    high: Math.min(one.high, limit),
  };
}
