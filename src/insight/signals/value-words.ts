import type { IndicatorUnit } from "#vocabulary/decision.ts";

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
