import type { Leaning, SignalState } from "#vocabulary/decision.ts";

export const stateWords: Readonly<Record<SignalState, string>> = {
  present: "present",
  likely: "likely",
  possible: "possible",
  unlikely: "unlikely",
  "not-looked-at": "not looked at",
};

export const leaningWords: Readonly<Record<Leaning, string>> = {
  needed: "needed",
  soon: "soon",
  "not-yet": "not yet",
};
