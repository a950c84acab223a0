import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Alignment } from "../decisions/alignment.ts";
import type { Indicator, SignalId } from "./indicator.ts";
import type { IndicatorId } from "./indicators.ts";
import type { DecayId, SignalState, VerdictAnswer } from "#vocabulary/decision.ts";
import type { Level } from "#vocabulary/evidence.ts";

export interface IndicatorResult extends Omit<Indicator, "of"> {
  readonly id: IndicatorId;
  /** Null together with `score`: `unknown` says why. */
  readonly value: number | null;
  readonly score: number | null;
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

/** A signal or a decay. */
export interface Assessed<Id extends SignalId | DecayId> {
  readonly id: Id;
  readonly title: string;
  readonly state: SignalState;
  /** Median of the scores known; null: unknown. */
  readonly score: number | null;
  readonly confidence: Level;
  readonly confidenceReason: string;
  readonly strongest: string | null;
  readonly indicators: readonly IndicatorResult[];
  readonly evidence: readonly EvidenceRef[];
  readonly wouldChange: readonly string[];
  readonly unknown: Omit<Unknown, "field"> | null;
}

export type Size = "small" | "medium" | "large";

export interface Verdict {
  readonly answer: VerdictAnswer;
  readonly confidence: Level;
  readonly reasons: readonly string[];
  readonly points: number;
  readonly neededFrom: number;
  readonly soonFrom: number;
  readonly size: Size | null;
  readonly sensitivity: readonly {
    readonly change: string;
    readonly points: number;
    readonly answer: VerdictAnswer;
  }[];
}

export interface SignalsResult {
  readonly verdict: Verdict;
  readonly signals: readonly Assessed<SignalId>[];
  readonly decays: readonly Assessed<DecayId>[];
  readonly alignment: Alignment | null;
}
