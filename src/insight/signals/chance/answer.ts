import type { Leaning, VerdictAnswer } from "#vocabulary/decision.ts";
import { countChances, odds } from "./common-factor.ts";
import type { JudgedSignal } from "./signal-chance.ts";

/** Signals of one organisation are alike: they share a factor of this size on their priors. */
export const signalRho = 0.3;
/** Chance of a signal before anything was seen, and the two others at which an answer must stand as well. */
export const prior = 0.25;
export const priors = [0.15, 0.25, 0.4] as const;

const decisive = 0.5;

const mostSigns = 4;
const leastSigns = 2;
const teamsAtMost = 4;
const perDoubling = 2 / 3;

/** Signs from which the answer is needed: k = clamp(4 − ⅔·log₂(teams ÷ 4), 2, 4). */
export function signsNeeded(teams: number): number {
  const k = mostSigns - perDoubling * Math.log2(Math.max(1, teams) / teamsAtMost);
  return Math.min(mostSigns, Math.max(leastSigns, k));
}

export type Chances = Readonly<Record<Leaning, number>>;

/** Chance of each number of signs, with a common factor on the priors. An extreme chance keeps finite odds. */
export function signChances(signals: readonly JudgedSignal[], rho: number = signalRho): number[] {
  return countChances(
    signals.map(({ prior: before, chance }) => ({
      prior: before,
      ratio: odds(Math.min(1 - 1e-12, chance)) / odds(before),
    })),
    rho,
  );
}

/** Chance = Σ P(N = n)·clamp(n − k + 1, 0, 1), at k for needed and at k ÷ 2 for at least soon. */
export function answerChances(counts: readonly number[], k: number): Chances {
  const needed = reaching(counts, k);
  const soonOrMore = reaching(counts, k / 2);
  return { needed, soon: Math.max(0, soonOrMore - needed), "not-yet": 1 - soonOrMore };
}

function reaching(counts: readonly number[], k: number): number {
  return counts.reduce((sum, chance, n) => sum + chance * Math.min(1, Math.max(0, n - k + 1)), 0);
}

/** The median of the three, which have an order: needed at least as likely as not, else soon or more, else not yet. */
export function leaningOf({ needed, soon }: Chances): Leaning {
  if (needed > decisive) return "needed";
  return needed + soon > decisive ? "soon" : "not-yet";
}

/** Below this mean mass hardly anything was looked at; from the other on an answer may be given. */
export const hardlyAny = 0.1;
export const enough = 0.5;

/**
 * An answer needs evidence: mean mass over all facets ≥ ½, and the same answer above ½ at every prior. Where somebody
 * already is the platform's product manager the question is another one, whatever the signals say.
 */
export function answerOf(
  meanMass: number,
  atPriors: readonly Chances[],
  isFilled: boolean,
): VerdictAnswer {
  if (isFilled) return "filled";
  if (meanMass < hardlyAny) return "not-looked-at";
  const [first] = atPriors;
  if (first === undefined || meanMass < enough) return "undecided";
  const leaning = leaningOf(first);
  const isSteady = atPriors.every((one) => one[leaning] > decisive);
  return isSteady ? leaning : "undecided";
}

export function meanMassOf(signals: readonly Pick<JudgedSignal, "facets">[]): number {
  const masses = signals.flatMap(({ facets }) => facets.map(({ mass }) => mass));
  return masses.length === 0 ? 0 : masses.reduce((sum, one) => sum + one, 0) / masses.length;
}
