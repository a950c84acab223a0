import { z } from "zod";
import { count, evidenceIds, instant } from "#contract/primitives.ts";
import { outsiderKinds, outsiderSigns } from "#vocabulary/structure.ts";

const offer = z
  .object({
    componentId: z.string(),
    capabilityIds: z.array(z.string()).describe("what of it can be installed or called"),
    kinds: z.array(z.enum(outsiderKinds)),
    signs: z
      .array(z.object({ sign: z.enum(outsiderSigns), text: z.string() }))
      .describe("what shows it, the surest first"),
    evidenceIds,
  })
  .meta({ id: "OutsideOffer" });

const outsider = z
  .object({
    id: z.string().startsWith("partner:"),
    name: z.string().describe("of an organisation or its application, never of a person"),
    kind: z.enum(outsiderKinds),
    uses: z.array(
      z.object({
        subjectId: z
          .string()
          .describe("a capability, or a component where no capability is called so"),
        callsCount: count.nullable().describe("as counted; null: nobody did"),
        lastAt: instant.nullable(),
        sources: z.array(z.string()),
      }),
    ),
    evidenceIds,
  })
  .meta({ id: "Outsider" });

/** Partners and integrators, a row of the value chain of their own: docs/insights/partners.md. */
export const partners = z
  .object({
    offers: z
      .array(offer)
      .describe(
        "what files say is there for others outside; nothing here says that anybody uses it",
      ),
    outsiders: z
      .array(outsider)
      .nullable()
      .describe("who was seen to use what, by name; null: nothing is fed in that would tell"),
  })
  .meta({ id: "Partners" });
export type ReportPartners = z.infer<typeof partners>;
