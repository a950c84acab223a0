import type { EvidenceItem } from "#contract/primitives.ts";
import type { AssessmentReader } from "#ports/assessment-store.ts";

/** A fact with the place in git where it stands. */
export interface PlacedEvidence {
  readonly id: string;
  readonly text: string;
  /** UTC, ISO 8601; null: undated. */
  readonly at: string | null;
  /** As its address reads, without scheme: `github.com/meridian-railways/web-kit`. */
  readonly repository: string | null;
  readonly commit: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly source: string;
  readonly how: EvidenceItem["how"];
}

/** The facts of these ids as far as they were kept, by id. */
export async function placedEvidence(
  assessments: AssessmentReader,
  assessment: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, PlacedEvidence>> {
  const items = await assessments.items(assessment, "evidence", "id", new Set(ids));
  return new Map(items.map((item) => [item.id, placeOf(item)]));
}

export function placeOf(item: EvidenceItem): PlacedEvidence {
  const { id, text, at, repositoryId, commit, path, line, source, how } = item;
  const repository = repositoryId === null ? null : repositoryAddress(repositoryId);
  return { id, text, at, repository, commit, path, line, source, how };
}

/** `github.com/meridian-railways/web-kit` of `repository:github.com/meridian-railways/web-kit`. */
export function repositoryAddress(repositoryId: string): string {
  return repositoryId.replace(/^repository:/, "");
}
