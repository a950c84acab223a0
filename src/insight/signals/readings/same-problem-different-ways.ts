import { copyEvidence } from "#insight/duplication/findings.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { JobResult, SolutionResult } from "#insight/jobs/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { unownedReading } from "./common-readings.ts";
import { judgedJobs, keeperCoverage, type JudgedJob } from "./judged-jobs.ts";
import { spreadOfMean, spreadOfShare } from "./spread.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

const minimumKeepers = 3;
/** Copies that a generator or a fork left behind ask for another remedy than a shared answer. */
const ownRemedy: ReadonlySet<string> = new Set(["template", "fork"]);

/** The same problem, different ways. */
export function readSameProblem(
  sources: IndicatorSources,
): Pick<IndicatorReadings, "fragmented-jobs" | "cross-owner-lines" | "platform-answer-unused"> {
  const shared = judgedJobs(sources);
  return {
    "fragmented-jobs": fragmentedJobs(shared, sources),
    "cross-owner-lines": crossOwnerLines(sources),
    "platform-answer-unused": platformAnswerUnused(shared, sources),
  };
}

function fragmentedJobs(shared: readonly JudgedJob[], sources: IndicatorSources): IndicatorReading {
  if (shared.length === 0)
    return unownedReading(sources, "jobs that three or more teams or repositories do");
  const fragmented = shared.filter(({ isFragmented }) => isFragmented);
  return reading({
    value: fragmented.length / shared.length,
    n: shared.length,
    coverage: keeperCoverage(shared, sources),
    text: `${String(fragmented.length)} of ${counted(shared.length, "job")} ${fragmented.length === 1 ? "is" : "are"} done in several ways (${percentOf(fragmented.length / shared.length)})${
      fragmented.length === 0 ? "" : `: ${some(fragmented.map(nameOf), 5)}`
    }`,
    spread: spreadOfMean(
      shared.map(({ isFragmented }) => Number(isFragmented)),
      keepersOfAll(shared),
    ),
    evidence: fragmented.flatMap(({ job }) => evidenceOf(job.solutions)),
    history: historyOf(sources.jobs),
  });
}

/** Share of fragmented jobs at the quarter-ends at which enough of them had three keepers. */
function historyOf(jobs: readonly JobResult[]): { at: number; value: number }[] {
  const byTime = new Map<number, { shared: number; fragmented: number }>();
  for (const { trend } of jobs) {
    for (const { at, effectiveNumber, keepersCount } of trend) {
      if (effectiveNumber === null || keepersCount < minimumKeepers) continue;
      const sum = byTime.get(at) ?? { shared: 0, fragmented: 0 };
      byTime.set(at, {
        shared: sum.shared + 1,
        fragmented: sum.fragmented + Number(effectiveNumber >= 2),
      });
    }
  }
  return [...byTime]
    .filter(([, { shared }]) => shared >= 8)
    .sort(([one], [other]) => one - other)
    .map(([at, { shared, fragmented }]) => ({ at, value: fragmented / shared }));
}

function platformAnswerUnused(
  shared: readonly JudgedJob[],
  sources: IndicatorSources,
): IndicatorReading {
  const fragmented = shared.filter(({ isFragmented }) => isFragmented);
  if (fragmented.length === 0) {
    return notRead(
      "none-fragmented",
      "No job of three or more owners is done in several ways.",
      "Nothing: there is no answer that could be unused.",
    );
  }
  const isUnused = ({ job, platformShare }: JudgedJob): boolean =>
    job.platformAnswerIds.length > 0 && platformShare < 0.5;
  const unused = fragmented.filter(isUnused);
  return reading({
    value: unused.length / fragmented.length,
    n: fragmented.length,
    coverage: keeperCoverage(shared, sources),
    text: `For ${String(unused.length)} of ${String(fragmented.length)} fragmented jobs the platform has an answer that most owners do not use${
      unused.length === 0 ? "" : `: ${some(unused.map(nameOf), 5)}`
    }`,
    spread: spreadOfMean(
      fragmented.map((one) => Number(isUnused(one))),
      keepersOfAll(fragmented),
    ),
    evidence: unused.flatMap(({ job }) => evidenceOf(job.solutions)),
  });
}

function keepersOfAll(jobs: readonly JudgedJob[]): number {
  return new Set(jobs.flatMap(({ keeperIds }) => keeperIds)).size;
}

function crossOwnerLines({
  duplication,
  ownerCoverage,
  organisation,
}: IndicatorSources): IndicatorReading {
  const teamsCount = organisation.teams.length;
  if (duplication === null) {
    return notRead(
      "not-compared",
      "Code was not compared between owners.",
      "An assessment without --no-duplication.",
    );
  }
  const { linesCount } = duplication;
  if (linesCount === 0)
    return notRead("no-code", "No code was found to compare.", "Repositories with code.");
  const classes = duplication.classes.filter(({ kind }) => !ownRemedy.has(kind));
  const lines = classes.reduce((sum, one) => sum + one.crossOwnerLines, 0);
  const keepers = new Set(classes.flatMap(({ ownerIds }) => ownerIds)).size;
  return reading({
    value: lines / linesCount,
    n: linesCount, // A repository that nobody is known to own stands for itself.
    coverage: ownerCoverage === null ? null : 1,
    text: `${numberOf(lines)} of ${numberOf(linesCount)} lines are kept by more than one owner (${percentOf(lines / linesCount)})`,
    spread: {
      ...spreadOfShare(
        classes.map((one) => ({
          cluster: one.ownerIds.join(" "),
          part: one.crossOwnerLines,
          of: linesCount / Math.max(1, classes.length),
        })),
      ),
      clusters: Math.max(keepers, teamsCount),
    },
    evidence: classes
      .slice(0, 12)
      .flatMap(({ copies, medianLines }) =>
        copies
          .slice(0, 3)
          .map((copy) =>
            copyEvidence(
              copy,
              ` are one of ${counted(copies.length, "copy", "copies")} of ${counted(medianLines, "line")}`,
            ),
          ),
      ),
  });
}

function nameOf({ job: { title, ecosystem } }: JudgedJob): string {
  return `${title} (${ecosystem})`;
}

function evidenceOf(solutions: readonly SolutionResult[]): EvidenceRef[] {
  return solutions.slice(0, 3).flatMap((one) => one.evidence.slice(0, 2));
}
