import { z } from "zod";
import { evidenceIds } from "#contract/primitives.ts";
import { responsibilityRoles, roleStates } from "#vocabulary/declared.ts";

/** A responsibility of product managers, and whether anybody answers for it: docs/insights/roles.md. */
export const role = z
  .object({
    id: z.string(),
    role: z.enum(responsibilityRoles),
    text: z.string(),
    state: z.enum(roleStates),
    reason: z.string().nullable().describe("why it is unknown; null: it is known"),
    evidenceIds,
  })
  .meta({ id: "Role" });

export type ReportRole = z.infer<typeof role>;
