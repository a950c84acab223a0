import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Alignment } from "../decisions/alignment.ts";
import { prior } from "./chance/answer.ts";
import { signalChance, type SignalWitnesses } from "./chance/signal-chance.ts";
import { stateOf } from "./chance/state.ts";
import { decayFacets, facetTitles, signalFacets } from "./facets.ts";
import type { Indicator, SignalId } from "./indicator.ts";
import {
  indicatorIds,
  indicators,
  type IndicatorId,
  type IndicatorReadings,
  type IndicatorThresholds,
} from "./indicators.ts";
import { defaultSignalsOptions, type SignalsOptions } from "./options.ts";
import type { Assessed, IndicatorResult, SignalsResult } from "./result.ts";
import { indicatorResult, witnessOf } from "./score.ts";
import { decayIds, decayTitles, signalIds, signalTitles } from "./titles.ts";
import { verdictOf } from "./verdict.ts";
import { whatWouldChange } from "./would-change.ts";
import type { DecayId, FacetId } from "#vocabulary/decision.ts";

const mostEvidence = 40;

/** Answers: which signals that an organisation needs a platform product manager are there, and does it? */
export function assessSignals(
  readings: IndicatorReadings,
  alignment: Alignment | null,
  given: Partial<SignalsOptions> = {},
): SignalsResult {
  const options = { ...defaultSignalsOptions, ...given };
  const results = new Map(
    indicatorIds.map((id) => [
      id,
      indicatorResult(id, definitionOf(id, options.thresholds), readings[id]),
    ]),
  );
  const inputs = signalIds.map((id) =>
    witnessesOf(
      id,
      signalFacets[id],
      results,
      id === 6 ? (options.throughputRises ?? unknownCondition) : null,
    ),
  );
  const signals = signalIds.map((id, index) =>
    assessed(id, signalTitles[id], signalFacets[id], inputs[index]!, results),
  );
  const decays = decayIds.map((id) =>
    assessed(
      id,
      decayTitles[id],
      decayFacets[id],
      witnessesOf(id, decayFacets[id], results, null),
      results,
    ),
  );
  const found = { signals, decays, alignment };
  return { verdict: verdictOf(found, inputs, options), ...found, inputs };
}

/** Of a throughput that nobody could follow it is as likely as not that it rises. */
const unknownCondition = 0.5;

function witnessesOf(
  id: SignalId | DecayId,
  facets: readonly FacetId[],
  results: ReadonlyMap<IndicatorId, IndicatorResult>,
  condition: number | null,
): SignalWitnesses {
  const own = indicatorIds.flatMap((one) => (indicators[one].of === id ? results.get(one)! : []));
  return {
    id: String(id),
    facets: facets.map((facet) => ({
      id: facet,
      witnesses: own.flatMap((one) => (one.facet === facet ? (witnessOf(one) ?? []) : [])),
    })),
    condition,
  };
}

function assessed<Id extends SignalId | DecayId>(
  id: Id,
  title: string,
  facets: readonly FacetId[],
  witnesses: SignalWitnesses,
  all: ReadonlyMap<IndicatorId, IndicatorResult>,
): Assessed<Id> {
  const judged = signalChance(witnesses, prior);
  const results = indicatorIds.flatMap((one) => (indicators[one].of === id ? all.get(one)! : []));
  const state = stateOf(judged);
  const known = results
    .filter((one) => one.score !== null)
    .toSorted((one, other) => other.weight * other.logRatio - one.weight * one.logRatio);
  return {
    id,
    title,
    state,
    chance: judged.chance,
    prior: judged.prior,
    condition: witnesses.condition,
    facets: facets.map((facet, index) => ({
      ...judged.facets[index]!,
      id: facet,
      title: facetTitles[facet],
    })),
    strongest: (known.find(({ weight }) => weight > 0) ?? known[0])?.text ?? null,
    indicators: results,
    evidence: evidenceOf(known),
    wouldChange: whatWouldChange(witnesses, results, state),
  };
}

function definitionOf(id: IndicatorId, thresholds: IndicatorThresholds): Indicator {
  const own = thresholds[id];
  if (own === undefined) return indicators[id];
  return { ...indicators[id], ...own, origin: "this organisation's fulcrum.yaml" };
}

/** Facts of all known indicators, those that speak loudest first, so that a cap leaves these. */
function evidenceOf(known: readonly IndicatorResult[]): EvidenceRef[] {
  return known.flatMap((one) => one.evidence.slice(0, Math.ceil(mostEvidence / known.length)));
}
