import type { EvidenceRef } from "./evidence-ref.ts";
import type { RepositoryEvidence } from "./repository-evidence.ts";
import { isOfOnePerson, toldTime } from "./single-persons.ts";

/** What was counted over a repository opens at the newest commit that was read of it; without one there is nothing to open. */
export function newestCommit(repository: RepositoryEvidence, text: string): EvidenceRef[] {
  const { id, head } = repository;
  if (head === null) return [];
  return [
    {
      source: "changes",
      repositoryId: id,
      commit: head.commit,
      path: null,
      line: null,
      at: toldTime(head.at, isOfOnePerson(repository)),
      how: "observed",
      confidence: "high",
      text,
    },
  ];
}

/** Says of the newest commit only that reading ended there: the same words of every figure that has no narrower fact. */
export function readUpTo({ name }: Pick<RepositoryEvidence, "name">): string {
  return `${name} was read up to this commit`;
}
