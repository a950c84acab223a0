import type { ReportAdoption } from "./schema.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";

export function mapAdoption(result: AdoptionResult, evidence: EvidenceList): ReportAdoption {
  return {
    capabilityId: result.capabilityId,
    adoptersNow: result.adoptersNow,
    adoptersEver: result.adoptersEver,
    ownersNow: result.ownersNow,
    ownersEver: result.ownersEver,
    keepersNow: { ...result.keepersNow },
    reverseTestersCount: result.reverseTestersCount,
    olderClonesCount: result.olderClonesCount,
    eligibleCount: result.eligibleCount,
    eligibleType: result.eligibleType,
    audience: result.audience,
    eligibleTraits: [...result.eligibleTraits],
    rate: result.rate,
    rateNumerator: result.rateNumerator,
    curve: result.curve.map((point) => ({ ...point, date: isoTime(point.date) })),
    left: { ...result.left },
    retirement:
      result.retirement === null
        ? null
        : { ...result.retirement, successorIds: [...result.retirement.successorIds] },
    retention: mapRetention(result),
    timeToAdoptDays: result.timeToAdoptDays,
    cohorts: result.cohorts.map((cohort) => ({
      ...cohort,
      stayedByYear: [...cohort.stayedByYear],
    })),
    currency: {
      newestMajor: result.currency.newestMajor,
      onNewestMajor: result.currency.onNewestMajor,
      versionsBehind: result.currency.versionsBehind,
      libyears: result.currency.libyears,
      versionsInUse: result.currency.versionsInUse.map((one) => ({
        ...one,
        componentIds: [...one.componentIds],
      })),
    },
    waves: result.waves.map(({ evidence: refs, ...wave }) => ({
      ...wave,
      from: isoTime(wave.from),
      to: isoTime(wave.to),
      evidenceIds: evidence.add(refs.slice(0, 60)),
    })),
    pull: result.pull,
    choice: result.choice,
    defections: result.defections.map(({ evidence: refs, since, ...defection }) => ({
      ...defection,
      since: isoTimeOrNull(since),
      evidenceIds: evidence.add(refs),
    })),
    forecast:
      result.forecast === null
        ? null
        : {
            ...result.forecast,
            parameters: { ...result.forecast.parameters },
            points: result.forecast.points.map((point) => ({
              ...point,
              date: isoTime(point.date),
            })),
          },
    reuse: result.reuse,
    scale: result.scale,
    consistency: result.consistency,
    richness:
      result.richness === null
        ? null
        : {
            ...result.richness,
            releases: result.richness.releases.map((release) => ({
              ...release,
              at: isoTime(release.at),
            })),
          },
    price: result.price,
    evidenceIds: evidence.add(result.evidence),
  };
}

function mapRetention(result: AdoptionResult): ReportAdoption["retention"] {
  if (result.retention === null) return null;
  const { n, events, curve, clusteredBand, medianDays, competing } = result.retention;
  return {
    n,
    events,
    curve: curve.map((point) => ({ ...point })),
    clusteredBand: clusteredBand === null ? null : clusteredBand.map((point) => ({ ...point })),
    medianDays,
    competing: competing.map((point) => ({ ...point })),
    leaversTo: result.leaversTo.map((one) => ({ ...one, consumptionIds: [...one.consumptionIds] })),
  };
}
