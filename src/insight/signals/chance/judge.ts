import type { Leaning, VerdictAnswer } from "#vocabulary/decision.ts";
import {
  answerChances,
  answerOf,
  leaningOf,
  meanMassOf,
  prior,
  priors,
  signChances,
  signsNeeded,
  type Chances,
} from "./answer.ts";
import { signalChance, type JudgedSignal, type SignalWitnesses } from "./signal-chance.ts";
import { tau } from "./witness.ts";

export interface Circumstances {
  readonly teams: number;
  /** Somebody is named as the platform's product manager. */
  readonly isFilled: boolean;
}

/** The rule from the witnesses to the answer: docs/insights/signals.md. */
export interface Judgement {
  readonly signals: readonly JudgedSignal[];
  /** Chance of each number of signs. */
  readonly counts: readonly number[];
  readonly neededFrom: number;
  readonly chances: Chances;
  readonly atPriors: readonly { readonly prior: number; readonly chances: Chances }[];
  readonly meanMass: number;
  readonly answer: VerdictAnswer;
  readonly leaning: Leaning;
}

export function judge(
  signals: readonly SignalWitnesses[],
  circumstances: Circumstances,
  of = tau,
): Judgement {
  return concluded(
    priors.map((before) => ({
      prior: before,
      signals: signals.map((one) => signalChance(one, before, of)),
    })),
    circumstances,
  );
}

/** The answer from signals judged at each prior. */
export function concluded(
  atPriors: readonly { readonly prior: number; readonly signals: readonly JudgedSignal[] }[],
  { teams, isFilled }: Circumstances,
): Judgement {
  const neededFrom = signsNeeded(teams);
  const judged = atPriors.map((one) => {
    const counts = signChances(one.signals);
    return { ...one, counts, chances: answerChances(counts, neededFrom) };
  });
  const main = judged.find((one) => one.prior === prior);
  if (main === undefined) throw new Error("the prior of the headline is one of those looked at");
  const meanMass = meanMassOf(main.signals);
  const ordered = [main, ...judged.filter((one) => one !== main)].map((one) => one.chances);
  return {
    signals: main.signals,
    counts: main.counts,
    neededFrom,
    chances: main.chances,
    atPriors: judged.map((one) => ({ prior: one.prior, chances: one.chances })),
    meanMass,
    answer: answerOf(meanMass, ordered, isFilled),
    leaning: leaningOf(main.chances),
  };
}

/** Least n so that at most n signs hold with the chance. */
export function countQuantile(counts: readonly number[], probability: number): number {
  let sum = 0;
  for (const [n, chance] of counts.entries()) {
    sum += chance;
    if (sum >= probability - 1e-12) return n;
  }
  return Math.max(0, counts.length - 1);
}

export function meanCount(counts: readonly number[]): number {
  return counts.reduce((sum, chance, n) => sum + n * chance, 0);
}
