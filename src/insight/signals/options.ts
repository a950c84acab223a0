import type { IndicatorThresholds } from "./indicators.ts";
import type { Size } from "./result.ts";

/** What the verdict takes into account besides the signals. Thresholds: docs/insights/signals.md, all uncalibrated. */
export interface SignalsOptions {
  readonly thresholds: IndicatorThresholds;
  /** Owners, or the organisation's engineers as declared; null: neither is known. */
  readonly size: Size | null;
  /** Why it has that size, in words. */
  readonly sizeReason: string;
  /** The platform already has several domains or six teams that focus on it. */
  readonly isEstablished: boolean;
}

export const defaultSignalsOptions: SignalsOptions = {
  thresholds: {},
  size: null,
  sizeReason: "",
  isEstablished: false,
};
