import type { PlatformValue } from "#insight/value/result.ts";
import { counted, numberOf } from "#kernel/phrases.ts";

/** The ledger in one sentence; a ratio only where its range leaves no doubt on which side of 1 it lies. */
export function paybackWords({
  capabilityIds,
  assumedCount,
  investedPersonMonths: invested,
  avoidedPersonMonths: saved,
  leverage,
  payback,
}: PlatformValue): string {
  const sides = `${months(invested)} put into ${counted(capabilityIds.length, "capability", "capabilities")}${assumedCount === 0 ? "" : ` (which part of ${assumedCount === capabilityIds.length ? "them" : numberOf(assumedCount)} is used is assumed)`}; saved between ${numberOf(Math.round(saved.low))} and ${numberOf(Math.round(saved.high))}`;
  if (payback === "pays")
    return `${sides}: it pays for itself${leverage === null ? "" : `, at least ${leverage.low.toFixed(1)} for each one put in`}.`;
  if (payback === "does-not-pay")
    return `${sides}: it has not paid for itself${leverage === null ? "" : `, at most ${leverage.high.toFixed(1)} for each one put in`}.`;
  return `${sides}: not shown yet to pay for itself.`;
}

function months(value: number): string {
  return `${numberOf(Math.round(value))} person-months`;
}
