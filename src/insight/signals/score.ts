import { gaussHermite } from "#kernel/stats-normal.ts";
import { heldScore, leastSigma, evidenceOf, weightOf, type Witness } from "./chance/witness.ts";
import type { Indicator, IndicatorReading } from "./indicator.ts";
import type { IndicatorId } from "./indicators.ts";
import type { IndicatorResult } from "./result.ts";

/** A reach that cannot be said counts as half. */
const unsaidCoverage = 0.5;

/** A reading in the terms of its indicator; below the minimum of observations it is unknown. */
export function indicatorResult(
  id: IndicatorId,
  indicator: Indicator,
  reading: IndicatorReading,
): IndicatorResult {
  const { of: _, ...definition } = indicator;
  const nothing = {
    id,
    ...definition,
    value: null,
    score: null,
    sigma: null,
    clusters: 0,
    weight: 0,
    logRatio: 0,
    text: null,
    history: [],
  };
  if (reading.unknown !== null)
    return { ...nothing, n: 0, coverage: null, evidence: [], unknown: reading.unknown };
  const { value, n, coverage, text, spread, evidence, history } = reading;
  if (n < indicator.minimumN || !Number.isFinite(value)) {
    return {
      ...nothing,
      n,
      coverage,
      evidence: [],
      unknown: {
        code: "too-few",
        reason: `${String(n)} were counted; with fewer than ${String(indicator.minimumN)} chance decides.`,
        needs: "More repositories, owners or history.",
      },
    };
  }
  const { zeroPoint, onePoint } = indicator;
  const score = heldScore(value, zeroPoint, onePoint);
  const measured = scoreDeviation(value, spread.deviation ?? 0, zeroPoint, onePoint);
  const sigma = Math.max(measured, leastSigma(spread.clusters));
  const witness = {
    score,
    sigma,
    reliabilityFor: indicator.reliabilityFor,
    reliabilityAgainst: indicator.reliabilityAgainst,
    coverage: coverage ?? unsaidCoverage,
  };
  return {
    id,
    ...definition,
    value,
    score,
    sigma,
    clusters: spread.clusters,
    weight: indicator.countedAs === null ? weightOf(witness) : 0,
    logRatio: evidenceOf(witness),
    n,
    coverage,
    text,
    evidence,
    history: history.map((point) => ({
      ...point,
      score: heldScore(point.value, zeroPoint, onePoint),
    })),
    unknown: null,
  };
}

const rule = gaussHermite(21);

/** Standard deviation of the held score, the value being normal: far beyond a point it hardly matters how far. */
function scoreDeviation(
  value: number,
  deviation: number,
  zeroPoint: number,
  onePoint: number,
): number {
  if (deviation === 0) return 0;
  let mean = 0;
  let square = 0;
  for (const { z, weight } of rule) {
    const score = heldScore(value + deviation * z, zeroPoint, onePoint);
    mean += weight * score;
    square += weight * score * score;
  }
  return Math.sqrt(Math.max(0, square - mean * mean));
}

/** The witness that an indicator is; null where it is not known, or counts elsewhere. */
export function witnessOf(one: IndicatorResult): Witness | null {
  if (one.score === null || one.sigma === null || one.countedAs !== null) return null;
  const { score, sigma, reliabilityFor, reliabilityAgainst, coverage } = one;
  return {
    score,
    sigma,
    reliabilityFor,
    reliabilityAgainst,
    coverage: coverage ?? unsaidCoverage,
  };
}
