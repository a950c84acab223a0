import { z } from "zod";
import { count, instant } from "#contract/primitives.ts";
import { ownersKnown } from "#vocabulary/structure.ts";

export const organisation = z
  .object({
    name: z.string(),
    repositoryCount: count,
    componentCount: count.describe("those that are there; archived ones are counted apart"),
    archivedComponentCount: count.describe("given up, or gone from the tree"),
    teamCount: count.describe("teams that own something; persons are none"),
    ownersKnown: z
      .enum(ownersKnown)
      .describe("of most components, of some (there are at least so many teams), of none"),
    commitCount: count.describe(
      "reachable from default branches; those of repositories where one person alone works in tens, together",
    ),
    mainlineCommitCount: count.describe("first parent only"),
    from: instant.nullable(),
    to: instant.nullable(),
    askedForAt: instant.describe("last second of the day asked for; `asOf` where data reaches it"),
    olderClonesCount: count.describe(
      "repositories whose clone is older: `repositories[].seenUntilAt`",
    ),
  })
  .meta({ id: "Organisation" });
