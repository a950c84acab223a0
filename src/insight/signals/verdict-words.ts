import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { SignalId } from "./indicator.ts";
import type { SignalsOptions } from "./options.ts";
import type { Assessed, Verdict } from "./result.ts";
import { leaningWords } from "./state-words.ts";
import type { SignalState } from "#vocabulary/decision.ts";

type Said = Omit<Verdict, "reasons" | "sentence">;

const quarterOfYear = 4;

/** "About 2 of 7 signs hold (80 %: 1 to 3). Leaning soon. Waiting a quarter costs …. Smallest reversible step: …." */
export function sentenceOf(verdict: Said, options: Pick<SignalsOptions, "hasPlatform">): string {
  const { signs, avoidablePersonMonths: avoidable } = verdict;
  const { low, high } = signs;
  const holding = `About ${String(Math.round(signs.mean))} of 7 signs hold (80 %: ${low === high ? String(low) : `${String(low)} to ${String(high)}`}).`;
  const cost =
    avoidable === null
      ? null
      : `Waiting a quarter costs about ${monthsIn(avoidable.likely / quarterOfYear)} (${figure(avoidable.low / quarterOfYear)} to ${figure(avoidable.high / quarterOfYear)}).`;
  const step = `Smallest reversible step: ${verdict.firstStep}.`;
  return [...answerSentences(verdict, options, holding), cost, step]
    .filter((one) => one !== null)
    .join(" ");
}

function answerSentences(
  { answer, leaning, chances, holder, evidenceMass }: Said,
  { hasPlatform }: Pick<SignalsOptions, "hasPlatform">,
  holding: string,
): string[] {
  switch (answer) {
    case "needed":
      return [holding, "A platform product manager is needed."];
    case "soon":
      return [holding, "A platform product manager is needed soon."];
    case "not-yet":
      return [holding, "No platform product manager is needed yet."];
    case "filled":
      return [
        `The role is filled: ${holder ?? "somebody holds it"}. The question is what would be lost without, and whether one is enough.`,
        holding,
      ];
    case "not-looked-at":
      return [
        `Hardly anything was looked at (${percentOf(evidenceMass)} of what could be): no answer.`,
      ];
    case "undecided":
      return [
        holding,
        leaningSentence(leaning, chances),
        ...(hasPlatform
          ? ["Who does this work today is not known: the signs say how urgent it is."]
          : []),
      ];
    default:
      return answer satisfies never;
  }
}

/** How much stands behind a leaning: soon is said with all that is at least that urgent. */
function leaningSentence(
  leaning: Verdict["leaning"],
  { needed, soon, "not-yet": notYet }: Verdict["chances"],
): string {
  const behind = { needed, soon: needed + soon, "not-yet": notYet }[leaning];
  const strength = behind >= clear ? "clearly" : behind < barely ? "barely" : null;
  const what = {
    needed: "that it is needed now",
    soon: `that it is needed now or soon (now ${percentOf(needed)})`,
    "not-yet": "that it is not needed yet",
  }[leaning];
  return `Leaning ${leaningWords[leaning]}${strength === null ? "" : `, ${strength}`}: ${percentOf(behind)} ${what}.`;
}

const clear = 2 / 3;
const barely = 0.55;

/** The signals by their state, how much was looked at, and from how many signs on what is said. */
export function reasonsOf(
  signals: readonly Assessed<SignalId>[],
  verdict: Said,
  { teams }: Pick<SignalsOptions, "teams">,
): string[] {
  const { chances, neededFrom, soonFrom, evidenceMass } = verdict;
  const telling = signals
    .filter(({ state, strongest }) => speaks.has(state) && strongest !== null)
    .toSorted((one, other) => other.chance - one.chance)
    .map(
      ({ id, title, chance, strongest }) =>
        `Signal ${String(id)}, ${lower(title)}: ${percentOf(chance)}. ${strongest ?? ""}.`,
    );
  const named = (state: SignalState): string | null => {
    const ids = signals.filter((one) => one.state === state).map(({ id }) => String(id));
    return ids.length === 0 ? null : `signal${ids.length === 1 ? "" : "s"} ${some(ids, 7)}`;
  };
  const unlikely = named("unlikely");
  const unseen = named("not-looked-at");
  return [
    ...telling,
    ...(unlikely === null ? [] : [`Unlikely: ${unlikely}.`]),
    ...(unseen === null ? [] : [`Not looked at enough to say: ${unseen}.`]),
    `Needed ${percentOf(chances.needed)}, soon ${percentOf(chances.soon)}, not yet ${percentOf(chances["not-yet"])}: ${figure(neededFrom)} signs make it needed and ${figure(soonFrom)} soon with ${counted(teams.count, "team")}. ${teams.reason}`,
    `${percentOf(evidenceMass)} of what could be looked at was; an answer takes half of it, and the same answer above 50 % whether a sign is rare or common.`,
  ];
}

const speaks: ReadonlySet<SignalState> = new Set(["present", "likely", "possible"]);

function lower(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

export function figure(value: number): string {
  return String(Number(value < 10 ? value.toFixed(1) : value.toFixed(0)));
}

/** "2.5 person-months" */
export function monthsIn(value: number): string {
  const text = figure(value);
  return `${text} person-${text === "1" ? "month" : "months"}`;
}

/** Whether what could be avoided pays for the role; null where its range holds the cost, or nothing could be counted. */
export function isCostCovered({
  avoidablePersonMonths: avoidable,
  rolePersonMonths: cost,
}: Pick<Said, "avoidablePersonMonths" | "rolePersonMonths">): boolean | null {
  if (avoidable === null || (avoidable.low < cost && avoidable.high >= cost)) return null;
  return avoidable.low >= cost;
}
