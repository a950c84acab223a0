import { z } from "zod";
import { evidenceIds, identifier, slug } from "#contract/primitives.ts";
import { ownerKinds, ownerSources } from "#vocabulary/structure.ts";

export const team = z
  .object({
    id: z.string().startsWith("team:"),
    slug,
    name: z.string(),
    source: z.enum(ownerSources),
    kind: z.enum(ownerKinds),
    componentIds: z.array(identifier),
    evidenceIds,
  })
  .meta({ id: "Team" });
export type ReportTeam = z.infer<typeof team>;
