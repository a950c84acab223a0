import type { Report } from "#sections/report.ts";
import { decimalWords, keptWords, numberWords } from "#web/ui/words.ts";

export type Proposal = Report["lenses"]["platform"][number];

/** How many would feel it. */
export function reachOf(
  { reachCount: count, reachUnit: unit }: Proposal,
  ownersKnown: Report["organisation"]["ownersKnown"],
): string {
  return keptWords({ count, unit }, ownersKnown);
}

/** 120 (40 to 610) */
export function likelyWords({ low, likely, high }: Proposal["atStakePersonHours"]): string {
  return `${figureWords(likely)} (${figureWords(low)} to ${figureWords(high)})`;
}

export function figureWords(value: number): string {
  return value > 0 && value < 10 ? decimalWords(value) : numberWords(value);
}

export function measureWords({ measure }: Proposal): string {
  const present = Number.isInteger(measure.present)
    ? numberWords(measure.present)
    : String(Math.round(measure.present * 100) / 100);
  return `${measure.text}: ${present} ${measure.unit} today`;
}
