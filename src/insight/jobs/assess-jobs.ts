import type { Unknown } from "#evidence/unknown.ts";
import { countedKeepers, keeperIdsAmong, type Keepers } from "#model/keepers.ts";
import type { Organisation } from "#model/organisation.ts";
import { compareText } from "../adoption/uses.ts";
import {
  ecosystemOfCapability,
  isInUse,
  jobOfCapability,
  usesByJob,
  type JobGround,
  type JobUse,
} from "./job-uses.ts";
import { jobsOptions, type JobsOptions } from "./options.ts";
import type { JobResult, SolutionResult } from "./result.ts";
import { effectiveNumber, getOrAdd, ownersOf, sharesByKeeper, type Shares } from "./shares.ts";
import { trend } from "./trend.ts";

/** Same problem, different tools (docs/insights/jobs.md): every job that is done at as-of, by job and ecosystem. Pure. */
export function assessJobs(
  organisation: Organisation,
  given: Partial<JobsOptions> = {},
): JobResult[] {
  const options = jobsOptions(given);
  return usesByJob(organisation, options.index).flatMap((ground) => {
    const current = ground.uses.filter((use) => isInUse(use, organisation.asOf));
    return current.length === 0 ? [] : [assess(ground, current, organisation, options)];
  });
}

function assess(
  ground: JobGround,
  current: readonly JobUse[],
  organisation: Organisation,
  options: JobsOptions,
): JobResult {
  const facts = options.index.jobs.get(ground.job);
  const found = sharesByKeeper(current);
  const keepers = { count: found.keepersCount, unit: keeperIdsAmong(organisation.components).unit };
  const effective = effectiveNumber(found, options.minimumKeepers);
  const points = trend(ground.uses, organisation.asOf, options);
  return {
    job: ground.job,
    title: facts?.title ?? ground.job,
    definition: facts?.definition ?? "",
    source: facts?.source ?? "configuration",
    ecosystem: ground.ecosystem,
    solutions: solutionsOf(current, found),
    ownersCount: ownersOf(current).length,
    keepers,
    effectiveNumber: effective,
    isFragmented: effective === null ? null : effective >= options.fragmentedFrom,
    trend: points,
    platformAnswerIds: platformAnswers(ground, organisation, options),
    unknown: unknowns(
      keepers,
      current,
      points.some((point) => point.effectiveNumber === null),
      options,
    ),
  };
}

function solutionsOf(current: readonly JobUse[], { shares }: Shares): SolutionResult[] {
  const bySolution = new Map<string, JobUse[]>();
  for (const use of current) getOrAdd(bySolution, use.solution, () => []).push(use);
  const shareOf = new Map(shares.map(({ solution, share }) => [solution, share]));
  return [...bySolution]
    .map(([solution, uses]) => ({
      package: solution,
      packages: distinct(uses.flatMap(({ purl }) => purl ?? [])),
      capabilityId: uses.find((use) => use.capabilityId !== null)?.capabilityId ?? null,
      reason: uses.find((use) => use.reason !== null)?.reason ?? null,
      componentIds: distinct(uses.map((use) => use.componentId)),
      ownerIds: distinct(uses.flatMap((use) => use.ownerIds)),
      keeperIds: distinct(uses.flatMap((use) => use.keeperIds)),
      share: shares.length === 0 ? null : (shareOf.get(solution) ?? 0),
      evidence: uses.flatMap((use) => use.evidence),
    }))
    .sort(
      (a, b) =>
        (b.share ?? 0) - (a.share ?? 0) ||
        b.componentIds.length - a.componentIds.length ||
        compareText(a.package, b.package),
    );
}

/** What the organisation itself offers for the job, to programs of this ecosystem. */
function platformAnswers(
  { job, ecosystem }: JobGround,
  { capabilities }: Organisation,
  { index }: JobsOptions,
): string[] {
  return distinct(
    capabilities
      .filter((one) => one.lifecycle !== "archived" && jobOfCapability(one, index) === job)
      .filter((one) => ["service", ecosystem].includes(ecosystemOfCapability(one)))
      .map((one) => one.id),
  );
}

function unknowns(
  keepers: Keepers,
  current: readonly JobUse[],
  hasGaps: boolean,
  { minimumKeepers }: JobsOptions,
): Unknown[] {
  const entries: Unknown[] = [];
  const isUnowned = current.some((use) => use.keeperIds.length === 0);
  const { count, unit } = keepers;
  const many = unit === "team" ? "teams" : "repositories";
  if (count < minimumKeepers) {
    const entry = {
      code: "too-few-owners",
      reason: `${countedKeepers(keepers)} ${count === 1 ? "does" : "do"} this job; ${String(minimumKeepers)} are needed.`,
      needs: isUnowned
        ? "Owners of the components that have none."
        : "Nothing: what so few do is theirs to choose.",
    };
    entries.push({ field: "effectiveNumber", ...entry }, { field: "isFragmented", ...entry });
  }
  if (hasGaps) {
    entries.push({
      field: "trend",
      code: "too-few-owners",
      reason: `At some quarter-ends fewer than ${String(minimumKeepers)} ${many} did this job.`,
      needs: "Nothing can be done about the past.",
    });
  }
  if (count === 0) {
    entries.push({
      field: "solutions",
      code: "no-owner",
      reason: "None of the components that do this job has a known team.",
      needs: "A CODEOWNERS file or catalog-info.yaml.",
    });
  }
  return entries;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText);
}
