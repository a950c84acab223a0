import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { counted } from "#kernel/phrases.ts";
import { digest } from "#kernel/ids.ts";
import type { Keepers } from "#model/keepers.ts";
import type { Confidence } from "#vocabulary/evidence.ts";
import type { ProposalKind } from "#vocabulary/proposals.ts";
import type { Span } from "../value/options.ts";
import { quotient } from "./spans.ts";

/** What shows later whether it helped, with what it is now. */
export interface SuccessMeasure {
  readonly text: string;
  readonly present: number;
  readonly unit: string;
}

/** One change of the platform, made of all that was found for it. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** In the imperative: what to do. */
  readonly title: string;
  /** Capabilities first, then components. */
  readonly subjectIds: readonly string[];
  /** Components whose teams would feel it. */
  readonly affectedIds: readonly string[];
  readonly reach: Keepers;
  readonly forWhom: string;
  readonly replaces: string;
  readonly firstStep: string;
  readonly measure: SuccessMeasure;
  /** What speaks against it. */
  readonly against: readonly string[];
  /** The findings that it is made of, in words. */
  readonly reasons: readonly string[];
  /** A year. */
  readonly atStakePersonHours: Span;
  /** Once. */
  readonly effortPersonHours: Span;
  /** Person-hours a year at stake for each one of effort; null where it may cost nothing. */
  readonly valuePerEffort: Span | null;
  readonly confidence: Exclude<Confidence, "observed">;
  /** How the hours were come by: what was counted, and what was taken for granted. */
  readonly restsOn: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

const mostEvidence = 12;
/** A year: less is not worth a conversation, and half a day of work spared is not worth a change (uncalibrated). */
const leastHours = 1;
const leastHoursSpared = 4;

export function proposal(given: Omit<Proposal, "valuePerEffort">): Proposal {
  return {
    ...given,
    valuePerEffort: quotient(given.atStakePersonHours, given.effortPersonHours),
    evidence: given.evidence.slice(0, mostEvidence),
  };
}

/** Known by what it is about and by what would show that it helped: figures change from run to run, and stand in titles. */
export function proposalId({ kind, measure, subjectIds, title }: Proposal): string {
  return `proposal:${digest(kind, measure.text, ...(subjectIds.length === 0 ? [title] : subjectIds))}`;
}

/**
 * Years of what is at stake, by kinds whose whole worth is the work that they spare: what takes longer to pay is left alone. What gives
 * copies one home ties those together who keep them, and has to pay sooner (uncalibrated).
 */
const longestYears: ReadonlyMap<ProposalKind, number> = new Map([
  ["consolidate", 2],
  ["adopt", 3],
  ["make-easier", 3],
]);
/** Years of what is at stake that the effort may cost before everything goes first that costs less. */
const mostYears = 1;
/** What may be nothing, and of which little was counted, has so much of its hours in the order (uncalibrated). */
const unsureShare = 0.5;

/**
 * What pays within a year first; of that, most hours at stake, of which a half counts where they may be none at all and
 * confidence is low; then reach; equal ones by their titles, so that the order never depends on the input's.
 */
export function rankedProposals(proposals: readonly Proposal[], most: number): Proposal[] {
  return proposals
    .filter(
      (one) =>
        one.atStakePersonHours.likely >=
          (longestYears.has(one.kind) ? leastHoursSpared : leastHours) &&
        one.reach.count > 0 &&
        !costsYears(one, longestYears.get(one.kind) ?? Infinity),
    )
    .sort(
      (a, b) =>
        Number(isDear(a)) - Number(isDear(b)) ||
        weighed(b) - weighed(a) ||
        b.reach.count - a.reach.count ||
        (a.title < b.title ? -1 : 1),
    )
    .slice(0, most);
}

/** Of what is to be made safe hours tell only a part of the worth. */
function isDear(one: Proposal): boolean {
  return costsYears(one, one.kind === "secure" ? 2 * mostYears : mostYears);
}

/** What takes more than a year to pay says so first, wherever it stands. */
export function saidToCostMore(one: Proposal): Proposal {
  const { atStakePersonHours: stake, effortPersonHours: effort, against } = one;
  if (!costsYears(one, mostYears)) return one;
  const years = Math.round((10 * effort.likely) / stake.likely) / 10;
  return {
    ...one,
    against: [
      `${one.kind === "secure" ? "By hours alone it" : "It"} costs more than a year of it is worth: about ${hoursOf(effort.likely)} once, for ${hoursOf(stake.likely)} a year, paid after ${String(years)} years${one.kind === "secure" ? "; what an incident would cost is not counted" : ""}`,
      ...against,
    ],
  };
}

function hoursOf(hours: number): string {
  return counted(Math.max(1, Math.round(hours)), "hour");
}

/** Equal hours that were reckoned in another order are equal. */
const rounding = 1e-9;

function costsYears({ atStakePersonHours, effortPersonHours }: Proposal, years: number): boolean {
  return effortPersonHours.likely > years * atStakePersonHours.likely * (1 + rounding);
}

function weighed({ atStakePersonHours: { low, likely }, confidence }: Proposal): number {
  return low === 0 && confidence === "low" ? unsureShare * likely : likely;
}

/** By how often it was counted, and whether the cost of a change is this organisation's own (uncalibrated). */
export function confidenceOf(seen: number, isCostMeasured: boolean): Proposal["confidence"] {
  if (seen >= 40 && isCostMeasured) return "high";
  return seen >= 10 && isCostMeasured ? "medium" : "low";
}
