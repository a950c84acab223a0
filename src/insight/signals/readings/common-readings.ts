import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { newestCommit, readUpTo } from "#evidence/newest-commit.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "#model/organisation.ts";
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

/** What is counted of many opens where most of it lies: the facts of so many. */
const mostParts = 12;

/** The repositories with the most of it, the most first, each with its own words; those with none are left out. */
export function countedBy(
  repositories: readonly RepositoryEvidence[],
  countOf: (id: string) => number,
  textOf: (repository: RepositoryEvidence, count: number) => string,
): EvidenceRef[] {
  return repositories
    .map((repository) => ({ repository, count: countOf(repository.id) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostParts)
    .flatMap(({ repository, count }) => newestCommit(repository, textOf(repository, count)));
}

/** First fact of each of some components: what makes them the ones that a figure is of. */
export function factsOfComponents(
  components: readonly Pick<Component, "id" | "evidence">[],
  ids: ReadonlySet<string>,
): EvidenceRef[] {
  return components
    .filter(({ id, evidence }) => ids.has(id) && evidence.length > 0)
    .slice(0, mostParts)
    .flatMap(({ evidence }) => evidence.slice(0, 1));
}

/** Where it was looked for: a count of none opens at the newest commit that was read of each repository. */
export function whereLooked(repositories: readonly RepositoryEvidence[]): EvidenceRef[] {
  return repositories.flatMap((one) => newestCommit(one, readUpTo(one)));
}
