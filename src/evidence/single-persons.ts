import type { RepositoryEvidence } from "./repository-evidence.ts";

/** Of a repository in which one person alone has worked, dates and counts are that person's: they are told coarsely. */
export function isOfOnePerson({ activity }: RepositoryEvidence): boolean {
  return activity.persons.length === 1;
}

const coarseCount = 10;

/** Commits as they are told: of one person in tens, rounded up. */
export function toldCommits(one: RepositoryEvidence): number {
  return isOfOnePerson(one) ? inTens(one.commitsCount) : one.commitsCount;
}

/** Those of all repositories as they are told: what persons alone did is rounded up once, not for each of them. */
export function toldCommitsOfAll(repositories: readonly RepositoryEvidence[]): number {
  let ofOne = 0;
  let ofMore = 0;
  for (const one of repositories)
    if (isOfOnePerson(one)) ofOne += one.commitsCount;
    else ofMore += one.commitsCount;
  return ofMore + inTens(ofOne);
}

function inTens(commits: number): number {
  return Math.ceil(commits / coarseCount) * coarseCount;
}

/** Share of commits by bots; null where there is no commit. */
export function toldBotShare(one: RepositoryEvidence): number | null {
  if (one.commitsCount === 0) return null;
  const share = one.botCommitsCount / one.commitsCount;
  return isOfOnePerson(one) ? Number(share.toFixed(1)) : share;
}

/** A time as it is told: of one person the first moment of its month, UTC. Seconds since the epoch. */
export function toldTime(at: number | null | undefined, isOfOne: boolean): number | null {
  if (at === null || at === undefined || !isOfOne) return at ?? null;
  const date = new Date(at * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 1000;
}
