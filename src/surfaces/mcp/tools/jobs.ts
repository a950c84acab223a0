import { z } from "zod";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { listJobs } from "#operations/list-jobs.ts";
import {
  asked,
  cutLine,
  evidenceField,
  evidenceLine,
  firstOf,
  pageInput,
  pageOf,
  pageOutput,
} from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const solutionsShown = 8;
const factsShown = 2;

export const jobs = defineTool({
  name: "jobs",
  title: "The same job done in different ways",
  description:
    "What each job (logging, testing, HTTP, feature flags …) is done with: the packages in use, by which components and teams, with what share, whether the organisation is split over several, and which capability of its own does it. The most split first.",
  input: z.strictObject({
    job: asked.optional().describe("id, name or title of a job, or a package that does it"),
    onlyFragmented: z.boolean().default(false).describe("only those done in several ways"),
    ...pageInput,
  }),
  output: z.object({
    jobs: z.array(
      z.object({
        id: z.string(),
        job: z.string(),
        title: z.string(),
        definition: z.string(),
        ecosystem: z.string(),
        effectiveNumber: z
          .number()
          .nullable()
          .describe("equally used solutions that would be as mixed; null: too few"),
        isFragmented: z.boolean().nullable(),
        keepersNow: z.object({ count: z.int(), unit: z.string() }),
        solutions: z.array(
          z.object({
            package: z.string(),
            capability: z.string().nullable().describe("the organisation's own"),
            share: z.number().nullable().describe("of the keepers, 0 to 1"),
            components: z.array(z.string()),
            owners: z.array(z.string()),
            evidence: z.array(evidenceField),
          }),
        ),
        solutionsCount: z.int(),
        platformAnswers: z.array(z.string()),
      }),
    ),
    page: pageOutput,
  }),
  named: ({ job }) => job,
  answer: async (context, { job, onlyFragmented, ...part }) => {
    const opened = await context.open();
    const rows = await listJobs(opened, {
      assessment: opened.id,
      job: job ?? null,
      onlyFragmented,
    });
    const { shown, page, restLines } = pageOf(rows, part);
    const content = shown.map((one) => ({
      ...one,
      solutionsCount: one.solutions.length,
      solutions: firstOf(one.solutions, solutionsShown).map((solution) => ({
        ...solution,
        evidence: firstOf(solution.evidence, factsShown),
      })),
    }));
    return {
      content: { jobs: content, page },
      lines: [
        `${counted(rows.length, "job answers", "jobs answer")} to that.`,
        ...content.flatMap((one) => [
          `- ${one.title}, ${one.ecosystem}: ${counted(one.solutionsCount, "solution")}${one.effectiveNumber === null ? "" : `, as mixed as ${one.effectiveNumber.toFixed(1)} in equal use`}${one.isFragmented === true ? ", split" : ""}; ${counted(one.keepersNow.count, one.keepersNow.unit, one.keepersNow.unit === "team" ? "teams" : "repositories")}${one.platformAnswers.length === 0 ? "" : `; own answers: ${some(one.platformAnswers, 3)}`} (${one.id})`,
          ...one.solutions.flatMap((solution) => [
            `    ${solution.package}: ${solution.share === null ? "share not known" : percentOf(solution.share)}, in ${some(solution.components, 6)}`,
            ...solution.evidence.map((fact) => `      ${evidenceLine(fact)}`),
          ]),
          ...cutLine(
            one.solutionsCount,
            one.solutions.length,
            "the resource fulcrum://sections/jobs",
          ),
        ]),
        ...restLines,
      ],
    };
  },
});
