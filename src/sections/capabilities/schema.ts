import { z } from "zod";
import { count, evidenceIds, instant, slug } from "#contract/primitives.ts";
import { capabilityKinds, lifecycles } from "#vocabulary/structure.ts";

export const capability = z
  .object({
    id: z.string().startsWith("capability:"),
    slug,
    name: z.string(),
    kind: z.enum(capabilityKinds),
    providerComponentId: z.string().nullable(),
    ownerIds: z.array(z.string()),
    packages: z.array(z.string()).describe("purl, without version"),
    formerNames: z.array(z.string()),
    description: z.string().nullable(),
    documentation: z
      .array(z.object({ path: z.string(), title: z.string().nullable() }))
      .describe(
        "README first, at most 12; `documentation[].documentsCount` says how many there are",
      ),
    firstRelease: instant.nullable(),
    latestVersion: z.string().nullable(),
    versionsCount: count.nullable(),
    releases: z
      .array(z.object({ version: z.string(), at: instant }))
      .describe("majors and the newest, at most 40 of `versionsCount`"),
    lifecycle: z.enum(lifecycles),
    evidenceIds,
  })
  .meta({ id: "Capability" });

export type ReportCapability = z.infer<typeof capability>;
