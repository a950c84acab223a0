import type { IndicatorUnit } from "#vocabulary/decision.ts";

/** The value that a reader takes from `valueIn`. */
export function valueRead(value: number, unit: IndicatorUnit): number {
  const read = Number(/^-?[\d.]+(?:e[+-]?\d+)?/.exec(valueIn(value, unit))?.[0] ?? Number.NaN);
  return unit === "share" ? read / 100 : read;
}

/** A value with its unit, as a sentence has it. */
export function valueIn(value: number, unit: IndicatorUnit): string {
  if (unit === "share") {
    const percent = value * 100;
    return `${String(Number(percent.toFixed(Math.abs(percent) < 10 ? 1 : 0)))} %`;
  }
  const text = String(Number(value.toPrecision(3)));
  if (unit === "days") return `${text} days`;
  return unit === "per-year" ? `${text} a year` : text;
}
