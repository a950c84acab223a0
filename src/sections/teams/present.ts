import { slugOf } from "#kernel/ids.ts";
import type { z } from "zod";
import type { Team } from "#model/organisation.ts";
import type { EvidenceList } from "../evidence-list.ts";
import type { team as teamSchema } from "./schema.ts";

export function mapTeam(team: Team, evidence: EvidenceList): z.infer<typeof teamSchema> {
  return {
    id: team.id,
    slug: slugOf(team.id, team.name),
    name: team.name,
    source: team.source,
    kind: team.kind,
    componentIds: [...team.componentIds],
    evidenceIds: evidence.add(team.evidence),
  };
}
