import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DecayId, IndicatorUnit } from "#vocabulary/decision.ts";

export type SignalId = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** A measurement that a signal or decay rests on. The points are judgements until somebody calibrates them. */
export interface Indicator {
  readonly of: SignalId | DecayId;
  readonly title: string;
  readonly unit: IndicatorUnit;
  /** The value that scores 0, and the one that scores 1: linear between, also where the first is the larger. */
  readonly zeroPoint: number;
  readonly onePoint: number;
  readonly minimumN: number;
  /** Indicators counted from the same things are one witness, not two. */
  readonly family: string;
  readonly origin: string;
  readonly isCalibrated: boolean;
}

export interface KnownReading {
  readonly value: number;
  readonly n: number;
  /** Share of the organisation that the evidence reaches; null: cannot be said. */
  readonly coverage: number | null;
  /** The figure in words. */
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
  /** What it was at earlier times, oldest first, where the evidence says so. */
  readonly history: readonly { readonly at: number; readonly value: number }[];
  readonly unknown: null;
}

export interface UnknownReading {
  readonly unknown: Omit<Unknown, "field">;
}

export type IndicatorReading = KnownReading | UnknownReading;

export function notRead(code: string, reason: string, needs: string): UnknownReading {
  return { unknown: { code, reason, needs } };
}

/** `history` is left out where the past is not known. */
export function reading(
  value: number,
  n: number,
  coverage: number | null,
  text: string,
  evidence: readonly EvidenceRef[],
  history: KnownReading["history"] = [],
): KnownReading {
  return { value, n, coverage, text, evidence, history, unknown: null };
}
