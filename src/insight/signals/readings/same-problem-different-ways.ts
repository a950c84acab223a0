import { copyEvidence } from "#insight/duplication/findings.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { JobResult, SolutionResult } from "#insight/jobs/result.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { unownedReading } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

const minimumOwners = 3;
/** Copies that a generator or a fork left behind ask for another remedy than a shared answer. */
const ownRemedy: ReadonlySet<string> = new Set(["template", "fork"]);

/** The same problem, different ways. */
export function readSameProblem(
  sources: IndicatorSources,
): Pick<IndicatorReadings, "fragmented-jobs" | "cross-owner-lines" | "platform-answer-unused"> {
  const shared = sources.jobs.filter((job) => job.isFragmented !== null);
  return {
    "fragmented-jobs": fragmentedJobs(shared, sources),
    "cross-owner-lines": crossOwnerLines(sources),
    "platform-answer-unused": platformAnswerUnused(shared, sources),
  };
}

function fragmentedJobs(shared: readonly JobResult[], sources: IndicatorSources): IndicatorReading {
  if (shared.length === 0) return unownedReading(sources, "jobs that three or more owners do");
  const fragmented = shared.filter((job) => job.isFragmented === true);
  return reading(
    fragmented.length / shared.length,
    shared.length,
    sources.ownerCoverage,
    `${counted(fragmented.length, "job")} of ${String(shared.length)} are done in several ways (${percentOf(fragmented.length / shared.length)})${
      fragmented.length === 0 ? "" : `: ${some(fragmented.map(nameOf), 5)}`
    }`,
    fragmented.flatMap((job) => evidenceOf(job.solutions)),
    historyOf(sources.jobs),
  );
}

/** Share of fragmented jobs at the quarter-ends at which enough of them had three known owners. */
function historyOf(jobs: readonly JobResult[]): { at: number; value: number }[] {
  const byTime = new Map<number, { shared: number; fragmented: number }>();
  for (const { trend } of jobs) {
    for (const { at, effectiveNumber, ownersCount } of trend) {
      if (effectiveNumber === null || ownersCount < minimumOwners) continue;
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
  shared: readonly JobResult[],
  sources: IndicatorSources,
): IndicatorReading {
  const fragmented = shared.filter((job) => job.isFragmented === true);
  if (fragmented.length === 0) {
    return notRead(
      "none-fragmented",
      "No job of three or more owners is done in several ways.",
      "Nothing: there is no answer that could be unused.",
    );
  }
  const unused = fragmented.filter((job) => job.platformAnswerIds.length > 0 && isUnused(job));
  return reading(
    unused.length / fragmented.length,
    fragmented.length,
    sources.ownerCoverage,
    `For ${String(unused.length)} of ${String(fragmented.length)} fragmented jobs the platform has an answer that most owners do not use${
      unused.length === 0 ? "" : `: ${some(unused.map(nameOf), 5)}`
    }`,
    unused.flatMap((job) => evidenceOf(job.solutions)),
  );
}

/** Less than half of the owners' shares go to what the platform offers. */
function isUnused({ solutions, platformAnswerIds }: JobResult): boolean {
  const share = solutions
    .filter(({ capabilityId }) => capabilityId !== null && platformAnswerIds.includes(capabilityId))
    .reduce((sum, one) => sum + (one.share ?? 0), 0);
  return share < 0.5;
}

function crossOwnerLines({ duplication, ownerCoverage }: IndicatorSources): IndicatorReading {
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
  return reading(
    lines / linesCount,
    linesCount,
    ownerCoverage,
    `${numberOf(lines)} of ${numberOf(linesCount)} lines are kept by more than one owner (${percentOf(lines / linesCount)})`,
    classes
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
  );
}

function nameOf({ title, ecosystem }: JobResult): string {
  return `${title} (${ecosystem})`;
}

function evidenceOf(solutions: readonly SolutionResult[]): EvidenceRef[] {
  return solutions.slice(0, 3).flatMap((one) => one.evidence.slice(0, 2));
}
