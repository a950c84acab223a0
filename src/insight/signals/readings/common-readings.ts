import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { notRead, type UnknownReading } from "../indicator.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** Nothing could be counted: because no owner is known, or because there is none of it. */
export function unownedReading(
  { ownerCoverage }: Pick<IndicatorSources, "ownerCoverage">,
  what: string,
): UnknownReading {
  return (ownerCoverage ?? 0) === 0
    ? notRead(
        "no-owners",
        "No component has a known owner.",
        "A published catalogue named in fulcrum.yaml (catalogues), or CODEOWNERS files.",
      )
    : notRead(
        "too-few",
        `There are no ${what}.`,
        "More repositories, or the owners of more of them.",
      );
}

/** What this version of fulcrum has no reader for. */
export function unreadSource(what: string): UnknownReading {
  return notRead(
    "not-read",
    `This version of fulcrum does not read ${what}.`,
    "Nothing yet: a later version reads it.",
  );
}

/** What was counted over the changes of a repository opens at its newest commit; without one there is nothing to open. */
export function countedChanges({ id, head }: RepositoryEvidence, text: string): EvidenceRef[] {
  if (head === null) return [];
  return [
    {
      source: "changes",
      repositoryId: id,
      commit: head.commit,
      path: null,
      line: null,
      at: head.at,
      how: "observed",
      confidence: "high",
      text,
    },
  ];
}
