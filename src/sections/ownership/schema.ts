import { z } from "zod";
import { count, evidenceIds, instant } from "#contract/primitives.ts";
import { promiseStates } from "#vocabulary/adoption.ts";
import { ownershipFindings } from "#vocabulary/measures.ts";

/** Who answers for what, and promises of an end; definitions in docs/insights/ownership.md. */
export const ownership = z
  .object({
    shares: z.array(
      z.object({
        kind: z.enum(ownershipFindings),
        numerator: count,
        denominator: count.describe("components or capabilities that it could have been said of"),
      }),
    ),
    findings: z.array(
      z.object({
        kind: z.enum(ownershipFindings),
        componentId: z.string(),
        capabilityId: z.string().nullable().describe("null: said of the component as a whole"),
        ownerIds: z.array(z.string()),
        consumersCount: count,
        since: instant.nullable().describe("last human work; null: not what was found"),
        text: z.string(),
        evidenceIds,
      }),
    ),
    promises: z
      .array(
        z.object({
          componentId: z.string().nullable(),
          capabilityId: z
            .string()
            .nullable()
            .describe("null: its component offers none, or several"),
          text: z.string(),
          by: instant.nullable().describe("null: a version is named instead"),
          version: z.string().nullable().describe("null: a day is named instead"),
          state: z.enum(promiseStates),
          because: z.string(),
          evidenceIds,
        }),
      )
      .describe("of something deprecated that it would be gone"),
  })
  .meta({ id: "Ownership" });
export type ReportOwnership = z.infer<typeof ownership>;
