import type { JobResult } from "#insight/jobs/result.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** A job that enough do to say whether they do it alike. */
export interface JudgedJob {
  readonly job: JobResult;
  readonly isFragmented: boolean;
  readonly effectiveNumber: number;
  readonly keeperIds: readonly string[];
  /** Of the keepers' shares, what the organisation's own answers have. */
  readonly platformShare: number;
}

/** What the section of jobs judges, so that no signal says otherwise than it does. */
export function judgedJobs({ jobs }: Pick<IndicatorSources, "jobs">): JudgedJob[] {
  return jobs.flatMap((job) => {
    const { effectiveNumber, isFragmented, solutions } = job;
    if (effectiveNumber === null || isFragmented === null) return [];
    return [
      {
        job,
        isFragmented,
        effectiveNumber,
        keeperIds: [...new Set(solutions.flatMap(({ keeperIds }) => keeperIds))],
        platformShare: solutions
          .filter(
            ({ capabilityId }) =>
              capabilityId !== null && job.platformAnswerIds.includes(capabilityId),
          )
          .reduce((sum, { share }) => sum + (share ?? 0), 0),
      },
    ];
  });
}

/** Share of the components whose keeper is known: all where repositories stand for them; null where none was judged. */
export function keeperCoverage(
  judged: readonly JudgedJob[],
  { ownerCoverage }: Pick<IndicatorSources, "ownerCoverage">,
): number | null {
  const [first] = judged;
  if (first === undefined) return null;
  return first.job.keepers.unit === "repository" ? 1 : ownerCoverage;
}
