import { z } from "zod";
import { counted, percentOf } from "#kernel/phrases.ts";
import { listUnknowns } from "#operations/list-unknowns.ts";
import { sections, type SectionName } from "#sections/index.ts";
import { cutLine, firstOf, pageInput, pageOf, pageOutput } from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const problemsShown = 20;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the list that the type is made of
const names = sections.map(({ name }) => name) as [SectionName, ...SectionName[]];

export const coverage = defineTool({
  name: "coverage",
  title: "What is not known, and what would settle it",
  description:
    "What the assessment does not know: blind spots, figures that are missing with the reason and the one addition that would make them known, what could not be read, and which questions would settle the verdict. Ask it before you conclude from something missing.",
  input: z.strictObject({
    section: z.enum(names).optional().describe("only of this section of the report"),
    ...pageInput,
  }),
  output: z.object({
    coverage: z
      .array(z.object({ section: z.string(), coverage: z.number() }))
      .describe("share of the organisation that the evidence reaches, 0 to 1"),
    blindSpots: z.array(
      z.object({
        what: z.string(),
        count: z.int(),
        sharpen: z.string(),
        examples: z.array(z.string()),
        evidenceIds: z.array(z.string()).optional(),
      }),
    ),
    unknown: z
      .array(
        z.object({
          section: z.string(),
          reason: z.string(),
          needs: z.string(),
          figuresCount: z.int(),
          example: z.string().describe("a place for explain"),
        }),
      )
      .describe("the most figures first"),
    problems: z.array(
      z.object({ code: z.string(), where: z.string(), text: z.string(), needs: z.string() }),
    ),
    problemsCount: z.int(),
    nextSteps: z
      .array(
        z.object({
          what: z.string(),
          by: z.string(),
          hours: z.number(),
          changeChance: z.number().describe("that the verdict would be another, 0 to 1"),
        }),
      )
      .describe("what would settle the verdict, the most for an hour first"),
    page: pageOutput.describe("of unknown"),
  }),
  answer: async (context, { section, ...part }) => {
    const opened = await context.open();
    const listed = await listUnknowns(opened, {
      assessment: opened.id,
      section: section ?? null,
    });
    const { shown, page, restLines } = pageOf(listed.unknown, part);
    const problems = firstOf(listed.problems, problemsShown);
    return {
      content: {
        ...listed,
        unknown: shown,
        problems,
        problemsCount: listed.problems.length,
        page,
      },
      lines: [
        ...listed.coverage.map(
          (one) =>
            `${one.section}: the evidence reaches ${percentOf(one.coverage)} of the organisation`,
        ),
        ...listed.blindSpots.map(
          (one) =>
            `Blind spot: ${String(one.count)} ${one.what}, such as ${firstOf(one.examples, 5).join(", ")}. ${one.sharpen}`,
        ),
        ...shown.map(
          (one) =>
            `Not known, ${one.section}, ${counted(one.figuresCount, "figure")}: ${one.reason}; needs ${one.needs} (${one.example})`,
        ),
        ...restLines,
        ...problems.map((one) => `Problem: ${one.where}: ${one.text}. ${one.needs} (${one.code})`),
        ...cutLine(
          listed.problems.length,
          problems.length,
          "the resource fulcrum://sections/problems",
        ),
        ...listed.nextSteps.map(
          (one) =>
            `Would settle the verdict: ask ${one.what} (${one.by}), ${percentOf(one.changeChance)} that it would be another`,
        ),
      ],
    };
  },
});
