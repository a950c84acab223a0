import {
  probabilitiesOf,
  ranked,
  weighedClasses,
  type FeatureValues,
  type Probabilities,
  type WeighedClass,
  type Weights,
} from "#insight/classification/score.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import { fit } from "./fit.ts";
import type { Label } from "./labels.ts";

export interface Labelled extends Label {
  readonly values: FeatureValues;
}

export interface Judged extends Label {
  readonly answer: WeighedClass | "unknown";
  readonly probabilities: Probabilities;
}

export function judge(some: readonly Labelled[], weights: Weights, threshold: number): Judged[] {
  return some.map((one) => {
    const probabilities = probabilitiesOf(one.values, weights);
    const likeliest = ranked(probabilities)[0] ?? "product";
    const answer = probabilities[likeliest] < threshold ? "unknown" : likeliest;
    return { ...one, probabilities, answer };
  });
}

/** Every owner's repositories judged by weights fitted on those of all the others. */
export function leaveOneOwnerOut(
  labelled: readonly Labelled[],
  from: Weights,
  threshold: number,
): Judged[] {
  const owners = [...new Set(labelled.map(({ owner }) => owner))].sort();
  return owners.flatMap((owner) => {
    const others = labelled.filter((one) => one.owner !== owner);
    const own = labelled.filter((one) => one.owner === owner);
    return judge(own, fit(others, from), threshold);
  });
}

/** How many are right when the same class, the one that is right most often, is answered for all. */
export function majorityBaseline(labelled: readonly Label[]): number {
  return Math.max(
    ...weighedClasses.map((one) => labelled.filter(({ classes }) => classes.includes(one)).length),
  );
}

export function isRight({ answer, classes }: Judged): boolean {
  return answer !== "unknown" && classes.includes(answer);
}

export function shareLine(what: string, right: number, all: number): string {
  const { low, high } = wilsonInterval(right, all);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return `${what}: ${String(right)} of ${String(all)} (${percent(right / all)}; 95 % ${percent(low)} to ${percent(high)})`;
}

/** Rows: what the labels say. Columns: what was answered. */
export function confusionLines(judged: readonly Judged[]): string[] {
  const answers = [...weighedClasses, "unknown"] as const;
  const rows = [...new Set(judged.map(({ classes }) => classes.join(" or ")))].sort();
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(12))).join("");
  return [
    line(["label \\ answer", ...answers]),
    ...rows.map((row) =>
      line([
        row,
        ...answers.map((answer) =>
          String(
            judged.filter((one) => one.classes.join(" or ") === row && one.answer === answer)
              .length,
          ),
        ),
      ]),
    ),
  ];
}
