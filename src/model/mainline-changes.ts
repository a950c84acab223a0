import { changeReach, type ChangeColumns } from "#evidence/change-quarters.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/** What came into a repository in one second: one commit of its mainline, hardly ever two. */
export interface MainlineChange {
  /** Programs wrote all of it; whoever merged it is not asked. */
  readonly isBot: boolean;
  /** Programs wrote some of it, and people the rest. */
  readonly isBegunByBot?: true;
  /** It changed pipelines, images, charts or infrastructure code beside manifests and lock files, or in place of these. */
  readonly isBeyondManifests: boolean;
  /** It changed code, tests or settings. */
  readonly isMore: boolean;
}

/** By repository and second since the epoch; null where that commit is not known. */
export type MainlineChangeOf = (repositoryId: string, at: number) => MainlineChange | null;

/** By repository and day since the epoch (UTC): did programs write all that came in? False where nothing is known of the day. */
export type BotDayOf = (repositoryId: string, day: number) => boolean;

const secondsPerDay = 86_400;

export function botDays(
  repositories: readonly Pick<RepositoryEvidence, "id" | "changes">[],
): BotDayOf {
  const columnsOf = new Map(repositories.map(({ id, changes }) => [id, changes.columns]));
  const known = new Map<string, ReadonlyMap<number, boolean>>();
  const daysOf = (id: string): ReadonlyMap<number, boolean> => {
    const days = new Map<number, boolean>();
    const columns = columnsOf.get(id);
    for (const [row, at] of (columns?.at ?? []).entries()) {
      const day = Math.floor(at / secondsPerDay);
      days.set(day, columns?.isBot[row] === 1 && days.get(day) !== false);
    }
    return days;
  };
  return (repositoryId, day) => {
    const days = known.get(repositoryId) ?? daysOf(repositoryId);
    known.set(repositoryId, days);
    return days.get(day) === true;
  };
}

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
    const isBegun = columns?.isBot[row] === 2 || before?.isBegunByBot === true;
    found.set(at, {
      ...(isBegun ? { isBegunByBot: true } : {}),
      isBot: columns?.isBot[row] === 1 && before?.isBot !== false,
      isBeyondManifests: reach > changeReach.manifests || before?.isBeyondManifests === true,
      isMore: reach === changeReach.more || before?.isMore === true,
    });
  }
  return found;
}

/** By repository: commits of the mainline in (from, to] that people wrote any of; those that changed documents only are none. */
export function humanChangesSince(
  repositories: readonly Pick<RepositoryEvidence, "id" | "changes">[],
  from: number,
  to: number,
): ReadonlyMap<string, number> {
  return new Map(
    repositories.map(({ id, changes: { columns } }) => {
      let count = 0;
      for (const [row, at] of (columns?.at ?? []).entries())
        if (at > from && at <= to && columns?.isBot[row] !== 1) count++;
      return [id, count] as const;
    }),
  );
}
