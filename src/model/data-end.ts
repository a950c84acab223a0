import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Organisation } from "./organisation.ts";

const secondsPerDay = 86_400;
/** Uncalibrated: clones are seldom fetched on one day; a month apart they no longer show the same organisation. */
const olderDays = 30;

/** Where the data ends: what came after is not known, which is something else than nothing. Seconds since the epoch, exclusive. */
export interface DataEnd {
  /** The end of the day asked for, or of the day of the newest commit or tag that was read. */
  readonly asOf: number;
  /** Of repositories whose clone is older than that: up to when they were seen. */
  readonly olderClones: ReadonlyMap<string, number>;
}

/** `fetchedAt`: by repository, when it was last fetched at the latest; absent where that is not known. */
export function dataEnd(
  repositories: readonly RepositoryEvidence[],
  asked: number,
  now: number,
  fetchedAt: ReadonlyMap<string, number> = new Map(),
): DataEnd {
  const newest = new Map(repositories.map((one) => [one.id, newestOf(one, now)]));
  const last = Math.max(-Infinity, ...newest.values());
  const asOf = last === -Infinity ? asked : Math.min(asked, endOfDay(last));
  const olderClones = new Map<string, number>();
  for (const [id, at] of newest) {
    const fetched = fetchedAt.get(id);
    if (fetched === undefined || at === -Infinity) continue;
    const end = Math.min(asOf, endOfDay(Math.max(at, fetched)));
    if (asOf - end > olderDays * secondsPerDay) olderClones.set(id, end);
  }
  return { asOf, olderClones };
}

/** Up to when a repository was seen. */
export function seenUntil(
  { asOf, olderClones }: Pick<Organisation, "asOf" | "olderClones">,
  repositoryId: string | undefined,
): number {
  return olderClones?.get(repositoryId ?? "") ?? asOf;
}

/** The end of its day (UTC): a day counts whole. */
export function endOfDay(at: number): number {
  return (Math.floor(at / secondsPerDay) + 1) * secondsPerDay;
}

/** A clock that ran ahead of the day of reading says nothing of where the data ends. */
function newestOf({ head, lastHuman, tags }: RepositoryEvidence, now: number): number {
  let newest = -Infinity;
  for (const one of [head, lastHuman, ...tags])
    if (one !== null && one.at <= now && one.at > newest) newest = one.at;
  return newest;
}
