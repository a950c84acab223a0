import type { ReportStability } from "./schema.ts";
import type { StabilityResult } from "#insight/stability/result.ts";
import { isoTime, type EvidenceList } from "../evidence-list.ts";

const mostEvidence = 30;

export function mapStability(result: StabilityResult, evidence: EvidenceList): ReportStability {
  return {
    capabilityId: result.capabilityId,
    releasesCount: result.releasesCount,
    majorsPerYear: result.majorsPerYear,
    daysBetweenMajors: result.daysBetweenMajors,
    majors: result.majors.map(({ version, at }) => ({ version, at: isoTime(at) })),
    isInitialDevelopment: result.isInitialDevelopment,
    violations:
      result.violations?.map(({ evidence: refs, at, removedNames, hit, ...violation }) => ({
        ...violation,
        at: isoTime(at),
        removedCount: removedNames.length,
        removedNames: [...removedNames],
        hit: hit.map(({ componentId, names }) => ({ componentId, names: [...names] })),
        evidenceIds: evidence.add(refs),
      })) ?? null,
    comparedCount: result.comparedCount,
    releases: result.releases.map(({ at, ...release }) => ({ ...release, at: isoTime(at) })),
    evidenceIds: evidence.add(result.evidence.slice(-mostEvidence)),
  };
}
