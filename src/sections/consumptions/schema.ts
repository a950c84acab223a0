import { z } from "zod";
import { evidenceIds, instant } from "#contract/primitives.ts";
import { consumptionVias, endReasons, scopes } from "#vocabulary/adoption.ts";
import { confidences } from "#vocabulary/evidence.ts";

export const consumption = z
  .object({
    id: z.string().startsWith("consumption:"),
    consumerComponentId: z.string(),
    capabilityId: z.string(),
    via: z.enum(consumptionVias),
    scope: z.enum(scopes),
    from: instant,
    fromCensored: z.boolean().describe("already in use when history begins, or start not seen"),
    to: instant.nullable().describe("null: in use at asOf"),
    endReason: z
      .enum(endReasons)
      .nullable()
      .describe(
        "archived: ended with its component; carried: goes on in another component; returned: began again later; taken-in: keeps a copy of its own; retired: left what its provider retires",
      ),
    continuesIn: z
      .string()
      .nullable()
      .describe("component of the same repository or name in which the use goes on"),
    constraint: z.string().nullable(),
    versions: z.array(z.object({ version: z.string(), from: instant, to: instant.nullable() })),
    confidence: z.enum(confidences),
    evidenceIds,
  })
  .meta({ id: "Consumption" });

export type ReportConsumption = z.infer<typeof consumption>;
