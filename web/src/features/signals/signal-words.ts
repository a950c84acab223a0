import type { Report } from "#sections/report.ts";
import { decimalWords, percentWords, plural } from "#web/ui/words.ts";

export type Signals = Report["signals"];
export type Signal = Signals["signals"][number];
export type Decay = Signals["decays"][number];
export type Indicator = Signal["indicators"][number];
export type State = Signal["state"];

/** Shape and word carry a state, not the colour alone; hatched is what nobody looked at. */
export const stateMarks: Readonly<Record<State, string>> = {
  present: "●",
  likely: "◕",
  possible: "◑",
  unlikely: "○",
  "not-looked-at": "▨",
};

export const stateWords: Readonly<Record<State, string>> = {
  present: "present",
  likely: "likely",
  possible: "possible",
  unlikely: "unlikely",
  "not-looked-at": "not looked at",
};

export const answerWords: Readonly<Record<Signals["verdict"]["answer"], string>> = {
  needed: "needed",
  soon: "soon",
  "not-yet": "not yet",
  filled: "filled",
  undecided: "undecided",
  "not-looked-at": "not looked at",
};

export const decayWords: Readonly<Record<Decay["id"], string>> = {
  "ad-hoc-services": "Ad-hoc services",
  "fragmented-tooling": "Fragmented tooling",
  "cognitive-load": "Cognitive load",
  "one-more-abstraction": "Just one more abstraction",
  "diluted-responsibility": "Diluted responsibility",
};

/** "undecided, leaning soon" */
export function answerWithLeaning({
  answer,
  leaning,
}: Pick<Signals["verdict"], "answer" | "leaning">): string {
  return answer === "undecided"
    ? `undecided, leaning ${answerWords[leaning]}`
    : answerWords[answer];
}

/** "94 % (25 % before)"; where too little was seen for a state, how much that was. */
export function chanceWords({
  state,
  chance,
  prior,
  facets,
}: Pick<Signal, "state" | "chance" | "prior" | "facets">): string {
  const words = `${percentWords(chance)} (${percentWords(prior)} before)`;
  if (state !== "not-looked-at") return words;
  const mass = facets.reduce((sum, facet) => sum + facet.mass, 0) / Math.max(1, facets.length);
  return mass === 0 ? words : `enough: ${words}, from ${percentWords(mass)} of what could be`;
}

/** "20 minutes", "1 hour", "2.5 hours" */
export function hoursWords(hours: number): string {
  if (hours < 1) return plural(Math.max(5, Math.round((hours * 60) / 5) * 5), "minute");
  return `${decimalWords(hours)}\u00a0${hours === 1 ? "hour" : "hours"}`;
}

export function scoreWords(score: number): string {
  return score.toFixed(2).replace("-", "−");
}

/** Scores over time of the indicator with the longest history. */
export function historyOf({ indicators }: Pick<Signal, "indicators">): readonly number[] {
  return indicators
    .map((one) => one.history.map((point) => point.score))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}
