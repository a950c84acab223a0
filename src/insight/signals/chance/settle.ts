import type { Chances } from "./answer.ts";
import { priors } from "./answer.ts";
import { concluded, type Circumstances, type Judgement } from "./judge.ts";
import {
  chanceAfter,
  signalChance,
  withFacets,
  type JudgedSignal,
  type SignalWitnesses,
} from "./signal-chance.ts";
import { tau } from "./witness.ts";

/** A witness that could be had and is not. */
export interface Obtainable {
  readonly id: string;
  readonly signalId: string;
  readonly facetId: string;
  /** λ, the mean of both directions. */
  readonly reliability: number;
  /** Standard error to expect of it. */
  readonly sigma: number;
  /** What it takes to ask for. */
  readonly hours: number;
}

export interface Settling {
  readonly id: string;
  /** Entropy of the three answers that it would take away, in bits. */
  readonly bits: number;
  readonly bitsPerHour: number;
  /** Chance that the answer, or what it leans to, would be another one. */
  readonly changeChance: number;
}

const leastHours = 0.25;

/**
 * What each witness would tell, with outcome + or −: ℓ* = λκ/2 ÷ (1 + κσ²), a = 1 ÷ (1 + e^(−ℓ*)), P(+) = qa + (1 − q)(1 − a),
 * q₊ = qa ÷ P(+), q₋ = q(1 − a) ÷ P(−); value = H₃(now) − Σ P(o)·H₃(o), the most for an hour first.
 */
export function whatWouldSettle(
  signals: readonly SignalWitnesses[],
  circumstances: Circumstances,
  obtainable: readonly Obtainable[],
  of = tau,
): Settling[] {
  const atPriors = priors.map((prior) => ({
    prior,
    signals: signals.map((one) => signalChance(one, prior, of)),
  }));
  const conditions = new Map(signals.map(({ id, condition }) => [id, condition]));
  const now = concluded(atPriors, circumstances);
  const kappa = 1 / (of * of);
  return obtainable
    .map((one): Settling => {
      const told = (one.reliability * kappa * 0.5) / (1 + kappa * one.sigma * one.sigma);
      const after = (evidence: number): Judgement =>
        concluded(
          atPriors.map(({ prior, signals: judged }) => ({
            prior,
            signals: judged.map((signal) =>
              signal.id === one.signalId
                ? moved(signal, one, evidence, prior, conditions.get(signal.id) ?? null)
                : signal,
            ),
          })),
          circumstances,
        );
      const q = facetOf(now.signals, one);
      const a = 1 / (1 + Math.exp(-told));
      const likely = q * a + (1 - q) * (1 - a);
      const outcomes = [
        { chance: likely, judgement: after(told) },
        { chance: 1 - likely, judgement: after(-told) },
      ];
      const left = outcomes.reduce(
        (sum, { chance, judgement }) => sum + chance * entropy(judgement.chances),
        0,
      );
      const bits = entropy(now.chances) - left;
      return {
        id: one.id,
        bits,
        bitsPerHour: bits / Math.max(leastHours, one.hours),
        changeChance: outcomes.reduce(
          (sum, { chance, judgement }) =>
            sum +
            (saidOf(judgement) === saidOf(now) && judgement.leaning === now.leaning ? 0 : chance),
          0,
        ),
      };
    })
    .toSorted((a, b) => b.bitsPerHour - a.bitsPerHour || (a.id < b.id ? -1 : 1));
}

/** The answer that was given; looking at more without coming to one is none. */
function saidOf({ answer }: Judgement): string | null {
  return answer === "undecided" || answer === "not-looked-at" ? null : answer;
}

/** Below this chance of another answer nothing cheap would change it. */
export const worthAsking = 0.05;

function facetOf(signals: readonly JudgedSignal[], { signalId, facetId }: Obtainable): number {
  const facet = signals.find(({ id }) => id === signalId)?.facets.find(({ id }) => id === facetId);
  if (facet === undefined) throw new Error(`signal ${signalId} has no facet ${facetId}`);
  return facet.chance;
}

function moved(
  signal: JudgedSignal,
  { facetId, reliability }: Obtainable,
  evidence: number,
  prior: number,
  condition: number | null,
): JudgedSignal {
  const facets = signal.facets.map((facet) => {
    if (facet.id !== facetId) return facet;
    const logRatio = facet.logRatio + evidence;
    return {
      ...facet,
      logRatio,
      mass: Math.min(1, facet.mass + reliability),
      chance: chanceAfter(facet.prior, logRatio),
    };
  });
  return withFacets(signal.id, facets, prior, condition);
}

/** Of the three answers, in bits. */
export function entropy(chances: Chances): number {
  return Object.values(chances).reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
}
