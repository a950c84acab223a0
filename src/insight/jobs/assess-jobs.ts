import type { Unknown } from "#evidence/unknown.ts";
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
import { effectiveNumber, getOrAdd, sharesByOwner, type Shares } from "./shares.ts";
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
  const found = sharesByOwner(current);
  const effective = effectiveNumber(found, options.minimumOwners);
  const points = trend(ground.uses, organisation.asOf, options);
  return {
    job: ground.job,
    title: facts?.title ?? ground.job,
    definition: facts?.definition ?? "",
    source: facts?.source ?? "configuration",
    ecosystem: ground.ecosystem,
    solutions: solutionsOf(current, found),
    ownersCount: found.ownersCount,
    effectiveNumber: effective,
    isFragmented: effective === null ? null : effective >= options.fragmentedFrom,
    trend: points,
    platformAnswerIds: platformAnswers(ground, organisation, options),
    unknown: unknowns(
      found,
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
  { ownersCount }: Shares,
  current: readonly JobUse[],
  hasGaps: boolean,
  { minimumOwners }: JobsOptions,
): Unknown[] {
  const entries: Unknown[] = [];
  const unowned = distinct(
    current.filter((use) => use.ownerIds.length === 0).map((use) => use.componentId),
  ).length;
  if (ownersCount < minimumOwners) {
    const entry = {
      code: "too-few-owners",
      reason: `${String(ownersCount)} known ${ownersCount === 1 ? "owner does" : "owners do"} this job; ${String(minimumOwners)} are needed.`,
      needs:
        unowned > 0 ? "Owners of the components that have none." : "More teams that do this job.",
    };
    entries.push({ field: "effectiveNumber", ...entry }, { field: "isFragmented", ...entry });
  }
  if (hasGaps) {
    entries.push({
      field: "trend",
      code: "too-few-owners",
      reason: `At some quarter-ends fewer than ${String(minimumOwners)} known owners did this job.`,
      needs: "Nothing can be done about the past.",
    });
  }
  if (ownersCount === 0) {
    entries.push({
      field: "solutions",
      code: "no-owner",
      reason: "None of the components that do this job has a known owner.",
      needs: "A CODEOWNERS file or catalog-info.yaml.",
    });
  }
  return entries;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText);
}
