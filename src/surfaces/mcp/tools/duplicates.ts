import { z } from "zod";
import { counted, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { listSharedCode } from "#operations/list-shared-code.ts";
import { cloneKinds } from "#vocabulary/duplication.ts";
import { asked, cutLine, firstOf, pageInput, pageOf, pageOutput } from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const copiesShown = 5;

export const duplicates = defineTool({
  name: "duplicates",
  title: "Code that more than one team keeps",
  description:
    "Stretches of code that more than one owner keeps, those that matter most first: how many lines, how alike, whose, where each copy stands (repository, path, lines, commit), and which capability offers it already. For several ways to do the same job take jobs.",
  input: z.strictObject({
    team: asked.optional().describe("only what this team keeps a copy of"),
    kind: z.enum(cloneKinds).optional().describe("only of this kind; else all but templates"),
    ...pageInput,
  }),
  output: z.object({
    isCompared: z.boolean().describe("false: the assessment compared no code"),
    linesCompared: z.int().nullable(),
    crossOwnerLines: z.int().nullable().describe("of the whole organisation"),
    duplicates: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(cloneKinds),
        owners: z.array(z.string()),
        medianLines: z.int(),
        similarity: z.number().describe("0 to 1"),
        crossOwnerLines: z.int(),
        coChanges: z.int().describe("changes of one copy within 14 days of another's"),
        offeredBy: z.array(z.string()),
        copiesCount: z.int(),
        copies: z.array(
          z.object({
            repository: z.string(),
            path: z.string(),
            start: z.int(),
            end: z.int(),
            commit: z.string().nullable(),
          }),
        ),
      }),
    ),
    page: pageOutput,
  }),
  named: ({ team }) => team,
  answer: async (context, { team, kind, ...part }) => {
    const opened = await context.open();
    const listed = await listSharedCode(opened, {
      assessment: opened.id,
      team: team ?? null,
      kinds: kind === undefined ? cloneKinds.filter((one) => one !== "template") : [kind],
    });
    const { shown, page, restLines } = pageOf(listed?.rows ?? [], part);
    const summary = listed?.summary ?? null;
    return {
      content: {
        isCompared: listed !== null,
        linesCompared: summary?.linesCount ?? null,
        crossOwnerLines: summary?.crossOwnerLines ?? null,
        duplicates: shown.map((one) => ({ ...one, copies: firstOf(one.copies, copiesShown) })),
        page,
      },
      lines: [
        summary === null
          ? "The assessment compared no code: it was made with --no-duplication."
          : `${counted(page.total, "stretch answers", "stretches answer")} to that. In all, ${numberOf(summary.crossOwnerLines)} of ${counted(summary.linesCount, "line")} are kept by more than one owner.`,
        ...shown.flatMap((one) => [
          `- ${one.kind} of ${counted(one.medianLines, "line")}, ${percentOf(one.similarity)} alike, kept by ${some(one.owners, 4)}; changed together ${counted(one.coChanges, "time")}${one.offeredBy.length === 0 ? "" : `; offered by ${some(one.offeredBy, 3)}`} (${one.id})`,
          ...firstOf(one.copies, copiesShown).map(
            ({ repository, path, start, end, commit }) =>
              `    ${repository}, ${path}:${String(start)}-${String(end)}${commit === null ? "" : `, commit ${commit.slice(0, 12)}`}`,
          ),
          ...cutLine(
            one.copiesCount,
            Math.min(one.copies.length, copiesShown),
            "the resource fulcrum://sections/duplication",
          ),
        ]),
        ...restLines,
      ],
    };
  },
});
