import { z } from "zod";
import { count, fraction, instant } from "./primitives.ts";

const line = z.int().min(1);

const copy = z.object({
  repositoryId: z.string(),
  componentId: z.string().nullable(),
  ownerIds: z.array(z.string()).describe("teams; empty where nobody is known to own it"),
  isElsewhere: z.boolean().describe("of another owner than the code in question, as far as known"),
  path: z.string(),
  commit: z.string().describe("the commit that was indexed"),
  start: line.describe("1-based, inclusive"),
  end: line,
  kind: z.enum(["code", "identical-file"]),
  type: z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("after Roy and Cordy"),
  similarity: fraction,
});

const region = z
  .object({
    id: z.string().startsWith("similar:"),
    path: z.string(),
    start: line,
    end: line,
    codeLines: count,
    tokens: count,
    addedLines: count.nullable().describe("lines that the change brings in; null without a change"),
    copies: z.array(copy),
    copiesCount: count.describe("all copies; the list is capped"),
  })
  .meta({ id: "SimilarRegion" });

/** What `fulcrum similar` and `fulcrum duplicates --changed` print as JSON. */
export const similarity = z
  .object({
    index: z.object({
      madeAt: instant,
      repositoriesCount: count,
      filesCount: count,
      linesCount: count,
    }),
    compared: z.object({
      filesCount: count,
      linesCount: count.describe("lines with code"),
      notCompared: z.array(z.object({ path: z.string(), reason: z.string() })),
    }),
    change: z
      .object({
        kind: z.enum(["working-tree", "index", "commits"]),
        repositoryId: z.string().nullable().describe("null: not among those indexed"),
        base: z.string().describe("the commit that it is compared with"),
        head: z.string().nullable().describe("null: not committed"),
        addedLinesCount: count,
      })
      .nullable(),
    regions: z.array(region).describe("stretches that stand elsewhere too, the longest first"),
    regionsCount: count.describe("all regions; the list is capped"),
  })
  .meta({ id: "Similarity" });
export type Similarity = z.infer<typeof similarity>;
