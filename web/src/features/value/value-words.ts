import type { Report } from "#sections/report.ts";
import { decimalWords, numberWords } from "#web/ui/words.ts";

export type CapabilityValue = Report["value"]["capabilities"][number];
export type Association = CapabilityValue["association"][number];

export const paybackWords: Readonly<Record<NonNullable<CapabilityValue["payback"]>, string>> = {
  pays: "yes",
  "does-not-pay": "no",
  "not-shown": "not shown yet",
};

/** … as the end of a sentence about one capability. */
export function paybackSentence(payback: CapabilityValue["payback"]): string {
  if (payback === null) return "whether it pays for itself cannot be said";
  if (payback === "pays") return "it pays for itself";
  return payback === "not-shown" ? "not shown yet to pay for itself" : "it does not pay for itself";
}

/** 118 person-months; 4.5 person-months */
export function monthsWords(value: number): string {
  const figure = value > 0 && value < 10 ? decimalWords(value) : numberWords(value);
  return `${figure}\u00a0person-${figure === "1" ? "month" : "months"}`;
}

export function spanWords({ low, high }: { readonly low: number; readonly high: number }): string {
  const figure = (value: number): string =>
    value > 0 && value < 10 ? decimalWords(value) : numberWords(value);
  return `${figure(low)} to ${figure(high)}`;
}

const metricWords: Readonly<Record<Association["metric"], string>> = {
  "lead-time": "change lead time",
  "deployment-frequency": "deployment frequency",
  "change-fail-rate": "change fail rate",
};

/** "change lead time 22 % shorter in the year after adoption (8 % to 34 %)" */
export function associationWords(one: Association): string {
  const figure = (value: number): string =>
    `${value > 0 ? "+" : "−"}${numberWords(Math.abs(value) * 100)}\u00a0${one.unit === "relative" ? "%" : "points"}`;
  return `${metricWords[one.metric]} ${figure(one.effect)} in the year after adoption (${figure(one.low)} to ${figure(one.high)})`;
}

export function isFound(one: Association): boolean {
  return one.adjustedPValue < 0.05;
}
