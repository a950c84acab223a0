import type { Report } from "#sections/report.ts";
import { sentence } from "#web/ui/prose.tsx";

type Sourcing = Report["sourcing"];
type Option = Sourcing["options"][number];
type Criterion = Sourcing["handOver"]["exitCriteria"][number];

/** "0.93 of 1", with the range where there is one. */
export function fitWords({
  fit,
  fitRange: { low, high },
}: Pick<Option, "fit" | "fitRange">): string {
  const range = rangeOfFit({ low, high });
  return `${fit.toFixed(2)} of 1${range === null ? "" : `, between ${range.replace(" to ", " and ")}`}`;
}

/** "0.40 to 0.80"; null where everything is answered. */
export function rangeOfFit({ low, high }: Option["fitRange"]): string | null {
  const [least, most] = [low.toFixed(2), high.toFixed(2)];
  return least === most ? null : `${least} to ${most}`;
}

/** What the fit rests on: "all 12 answers", "4 of 12 answers, and 3 that the evidence suggests". */
export function groundWords({
  answeredCount,
  questionsCount,
  suggestedCount,
}: Pick<Sourcing, "answeredCount" | "questionsCount" | "suggestedCount">): string {
  if (answeredCount === questionsCount) return `all ${String(questionsCount)} answers`;
  const suggested =
    suggestedCount === 0 ? "" : `, and ${String(suggestedCount)} that the evidence suggests`;
  return `${String(answeredCount)} of ${String(questionsCount)} answers${suggested}`;
}

/** What an answer adds to the fit of an option, and the most that it could: as many points as its weight has. */
export function pointsOf({ weights }: Pick<Option, "weights">, input: string) {
  const own = weights.find((one) => one.input === input);
  if (own === undefined) return null;
  const all = weights.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  return { given: own.contribution * all, most: Math.abs(own.weight) };
}

/** "1.5 of 2" */
export function pointsWords({
  given,
  most,
}: {
  readonly given: number;
  readonly most: number;
}): string {
  return `${String(Math.round(given * 100) / 100)} of ${String(most)}`;
}

/** Reasons of a conversation: the first, and those after it. */
export function whyParts(why: string): readonly [first: string, rest: string] {
  const [first = why] = why.split(/(?<=\.) (?=It )/, 1);
  return [first, why.slice(first.length).trim()];
}

/** "Measured by the sponsor. Today: not seen from here." */
export function criterionWords({
  measuredBy,
  today,
}: Pick<Criterion, "measuredBy" | "today">): string {
  return `Measured by ${sentence(`x${measuredBy}`).slice(1)} Today: ${today.charAt(0).toLowerCase()}${today.slice(1)}`;
}
