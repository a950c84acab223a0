import { facetRho, type SignalWitnesses } from "#insight/signals/chance/signal-chance.ts";
import { prior, signalRho } from "#insight/signals/chance/answer.ts";
import { facetPrior } from "#insight/signals/chance/common-factor.ts";
import { leastSigma, type Witness } from "#insight/signals/chance/witness.ts";
import { signalFacets } from "#insight/signals/facets.ts";
import type { SignalId } from "#insight/signals/indicator.ts";
import { indicatorIds, indicators, type IndicatorId } from "#insight/signals/indicators.ts";
import { signalIds } from "#insight/signals/titles.ts";
import { normalQuantile } from "#kernel/stats-normal.ts";
import type { Random } from "#kernel/stats-resample.ts";
import type { FacetId } from "#vocabulary/decision.ts";
import { chance, normal } from "./draw.ts";

/** What is true of an organisation: the facets that hold, and whether its throughput rises. */
export interface FacetTruth {
  readonly holding: ReadonlySet<FacetId>;
  readonly isFaster: boolean;
}

/** How it is seen. */
export interface Seeing {
  /** Share of the witnesses that are at hand, drawn over the whole organisation. */
  readonly seen: number;
  /** From here to 1. */
  readonly leastCoverage: number;
  /** Spread of scores about what is true, beyond sampling: shared by the witnesses of a signal to three tenths. */
  readonly spread: number;
  /** A witness that is believed by λ speaks of something else in this share of 1 − λ. */
  readonly astray: number;
}

const errorsShared = 0.3;

/** As the rule has it before anything is seen: signals of an organisation and facets of a signal are alike. */
export function drawTruth(random: Random): FacetTruth {
  const common = normal(random);
  const threshold = normalQuantile(prior);
  const holding = new Set<FacetId>();
  for (const id of signalIds) {
    const own = Math.sqrt(signalRho) * common + Math.sqrt(1 - signalRho) * normal(random);
    if (own < threshold) for (const facet of someOf(signalFacets[id], random)) holding.add(facet);
  }
  return { holding, isFaster: chance(random, 0.5) };
}

/** Facets of a signal that holds: as likely as they are given that any does. */
function someOf(facets: readonly FacetId[], random: Random): FacetId[] {
  const threshold = normalQuantile(facetPrior(facets.length, prior, facetRho));
  for (;;) {
    const common = normal(random);
    const found = facets.filter(
      () => Math.sqrt(facetRho) * common + Math.sqrt(1 - facetRho) * normal(random) < threshold,
    );
    if (found.length > 0) return found;
  }
}

export function holds(id: SignalId, { holding, isFaster }: FacetTruth): boolean {
  return signalFacets[id].some((facet) => holding.has(facet)) && (id !== 6 || isFaster);
}

/** What the rule is given of it. `isSlow`: every witness of slow updates says so, whatever it is a witness of. */
export function drawWitnesses(
  truth: FacetTruth,
  seeing: Seeing,
  random: Random,
  saysSo: ReadonlySet<IndicatorId> = new Set(),
): SignalWitnesses[] {
  const counting = indicatorIds.filter(
    (one) => typeof indicators[one].of === "number" && indicators[one].countedAs === null,
  );
  const atHand = new Set(
    shuffled(counting, random).slice(0, Math.round(seeing.seen * counting.length)),
  );
  return signalIds.map((id) => {
    const shared = normal(random);
    const facets = signalFacets[id].map((facet) => ({
      id: facet,
      witnesses: indicatorIds.flatMap((one) => {
        const { of, facet: own } = indicators[one];
        if (of !== id || own !== facet || !atHand.has(one)) return [];
        const isTrue = truth.holding.has(facet) || saysSo.has(one);
        return [drawWitness(one, isTrue, shared, seeing, random)];
      }),
    }));
    const condition = id === 6 ? (truth.isFaster ? 0.5 + random() / 2 : random() / 2) : null;
    return { id: String(id), facets, condition };
  });
}

/** Fisher and Yates (1938). */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const found = [...items];
  for (let last = found.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [found[last], found[other]] = [found[other]!, found[last]!];
  }
  return found;
}

export function drawWitness(
  id: IndicatorId,
  isTrue: boolean,
  shared: number,
  { leastCoverage, spread, astray }: Seeing,
  random: Random,
): Witness {
  const { reliabilityFor, reliabilityAgainst } = indicators[id];
  const sigma = leastSigma(3 + Math.floor(random() * 18));
  // Who finds only what has a known form says "nothing" of much that is there.
  const isMissed =
    isTrue && chance(random, Math.max(0, reliabilityFor - reliabilityAgainst) * astray);
  const isAstray = chance(random, (1 - reliabilityFor) * astray);
  const meant = isAstray ? random() : Number(isTrue && !isMissed);
  const error =
    spread * (Math.sqrt(errorsShared) * shared + Math.sqrt(1 - errorsShared) * normal(random)) +
    sigma * normal(random);
  return {
    score: Math.min(1.25, Math.max(-0.25, meant + error)),
    sigma,
    reliabilityFor,
    reliabilityAgainst,
    coverage: leastCoverage + random() * (1 - leastCoverage),
  };
}
