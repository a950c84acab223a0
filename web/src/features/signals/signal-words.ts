import type { Report } from "#sections/report.ts";

export type Signals = Report["signals"];
export type Signal = Signals["signals"][number];
export type Decay = Signals["decays"][number];
export type Indicator = Signal["indicators"][number];

/** Shape and word carry a state, not the colour alone. */
export const stateMarks: Readonly<Record<Signal["state"], string>> = {
  present: "●",
  emerging: "◐",
  absent: "○",
  unknown: "?",
};

export const answerWords: Readonly<Record<Signals["verdict"]["answer"], string>> = {
  needed: "Yes: a platform product manager is needed.",
  soon: "Soon: the signals are gathering.",
  "not-yet": "Not yet: too little speaks for it.",
  unknown: "It cannot be said yet.",
};

export const decayWords: Readonly<Record<Decay["id"], string>> = {
  "ad-hoc-services": "Ad-hoc services",
  "fragmented-tooling": "Fragmented tooling",
  "cognitive-load": "Cognitive load",
  "one-more-abstraction": "Just one more abstraction",
  "diluted-responsibility": "Diluted responsibility",
};

export function scoreWords(score: number | null): string {
  return score === null ? "no score" : score.toFixed(2);
}

/** Scores over time of the indicator with the longest history. */
export function historyOf({ indicators }: Pick<Signal, "indicators">): readonly number[] {
  return indicators
    .map((one) => one.history.map((point) => point.score))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}
