import type { Report } from "#sections/report.ts";
import { decimalWords, percentWords, plural, signed } from "#web/ui/words.ts";

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
  return signed(score.toFixed(2));
}

/** Scores over time of the indicator with the longest history. */
export function historyOf({ indicators }: Pick<Signal, "indicators">): readonly number[] {
  return indicators
    .map((one) => one.history.map((point) => point.score))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}

const headlines: Readonly<Record<Exclude<Signals["verdict"]["answer"], "undecided">, string>> = {
  needed: "A platform product manager is needed",
  soon: "A platform product manager will be needed soon",
  "not-yet": "No platform product manager is needed yet",
  filled: "The platform has its product manager",
  "not-looked-at": "Whether a platform product manager is needed was not looked at",
};

const leanings: Readonly<Record<Signals["verdict"]["leaning"], string>> = {
  needed: "A platform product manager seems to be needed",
  soon: "A platform product manager seems to be needed soon",
  "not-yet": "No platform product manager seems to be needed yet",
};

/** The verdict in a few words; what is only a leaning says so. */
export function verdictHeadline({
  answer,
  leaning,
}: Pick<Signals["verdict"], "answer" | "leaning">): string {
  return answer === "undecided" ? leanings[leaning] : headlines[answer];
}

/** "5 of 7", to remember. */
export function signsFigure({ signs }: Pick<Signals["verdict"], "signs">): {
  readonly value: string;
  readonly words: string;
} {
  return {
    value: `${String(Math.round(signs.mean))} of 7`,
    words: `signs hold (80 %: ${String(signs.low)} to ${String(signs.high)})`,
  };
}

/** The verdict's sentence without what stands beside it as headline and key figure. */
export function verdictLead({ sentence }: Pick<Signals["verdict"], "sentence">): string {
  return sentence
    .replace(/^About \d of 7 signs hold \([^)]*\)\. /, "")
    .replace(/^(?:A|No) platform product manager is needed(?: soon| yet)?\. /, "");
}
