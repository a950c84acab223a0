import { effectiveNumber, sharesByOwner } from "#insight/jobs/shares.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** A job that enough do to say whether they do it alike. */
export interface JudgedJob {
  readonly job: JobResult;
  readonly isFragmented: boolean;
  readonly effectiveNumber: number;
  /** Owners, or repositories where most owners are not known. */
  readonly keeperIds: readonly string[];
  /** Of the keepers' shares, what the organisation's own answers have. */
  readonly platformShare: number;
}

const minimumKeepers = 3;
const fragmentedFrom = 2;
const enoughOwned = 0.5;

/** By owners where most are known; else a repository stands for whoever keeps it. */
export function judgedJobs({
  jobs,
  organisation,
  ownerCoverage,
}: Pick<IndicatorSources, "jobs" | "organisation" | "ownerCoverage">): JudgedJob[] {
  const isOwned = (ownerCoverage ?? 0) >= enoughOwned;
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  return jobs.flatMap((job) => {
    const uses = job.solutions.flatMap((solution) =>
      solution.componentIds.flatMap((componentId) => {
        const component = components.get(componentId);
        if (component === undefined) return [];
        const ownerIds = isOwned ? component.ownerIds : [component.repositoryId];
        return [{ solution: solution.package, componentId, ownerIds }];
      }),
    );
    const found = sharesByOwner(uses);
    const effective = effectiveNumber(found, minimumKeepers);
    if (effective === null) return [];
    const own = new Set(
      job.solutions.flatMap(({ capabilityId, package: name }) =>
        capabilityId !== null && job.platformAnswerIds.includes(capabilityId) ? name : [],
      ),
    );
    return [
      {
        job,
        isFragmented: effective >= fragmentedFrom,
        effectiveNumber: effective,
        keeperIds: [...new Set(uses.flatMap(({ ownerIds }) => ownerIds))],
        platformShare: found.shares
          .filter(({ solution }) => own.has(solution))
          .reduce((sum, { share }) => sum + share, 0),
      },
    ];
  });
}
