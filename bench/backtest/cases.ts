import type { YearFacts } from "./year-facts.ts";

/** Years after which it is looked what git shows. */
export const after = 2;
export const firstYear = 2018;
export const lastYear = 2024;

/** What was said on a day, and what git shows two years later that it did not before. */
export interface Case {
  readonly before: YearFacts;
  readonly newOwners: readonly string[];
  readonly newDirection: readonly string[];
  readonly newRecordsCount: number;
  readonly newlyRetired: readonly string[];
  /** Jobs of which it can be said at both times: fragmented then and no longer, and the other way round. */
  readonly settledJobs: readonly string[];
  readonly splitJobs: readonly string[];
  readonly jobsCount: number;
}

/** One case for each year of which both ends were read. */
export function casesOf(facts: readonly YearFacts[]): Case[] {
  return facts.flatMap((before) => {
    if (before.year < firstYear || before.year > lastYear) return [];
    const later = facts.find(
      (one) => one.organisation === before.organisation && one.year === before.year + after,
    );
    return later === undefined ? [] : [caseOf(before, later)];
  });
}

function caseOf(before: YearFacts, later: YearFacts): Case {
  const both = before.judgedJobs.filter((job) => later.judgedJobs.includes(job));
  const isFragmented = ({ fragmentedJobs }: YearFacts, job: string): boolean =>
    fragmentedJobs.includes(job);
  return {
    before,
    newOwners: added(before.platformOwners, later.platformOwners),
    newDirection: added(before.direction, later.direction),
    newRecordsCount: Math.max(0, later.decisionRecordsCount - before.decisionRecordsCount),
    newlyRetired: added(before.retired, later.retired),
    settledJobs: both.filter((job) => isFragmented(before, job) && !isFragmented(later, job)),
    splitJobs: both.filter((job) => !isFragmented(before, job) && isFragmented(later, job)),
    jobsCount: both.length,
  };
}

function added(known: readonly string[], now: readonly string[]): string[] {
  const seen = new Set(known);
  return now.filter((one) => !seen.has(one));
}
