import { FulcrumError } from "#kernel/errors.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { ReportJob } from "#sections/jobs/schema.ts";
import { placedEvidence, type PlacedEvidence } from "./answering/placed-evidence.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";

export interface ListJobsInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Id, name or title of a job, or a package that does it; null: all. */
  readonly job: string | null;
  /** Only those that are done in several ways. */
  readonly onlyFragmented: boolean;
}

export interface JobRow extends Pick<
  ReportJob,
  "id" | "job" | "title" | "definition" | "ecosystem" | "effectiveNumber" | "isFragmented"
> {
  readonly keepersNow: ReportJob["keepersNow"];
  /** Largest share first. */
  readonly solutions: readonly {
    readonly package: string;
    readonly packages: readonly string[];
    /** The organisation's own, by name; null: it is somebody else's. */
    readonly capability: string | null;
    /** Of the keepers, 0 to 1; null: no known team. */
    readonly share: number | null;
    readonly components: readonly string[];
    readonly owners: readonly string[];
    readonly evidence: readonly PlacedEvidence[];
  }[];
  /** Capabilities of the organisation that do the job, used or not. */
  readonly platformAnswers: readonly string[];
}

/** What one job is done with, by whom: those with most solutions in equal use first. Throws `unknown-id`. */
export async function listJobs(
  { assessments }: AnswerContext,
  { assessment, job, onlyFragmented }: ListJobsInput,
): Promise<readonly JobRow[]> {
  const report = await readParts(assessments, assessment, [
    "jobs",
    "components",
    "capabilities",
    "teams",
  ]);
  const wanted = (job === null ? report.jobs : jobsMeant(report, job)).filter(
    ({ isFragmented }) => !onlyFragmented || isFragmented === true,
  );
  const facts = await placedEvidence(
    assessments,
    assessment,
    wanted.flatMap(({ solutions }) => solutions.flatMap(({ evidenceIds }) => evidenceIds)),
  );
  const nameOf = new Map(
    [...report.components, ...report.capabilities, ...report.teams].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const names = (ids: readonly string[]): string[] => ids.map((id) => nameOf.get(id) ?? id);
  return wanted
    .map((one): JobRow => ({
      id: one.id,
      job: one.job,
      title: one.title,
      definition: one.definition,
      ecosystem: one.ecosystem,
      effectiveNumber: one.effectiveNumber,
      isFragmented: one.isFragmented,
      keepersNow: one.keepersNow,
      solutions: one.solutions.map((solution) => ({
        package: solution.package,
        packages: solution.packages,
        capability: names(solution.capabilityId === null ? [] : [solution.capabilityId])[0] ?? null,
        share: solution.share,
        components: names(solution.componentIds),
        owners: names(solution.ownerIds),
        evidence: solution.evidenceIds.flatMap((id) => facts.get(id) ?? []),
      })),
      platformAnswers: names(one.platformAnswerIds),
    }))
    .toSorted(
      (a, b) =>
        (b.effectiveNumber ?? 0) - (a.effectiveNumber ?? 0) ||
        b.solutions.length - a.solutions.length ||
        (a.id < b.id ? -1 : 1),
    );
}

/** One job may be done in several ecosystems. */
function jobsMeant({ jobs }: Parts<"jobs">, text: string): readonly ReportJob[] {
  const wanted = text.toLowerCase();
  const isMeant = (name: string): boolean => name.toLowerCase() === wanted;
  const named = jobs.filter((one) => [one.id, one.slug, one.job, one.title].some(isMeant));
  if (named.length > 0) return named;
  const done = jobs.filter(({ solutions }) =>
    solutions.some((one) =>
      [one.package, ...one.packages].some((each) => isMeant(each) || isMeant(bareName(each))),
    ),
  );
  if (done.length > 0) return done;
  const near = nearestWord(
    text,
    jobs.flatMap((one) => [one.job, one.title]),
  );
  throw new FulcrumError(
    "unknown-id",
    `No job is called ${text}, and no package of that name does one.`,
    near === null ? "Leave the name out: all are listed." : `Did you mean ${near}?`,
  );
}

/** `drf-yasg` of `pkg:pypi/drf-yasg`. */
function bareName(purl: string): string {
  return purl.replace(/^pkg:[^/]+\//, "").replaceAll("%40", "@");
}
