import type { Signals } from "./signal-words.ts";

type Verdict = Signals["verdict"];

/** What each quarter of the picture means, in two lines. */
export function quadrantWords({
  isNeeded,
  isCovered,
}: {
  readonly isNeeded: boolean;
  readonly isCovered: boolean;
}): readonly [string, string] {
  if (isNeeded) return ["needed,", isCovered ? "and saves its cost" : "though it saves less"];
  return ["few signs,", isCovered ? "but much to save" : "and little to save"];
}

/** Where the organisation stands on both axes, in a sentence: the finding of the picture. */
export function standingWords({
  answer,
  chances,
  avoidablePersonMonths: avoidable,
  isCostCovered,
}: Pick<Verdict, "answer" | "chances" | "avoidablePersonMonths" | "isCostCovered">): string {
  if (answer === "not-looked-at") return "Hardly anything was looked at: the point says little";
  const signs = chances.needed >= 0.5 ? "The signs say needed" : "The signs do not say needed";
  if (avoidable === null) return `${signs}; what could be avoided is not known`;
  if (isCostCovered === null)
    return `${signs}; whether it pays for itself is not shown by what was counted`;
  if (isCostCovered)
    return `${signs}, ${chances.needed >= 0.5 ? "and" : "but"} it would pay for itself`;
  return `${signs}; what was counted as avoidable does not pay for it alone`;
}
