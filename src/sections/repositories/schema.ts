import { z } from "zod";
import { count, evidenceIds, fraction, instant, slug } from "#contract/primitives.ts";

export const repository = z
  .object({
    id: z.string().startsWith("repository:"),
    slug,
    name: z.string(),
    defaultBranch: z.string().nullable(),
    head: z.string().nullable(),
    shallow: z.boolean(),
    commitCount: count.describe("in tens where one person alone works there"),
    lastCommit: instant.nullable().describe("its month where one person alone works there"),
    seenUntilAt: instant
      .nullable()
      .describe(
        "where the clone is older than the others: nothing later was seen; null: it is not",
      ),
    botShare: fraction.nullable().describe("share of commits made by bots"),
    unreadable: z.array(z.string()),
    evidenceIds,
  })
  .meta({ id: "Repository" });
export type ReportRepository = z.infer<typeof repository>;
