import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import { sharedRiskKinds } from "#vocabulary/measures.ts";

const sharedRisk = z
  .object({
    id: z.string(),
    kind: z.enum(sharedRiskKinds),
    title: z.string(),
    subject: z.string().describe("runtime and cycle, or purl"),
    componentIds: z.array(z.string()),
    ownerIds: z.array(z.string()),
    share: fraction.nullable().describe("owners hit ÷ owners of whom it could be judged"),
    ownersJudgedCount: count,
    versions: z.array(z.string()),
    since: instant.nullable().describe("when its support ended; null: another kind of risk"),
    remedy: z.object({
      text: z.string(),
      capabilityId: z.string().nullable().describe("null: no capability reaches two of them"),
      reach: count.describe("components hit that build on it"),
    }),
    evidenceIds,
  })
  .meta({ id: "SharedRisk" });

/** What hits many owners at once; definitions in docs/insights/shared-risk.md. */
export const sharedRisks = z
  .object({
    risks: z.array(sharedRisk).describe("largest share of owners first"),
    runtimesJudgedCount: count.describe("components with a pinned runtime whose end is known"),
    componentsLockedCount: count.describe(
      "components for which a lock file, their own or their workspace's, holds versions",
    ),
    componentsJudgedCount: count.describe("those, and components whose manifests fix versions"),
    advisoriesCount: count.nullable().describe("null: none were given"),
    unknownCycles: z.array(z.string()).describe("pinned cycles without a known end of support"),
  })
  .meta({ id: "SharedRisks" });
export type ReportSharedRisks = z.infer<typeof sharedRisks>;
