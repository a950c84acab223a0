import { DAY, YEAR } from "./calendar.ts";
import type { Confidence } from "#vocabulary/evidence.ts";

/** Measured load or size of the consumers of one capability, fed in from outside. */
export interface ScaleSeries {
  readonly source: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** Thresholds of docs/insights/adoption.md. Durations in seconds unless the name says otherwise. */
export interface AdoptionOptions {
  /** A use that stops and starts again within this time is one use. */
  readonly sameUseGap: number;
  /** Least certain consumption that counts. */
  readonly minimumConfidence: Confidence;
  /** A component is live this long after its last human commit. */
  readonly liveFor: number;
  /** A substitute belongs to an end when it began this close to it. */
  readonly substituteWithin: number;
  /** Uncalibrated: fewer uses say nothing about retention. */
  readonly retentionMinimumUses: number;
  /** Uncalibrated: fewer owners make the clustered band too narrow. */
  readonly bandMinimumOwners: number;
  readonly bootstrapReplicates: number;
  /** A new major is not asked for until it has been out this long. */
  readonly majorGrace: number;
  readonly waveWindowsDays: readonly number[];
  readonly waveMinimumAdopters: number;
  readonly waveMinimumOwners: number;
  /** Share of all adopters in the shortest window that makes a wave without a test. */
  readonly waveShare: number;
  readonly waveSignificance: number;
  readonly scanReplicates: number;
  /** Uncalibrated: ordinary adoption does not thin out by a factor e faster than this. */
  readonly waveShortestFade: number;
  /** Uncalibrated: a decision explains a wave that begins no later than this after it. */
  readonly mandateReach: number;
  readonly forecastPeriod: number;
  readonly forecastMinimumPeriods: number;
  readonly forecastMinimumAdoptions: number;
  readonly forecastHeldOutPeriods: number;
  /** Uncalibrated: above this share of starts before the record begins there is no forecast. */
  readonly forecastMaximumUnseen: number;
  readonly forecastHorizonPeriods: number;
  /** Person-derived counts below this are withheld. */
  readonly suppressBelow: number;
  /** Job of third-party packages by purl; null: not known, so captive cannot be told from unknown. */
  readonly packageJobs: ReadonlyMap<string, string> | null;
  /** By capability id. */
  readonly scale: ReadonlyMap<string, ScaleSeries>;
  /** Hours that requests about a capability waited for an answer, by its id; null: no requests are fed in. */
  readonly hoursWaited: ReadonlyMap<string, number> | null;
}

export const defaultAdoptionOptions: AdoptionOptions = {
  sameUseGap: 90 * DAY,
  minimumConfidence: "low",
  liveFor: 180 * DAY,
  substituteWithin: 90 * DAY,
  retentionMinimumUses: 5,
  bandMinimumOwners: 5,
  bootstrapReplicates: 400,
  majorGrace: 90 * DAY,
  waveWindowsDays: [30, 90, 365],
  waveMinimumAdopters: 5,
  waveMinimumOwners: 3,
  waveShare: 0.5,
  waveSignificance: 0.01,
  scanReplicates: 999,
  waveShortestFade: 2 * YEAR,
  mandateReach: 365 * DAY,
  forecastPeriod: 91.3125 * DAY,
  forecastMinimumPeriods: 12,
  forecastMinimumAdoptions: 20,
  forecastHeldOutPeriods: 3,
  forecastMaximumUnseen: 0.2,
  forecastHorizonPeriods: 8,
  suppressBelow: 5,
  packageJobs: null,
  scale: new Map(),
  hoursWaited: null,
};
