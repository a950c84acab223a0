import type { IndicatorThresholds } from "./indicators.ts";
import type { PersonMonths } from "./result.ts";

/** What the verdict takes into account besides the signals: docs/insights/signals.md. */
export interface SignalsOptions {
  readonly thresholds: IndicatorThresholds;
  readonly teams: { readonly count: number; readonly reason: string };
  /** Chance that throughput rises; null: it is not known. */
  readonly throughputRises: number | null;
  /** Who is named as the platform's product manager, in words; null: nobody is known to be. */
  readonly holder: string | null;
  /** Something of the organisation's own is in use. */
  readonly hasPlatform: boolean;
  readonly avoidableParts: readonly {
    readonly text: string;
    readonly personMonths: PersonMonths;
  }[];
  /** What the role costs a year. */
  readonly rolePersonMonths: number;
  /** The capability that one person would begin with; null: none is in use. */
  readonly pilot: string | null;
}

export const defaultSignalsOptions: SignalsOptions = {
  thresholds: {},
  teams: { count: 4, reason: "The number of teams is not known; four are assumed." },
  throughputRises: null,
  holder: null,
  hasPlatform: true,
  avoidableParts: [],
  rolePersonMonths: 12,
  pilot: null,
};
