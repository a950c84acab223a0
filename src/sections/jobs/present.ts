import { slugOf } from "#kernel/ids.ts";
import type { ReportJob, ReportJobProposal } from "./schema.ts";
import { jobId, type InferredSubstitute, type JobResult } from "#insight/jobs/result.ts";
import { isoTime, type EvidenceList } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

/** Packages that half the organisation uses need not list every line that says so. */
const mostEvidence = 60;

export function mapJob(result: JobResult, evidence: EvidenceList): ReportJob {
  return {
    id: jobId(result),
    slug: slugOf(jobId(result), result.title),
    job: result.job,
    title: result.title,
    definition: result.definition,
    source: result.source,
    ecosystem: result.ecosystem,
    solutions: result.solutions.map((solution) => ({
      package: solution.package,
      packages: [...solution.packages],
      capabilityId: solution.capabilityId,
      reason: solution.reason,
      share: solution.share,
      componentIds: [...solution.componentIds],
      ownerIds: [...solution.ownerIds],
      evidenceIds: evidence.add(solution.evidence.slice(0, mostEvidence)),
    })),
    ownersCount: result.ownersCount,
    keepersNow: { ...result.keepers },
    effectiveNumber: result.effectiveNumber,
    isFragmented: result.isFragmented,
    trend: result.trend.map(({ at, shares, ...point }) => ({
      date: isoTime(at),
      ...point,
      shares: shares.map((one) => ({ ...one })),
    })),
    platformAnswerIds: [...result.platformAnswerIds],
  };
}

export function mapJobProposal(found: InferredSubstitute): ReportJobProposal {
  return {
    ...found,
    packages: [...found.packages],
    jobs: [...found.jobs],
    componentCounts: [...found.componentCounts],
    how: "inferred",
  };
}

/** An entry for each null of the section. */
export function jobUnknowns(jobs: readonly JobResult[]): UnknownEntry[] {
  return jobs.flatMap(({ unknown }, index) =>
    unknown.map(({ field, ...entry }) => ({
      pointer: `/jobs/${String(index)}/${field}`,
      ...entry,
    })),
  );
}
