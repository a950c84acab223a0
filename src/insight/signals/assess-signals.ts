import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Alignment } from "../decisions/alignment.ts";
import { confidenceOf } from "./confidence.ts";
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
import { familiesKnown, indicatorResult, medianScore, stateOf } from "./score.ts";
import { decayIds, decayTitles, signalIds, signalTitles } from "./titles.ts";
import { verdictOf } from "./verdict.ts";
import { whatWouldChange } from "./would-change.ts";
import type { DecayId } from "#vocabulary/decision.ts";

const mostEvidence = 40;
/** A signal needs two independent witnesses; a decay is one thing, and says so with low confidence. */
const signalFamilies = 2;
const decayFamilies = 1;

/** Answers: which signals that an organisation needs a platform product manager are there, and does it? */
export function assessSignals(
  readings: IndicatorReadings,
  alignment: Alignment | null,
  given: Partial<SignalsOptions> = {},
): SignalsResult {
  const options = { ...defaultSignalsOptions, ...given };
  const signals = assessAll(readings, options.thresholds);
  return {
    verdict: verdictOf(signals, options, (shift) =>
      assessAll(readings, movedThresholds(options.thresholds, shift)),
    ),
    signals,
    decays: decayIds.map((id) =>
      assess(id, decayTitles[id], decayFamilies, readings, options.thresholds),
    ),
    alignment,
  };
}

function assessAll(
  readings: IndicatorReadings,
  thresholds: IndicatorThresholds,
): Assessed<SignalId>[] {
  return signalIds.map((id) => assess(id, signalTitles[id], signalFamilies, readings, thresholds));
}

function assess<Id extends SignalId | DecayId>(
  id: Id,
  title: string,
  minimumFamilies: number,
  readings: IndicatorReadings,
  thresholds: IndicatorThresholds,
): Assessed<Id> {
  const results = indicatorIds
    .filter((one) => indicators[one].of === id)
    .map((one) => indicatorResult(one, definitionOf(one, thresholds), readings[one]));
  const score = medianScore(results, minimumFamilies);
  const state = stateOf(score);
  const { confidence, reason } = confidenceOf(results);
  const known = results.filter((one) => one.score !== null);
  const strongest = known.toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))[0];
  return {
    id,
    title,
    state,
    score,
    confidence: score === null ? "low" : confidence,
    confidenceReason: reason,
    strongest: strongest?.text ?? null,
    indicators: results,
    evidence: evidenceOf(known),
    wouldChange: whatWouldChange(results, state, minimumFamilies),
    unknown: score === null ? whyUnknown(results, minimumFamilies) : null,
  };
}

function definitionOf(id: IndicatorId, thresholds: IndicatorThresholds): Indicator {
  const own = thresholds[id];
  if (own === undefined) return indicators[id];
  return { ...indicators[id], ...own, origin: "this organisation's fulcrum.yaml" };
}

/** Facts of all known indicators, those of the highest score first, so that a cap leaves what speaks loudest. */
function evidenceOf(known: readonly IndicatorResult[]): EvidenceRef[] {
  return known
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .flatMap((one) => one.evidence.slice(0, Math.ceil(mostEvidence / known.length)));
}

function whyUnknown(results: readonly IndicatorResult[], minimumFamilies: number) {
  const families = familiesKnown(results);
  const missing = results.find((one) => one.unknown !== null)?.unknown;
  return {
    code: "too-few-indicators",
    reason: `${String(families)} independent ${families === 1 ? "indicator is" : "indicators are"} known; ${String(minimumFamilies)} are needed.`,
    needs: missing?.needs ?? "More evidence.",
  };
}

/** Both points of every indicator moved by a share of their distance: above 0 it takes more to score. */
function movedThresholds(thresholds: IndicatorThresholds, shift: number): IndicatorThresholds {
  return Object.fromEntries(
    indicatorIds.map((id) => {
      const { zeroPoint, onePoint, minimumN } = definitionOf(id, thresholds);
      const by = shift * (onePoint - zeroPoint);
      return [id, { zeroPoint: zeroPoint + by, onePoint: onePoint + by, minimumN }];
    }),
  );
}
