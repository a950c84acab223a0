import { slugOf } from "#kernel/ids.ts";
import { newestCommit, readUpTo } from "#evidence/newest-commit.ts";
import type { z } from "zod";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isOfOnePerson, toldBotShare, toldCommits, toldTime } from "#evidence/single-persons.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";
import type { repository as repositorySchema } from "./schema.ts";

export function mapRepository(
  one: RepositoryEvidence,
  olderClones: ReadonlyMap<string, number>,
  evidence: EvidenceList,
): z.infer<typeof repositorySchema> {
  const until = olderClones.get(one.id);
  return {
    id: one.id,
    slug: slugOf(one.id, one.name),
    name: one.name,
    defaultBranch: one.defaultBranch,
    head: one.head?.commit ?? null,
    shallow: one.isShallow,
    commitCount: toldCommits(one),
    lastCommit: isoTimeOrNull(toldTime(one.head?.at, isOfOnePerson(one))),
    seenUntilAt: until === undefined ? null : isoTime(until - 1),
    botShare: toldBotShare(one),
    unreadable: [...one.unreadable],
    evidenceIds: evidence.add(newestCommit(one, readUpTo(one))),
  };
}
