import type { z } from "zod";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isOfOnePerson, toldBotShare, toldCommits, toldTime } from "../single-persons.ts";
import { isoTimeOrNull } from "../evidence-list.ts";
import type { repository as repositorySchema } from "./schema.ts";

export function mapRepository(one: RepositoryEvidence): z.infer<typeof repositorySchema> {
  return {
    id: one.id,
    name: one.name,
    defaultBranch: one.defaultBranch,
    head: one.head?.commit ?? null,
    shallow: one.isShallow,
    commitCount: toldCommits(one),
    lastCommit: isoTimeOrNull(toldTime(one.head?.at, isOfOnePerson(one))),
    botShare: toldBotShare(one),
    unreadable: [...one.unreadable],
  };
}
