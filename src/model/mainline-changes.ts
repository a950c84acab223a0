import { changeReach, type ChangeColumns } from "#evidence/change-quarters.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/** What came into a repository in one second: one commit of its mainline, hardly ever two. */
export interface MainlineChange {
  /** Programs wrote all of it; whoever merged it is not asked. */
  readonly isBot: boolean;
  /** It changed pipelines, images, charts or infrastructure code beside manifests and lock files, or in place of these. */
  readonly isBeyondManifests: boolean;
  /** It changed code, tests or settings. */
  readonly isMore: boolean;
}

/** By repository and second since the epoch; null where that commit is not known. */
export type MainlineChangeOf = (repositoryId: string, at: number) => MainlineChange | null;

export function mainlineChanges(
  repositories: readonly Pick<RepositoryEvidence, "id" | "changes">[],
): MainlineChangeOf {
  const columnsOf = new Map(repositories.map(({ id, changes }) => [id, changes.columns]));
  const indexes = new Map<string, ReadonlyMap<number, MainlineChange>>();
  return (repositoryId, at) => {
    const known = indexes.get(repositoryId) ?? indexOf(columnsOf.get(repositoryId));
    indexes.set(repositoryId, known);
    return known.get(at) ?? null;
  };
}

function indexOf(columns: ChangeColumns | undefined): ReadonlyMap<number, MainlineChange> {
  const found = new Map<number, MainlineChange>();
  for (const [row, at] of (columns?.at ?? []).entries()) {
    const before = found.get(at);
    const reach = columns?.reach[row] ?? changeReach.manifests;
    found.set(at, {
      isBot: columns?.isBot[row] === 1 && before?.isBot !== false,
      isBeyondManifests: reach > changeReach.manifests || before?.isBeyondManifests === true,
      isMore: reach === changeReach.more || before?.isMore === true,
    });
  }
  return found;
}
