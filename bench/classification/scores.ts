import type { Fact } from "./facts.ts";
import type { JudgedFact } from "./judge-facts.ts";
import { weighedClasses } from "#insight/classification/score.ts";

export interface Score {
  readonly all: number;
  readonly right: number;
  readonly answered: number;
  readonly alwaysPlatform: number;
  /** Mean over the labelled; nats. */
  readonly logLoss: number;
  /** Mean of right 1, not answered 0.3, wrong −1. */
  readonly utility: number;
}

/** Of those whose label leaves one class right. */
export function scoreOf(judged: readonly JudgedFact[]): Score {
  const all = judged.filter(({ label }) => label.class !== "either");
  const right = all.filter(isRight).length;
  const answered = all.filter(({ answer }) => answer !== "unknown").length;
  const loss = all.reduce((sum, one) => sum - Math.log(Math.max(1e-9, probabilityOf(one))), 0);
  const count = Math.max(1, all.length);
  return {
    all: all.length,
    right,
    answered,
    alwaysPlatform: all.filter(({ label }) => label.class === "platform").length,
    logLoss: loss / count,
    utility: (right - (answered - right) + 0.3 * (all.length - answered)) / count,
  };
}

export function isRight({ answer, label }: JudgedFact): boolean {
  return answer === label.class;
}

export function isClear({ label }: Fact): boolean {
  return label.confidence !== "arguable";
}

function probabilityOf({ probabilities, label }: JudgedFact): number {
  return label.class === "either" ? 1 : probabilities[label.class];
}

/** Answers by how sure they were: bins of the likeliest class's probability, [from, to). */
export function calibrationOf(judged: readonly JudgedFact[]): {
  readonly from: number;
  readonly to: number;
  readonly said: number;
  readonly right: number;
  readonly all: number;
}[] {
  const bounds = [0, 0.65, 0.8, 0.9, 0.95, 1.0001];
  const all = judged
    .filter(({ label }) => label.class !== "either")
    .map((one) => {
      const likeliest = weighedClasses.reduce((best, each) =>
        one.probabilities[each] > one.probabilities[best] ? each : best,
      );
      return { sure: one.probabilities[likeliest], isRight: likeliest === one.label.class };
    });
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    const inside = all.filter(({ sure }) => sure >= from && sure < to);
    const said = inside.reduce((sum, { sure }) => sum + sure, 0) / Math.max(1, inside.length);
    return {
      from,
      to,
      said,
      right: inside.filter((one) => one.isRight).length,
      all: inside.length,
    };
  });
}

/**
 * Cohen's kappa of the two readers over three classes, where neither says `either`; null with fewer than two such, or where
 * chance alone would agree fully.
 */
export function kappaOf(facts: readonly Fact[]): {
  readonly all: number;
  readonly same: number;
  readonly kappa: number | null;
} {
  const both = facts.flatMap(({ label, secondLabel }) =>
    secondLabel === null || label.class === "either" || secondLabel.class === "either"
      ? []
      : [[label.class, secondLabel.class] as const],
  );
  const all = both.length;
  const same = both.filter(([one, other]) => one === other).length;
  const expected = weighedClasses.reduce((sum, each) => {
    const ofFirst = both.filter(([one]) => one === each).length;
    const ofSecond = both.filter(([, other]) => other === each).length;
    return sum + (ofFirst * ofSecond) / Math.max(1, all) ** 2;
  }, 0);
  const kappa = all < 2 || expected === 1 ? null : (same / all - expected) / (1 - expected);
  return { all, same, kappa };
}
