import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Alignment } from "../decisions/alignment.ts";
import type { Chances } from "./chance/answer.ts";
import type { JudgedFacet, SignalWitnesses } from "./chance/signal-chance.ts";
import type { Indicator, SignalId } from "./indicator.ts";
import type { IndicatorId } from "./indicators.ts";
import type {
  DecayId,
  FacetId,
  Leaning,
  SignalState,
  VerdictAnswer,
} from "#vocabulary/decision.ts";

export interface IndicatorResult extends Omit<Indicator, "of"> {
  readonly id: IndicatorId;
  /** Null together with `score` and `sigma`: `unknown` says why. */
  readonly value: number | null;
  /** Held to [−¼, 1¼]. */
  readonly score: number | null;
  /** Standard error of the score. */
  readonly sigma: number | null;
  /** Owners or repositories that it was counted from. */
  readonly clusters: number;
  /** λ·c in the direction in which it speaks; 0: unknown, or counted elsewhere. */
  readonly weight: number;
  /** Log-likelihood ratio of its score alone. */
  readonly logRatio: number;
  readonly n: number;
  readonly coverage: number | null;
  readonly text: string | null;
  readonly evidence: readonly EvidenceRef[];
  readonly history: readonly {
    readonly at: number;
    readonly value: number;
    readonly score: number;
  }[];
  readonly unknown: Omit<Unknown, "field"> | null;
}

export interface FacetResult extends Omit<JudgedFacet, "id"> {
  readonly id: FacetId;
  readonly title: string;
}

/** A signal or a decay. */
export interface Assessed<Id extends SignalId | DecayId> {
  readonly id: Id;
  readonly title: string;
  readonly state: SignalState;
  /** That it holds, by all that was seen; its prior where nothing was. */
  readonly chance: number;
  readonly prior: number;
  /** Of signal 6: that throughput rises. Null: no condition. */
  readonly condition: number | null;
  readonly facets: readonly FacetResult[];
  readonly strongest: string | null;
  readonly indicators: readonly IndicatorResult[];
  readonly evidence: readonly EvidenceRef[];
  readonly wouldChange: readonly string[];
}

/** Person-months a year, with their uncertainty. */
export interface PersonMonths {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Step {
  readonly indicatorId: IndicatorId;
  readonly title: string;
  readonly what: string;
  readonly by: string;
  readonly hours: number;
  readonly bits: number;
  readonly changeChance: number;
}

export interface SensitivityRow {
  readonly change: string;
  readonly chances: Chances;
  readonly answer: VerdictAnswer;
  readonly leaning: Leaning;
}

/** One of the four things that the role brings, as it stands today. */
export interface Brought {
  readonly brings: string;
  readonly today: string;
  readonly measure: string;
}

export interface Verdict {
  readonly answer: VerdictAnswer;
  readonly leaning: Leaning;
  /** The first line, as a person would say it. */
  readonly sentence: string;
  readonly chances: Chances;
  readonly atPriors: readonly { readonly prior: number; readonly chances: Chances }[];
  readonly signs: {
    readonly mean: number;
    /** Between which eight of ten times the number lies. */
    readonly low: number;
    readonly high: number;
    /** Chance of 0, 1, 2 … signs. */
    readonly chances: readonly number[];
  };
  readonly neededFrom: number;
  readonly soonFrom: number;
  readonly teams: { readonly count: number; readonly reason: string };
  /** Mean over all facets of how much was looked at. */
  readonly evidenceMass: number;
  readonly reasons: readonly string[];
  readonly nextSteps: readonly Step[];
  /** No witness that could be had would change the answer in one of twenty cases. */
  readonly isNothingCheap: boolean;
  readonly sensitivity: readonly SensitivityRow[];
  /** Null: nothing of it could be counted. */
  readonly avoidablePersonMonths: PersonMonths | null;
  readonly avoidableParts: readonly {
    readonly text: string;
    readonly personMonths: PersonMonths;
  }[];
  readonly rolePersonMonths: number;
  /** What could be avoided pays for the role; null: not shown, or nothing could be counted. */
  readonly isCostCovered: boolean | null;
  readonly firstStep: string;
  readonly holder: string | null;
  readonly brings: readonly Brought[];
}

export interface SignalsResult {
  readonly verdict: Verdict;
  readonly signals: readonly Assessed<SignalId>[];
  readonly decays: readonly Assessed<DecayId>[];
  readonly alignment: Alignment | null;
  /** What the rule was given: another implementation must come to the same chances. */
  readonly inputs: readonly SignalWitnesses[];
}
