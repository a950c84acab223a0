import { z } from "zod";
import { count, fraction, instant } from "#contract/primitives.ts";
import { cloneKinds } from "#vocabulary/duplication.ts";

const leftOut = z.object({ reason: z.string(), files: count, lines: count });

export const cloneClass = z
  .object({
    id: z.string().startsWith("clone:"),
    kind: z.enum(cloneKinds),
    type: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("after Roy and Cordy"),
    medianLines: count,
    tokens: count,
    similarity: fraction.describe("lowest of any copy to the representative, which comes first"),
    ownerIds: z.array(z.string()),
    copies: z.array(
      z.object({
        repositoryId: z.string(),
        componentId: z.string().nullable(),
        path: z.string(),
        commit: z.string().nullable(),
        start: z.int().min(1).describe("1-based, inclusive"),
        end: z.int().min(1),
        born: instant.nullable().describe("first change of the file; null: not seen"),
        text: z.string().nullable().describe("the lines, for the highest-ranked classes only"),
      }),
    ),
    copiesCount: count.describe("all copies; the list is capped"),
    crossOwnerLines: count,
    coChangesCount: count.describe(
      "changes of the representative's file within 14 days of one of another copy's",
    ),
    coChangesByChance: z
      .number()
      .min(0)
      .describe("how many files that change as often, but independently, would show"),
    rank: z.number().min(0),
    offeredByIds: z.array(z.string()).describe("capabilities of components that hold a copy"),
  })
  .meta({ id: "CloneClass" });

export const duplication = z
  .object({
    summary: z.object({
      linesCount: count.describe("lines with code that were compared"),
      filesCount: count.describe("compared: what was left out whole is not counted"),
      crossOwnerLines: count,
      classesCount: count.describe("classes between owners; the list is capped"),
      withinOwnersCount: count,
      byKind: z.array(
        z.object({ kind: z.enum(cloneKinds), classesCount: count, crossOwnerLines: count }),
      ),
      leftOut: z.array(leftOut),
    }),
    classes: z.array(cloneClass),
    trend: z
      .array(
        z.object({
          date: instant,
          crossOwnerLines: count,
          linesCount: count,
          classesCount: count,
        }),
      )
      .nullable()
      .describe("ends of up to seven quarters and as-of; null: not asked for"),
    matrix: z.array(
      z.object({ teamA: z.string(), teamB: z.string(), lines: count, classesCount: count }),
    ),
  })
  .meta({ id: "Duplication" });
export type ReportDuplication = z.infer<typeof duplication>;
