import { z } from "zod";
import { evidenceIds, fraction, instant, slug } from "#contract/primitives.ts";
import {
  audiences,
  componentClasses,
  customerKinds,
  lifecycles,
  ownerSources,
} from "#vocabulary/structure.ts";

export const reason = z
  .object({ text: z.string(), weight: z.number().describe("log-odds"), evidenceIds })
  .meta({ id: "Reason" });

export const component = z
  .object({
    id: z.string().startsWith("component:"),
    slug,
    name: z.string(),
    repositoryId: z.string(),
    path: z.string().describe("POSIX, from the root of the repository; . for the root"),
    description: z.string().nullable(),
    languages: z.array(z.string()),
    ownerIds: z.array(z.string()),
    ownerSource: z.enum(ownerSources),
    lifecycle: z.enum(lifecycles),
    live: z.boolean().nullable(),
    born: instant.nullable(),
    lastHumanCommit: instant.nullable().describe("its month where one person alone works there"),
    class: z.enum(componentClasses),
    classSource: z.enum(["computed", "correction"]),
    probabilities: z.object({ product: fraction, platform: fraction, supporting: fraction }),
    reasonsFor: z.array(reason),
    reasonsAgainst: z.array(reason),
    audience: z
      .enum(audiences)
      .nullable()
      .describe("whom its pages or answers are for; null: it has none, or nothing says whose"),
    customers: z.array(z.enum(customerKinds)),
    scopeBoundedness: fraction.nullable(),
    declaredClass: z.enum(componentClasses).nullable(),
    contradictions: z.array(z.string()),
    correction: z
      .object({ overrode: z.string(), since: instant, reason: z.string().nullable() })
      .nullable(),
    evidenceIds,
  })
  .meta({ id: "Component" });

export type ReportComponent = z.infer<typeof component>;
