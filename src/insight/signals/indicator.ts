import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DecayId, FacetId, IndicatorId, IndicatorUnit } from "#vocabulary/decision.ts";

export type SignalId = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How somebody would get a witness that is missing. */
export interface Asking {
  /** Of somebody's work. */
  readonly hours: number;
  /** What to ask, after "ask". */
  readonly what: string;
  /** A command, or what to write where. */
  readonly by: string;
}

/** A witness of one facet of a signal or decay. The points are judgements until somebody calibrates them. */
export interface Indicator {
  readonly of: SignalId | DecayId;
  readonly facet: FacetId;
  readonly title: string;
  readonly unit: IndicatorUnit;
  /** The value that scores 0, and the one that scores 1: linear between, also where the first is the larger. */
  readonly zeroPoint: number;
  readonly onePoint: number;
  readonly minimumN: number;
  /** λ⁺ and λ⁻: how far it is believed where it speaks for the facet, and where it speaks against. */
  readonly reliabilityFor: number;
  readonly reliabilityAgainst: number;
  /** The indicator that already speaks for the same measurement: this one is shown, with weight 0. Null: it counts here. */
  readonly countedAs: IndicatorId | null;
  /** Null: nothing that anybody could do today would make it known. */
  readonly asking: Asking | null;
  readonly origin: string;
  readonly isCalibrated: boolean;
}

/** How sure a value is: clusters are the owners or repositories that it was counted from. */
export interface Spread {
  readonly clusters: number;
  /** Standard error in the unit of the value, clusters drawn whole; null: it has none but what so few clusters allow. */
  readonly deviation: number | null;
}

export interface KnownReading {
  readonly value: number;
  readonly n: number;
  /** Share of the organisation that the evidence reaches; null: cannot be said. */
  readonly coverage: number | null;
  /** The figure in words. */
  readonly text: string;
  readonly spread: Spread;
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
export function reading({
  history = [],
  ...known
}: Omit<KnownReading, "unknown" | "history"> &
  Partial<Pick<KnownReading, "history">>): KnownReading {
  return { ...known, history, unknown: null };
}
