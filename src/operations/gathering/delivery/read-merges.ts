import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { digest } from "#kernel/ids.ts";
import { messageOf } from "#kernel/errors.ts";
import type { Merge } from "#model/merge-series.ts";
import type { Component } from "#model/organisation.ts";
import { readMainlineTimes, type MainlineCommit } from "#sources/git/mainline.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { readTouchedFolders } from "#sources/git/touched-folders.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import { locationIn, type Shadows } from "#operations/duplication/shadow-location.ts";
import type { InspectedRepository } from "#operations/reading/inspect-repositories.ts";
import type { Problem } from "#evidence/problem.ts";

export interface MergesInput {
  /** Those of which nothing better is known. */
  readonly components: readonly Component[];
  readonly evidence: readonly RepositoryEvidence[];
  readonly repositories: readonly InspectedRepository[];
  readonly shadows: Shadows;
  readonly cache: EvidenceStore | null;
  readonly signal: AbortSignal;
}

export interface Merges {
  readonly byComponent: ReadonlyMap<string, readonly Merge[]>;
  readonly problems: readonly Problem[];
}

/** Raised when the same history and folders would be answered otherwise. */
const version = 1;

/** What came into the default branch, below each component's folder: kept until the repository or its components change. */
export async function readMerges(input: MergesInput): Promise<Merges> {
  const byComponent = new Map<string, readonly Merge[]>();
  const problems: Problem[] = [];
  const evidenceOf = new Map(input.evidence.map((one) => [one.id, one]));
  for (const repository of input.repositories) {
    const evidence = evidenceOf.get(repository.id);
    const components = input.components.filter((one) => one.repositoryId === repository.id);
    if (evidence === undefined || components.length === 0 || holdsOthersState(evidence)) continue;
    try {
      const found = await mergesIn(repository, components, input);
      for (const [index, one] of components.entries()) byComponent.set(one.id, found[index] ?? []);
    } catch (error) {
      input.signal.throwIfAborted();
      problems.push({
        code: "unreadable-history",
        where: repository.name,
        text: `merges are not known: ${messageOf(error)}`,
        needs: "Run `git fsck` in it, or clone it again.",
      });
    }
  }
  return { byComponent, problems };
}

/** Where most commits ask for deployments of others, merges are no changes of its own. */
function holdsOthersState({ deployments, mainlineCommitsCount }: RepositoryEvidence): boolean {
  const width =
    deployments.at.length === 0 ? 1 : deployments.commits.length / deployments.at.length;
  const commits = new Set<string>();
  for (let at = 0; at < deployments.commits.length; at += width)
    commits.add(deployments.commits.slice(at, at + width));
  return commits.size * 2 >= mainlineCommitsCount;
}

async function mergesIn(
  repository: InspectedRepository,
  components: readonly Component[],
  { shadows, cache, signal }: MergesInput,
): Promise<readonly (readonly Merge[])[]> {
  const { head } = repository.refs;
  if (head === null) return [];
  const folders = components.map((one) => one.path);
  const name = `merges ${repository.id}`;
  const key = digest(version, repository.stateKey, JSON.stringify(folders));
  const cached = await cache?.read<Merge[][]>("evidence", name, key);
  if (cached != null) return cached.value;
  const location = locationIn(repository, shadows);
  const mainline = await readMainlineTimes(location, head, signal);
  const below = folders.filter((folder) => folder !== ".");
  const touching = await touchingCommits(location, mainline, below, signal);
  const merges = mainline.map(({ commit, at }) => ({ commit, at }));
  const found = folders.map((folder) =>
    folder === "." ? merges : (touching.get(folder) ?? []).flatMap((at) => merges[at] ?? []),
  );
  await cache?.write("evidence", name, key, found);
  return found;
}

/** By folder the positions of the commits that change something below it, in the order of the mainline. */
async function touchingCommits(
  location: GitLocation,
  mainline: readonly MainlineCommit[],
  folders: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const touching = new Map(folders.map((folder): [string, number[]] => [folder, []]));
  const compared = mainline.map(({ commit, tree }, at) => {
    const before = mainline[at - 1];
    const asked = before === undefined ? commit : `${commit} ${before.commit}`;
    return { asked, tree, treeBefore: before?.tree ?? null };
  });
  const take = (at: number, folder: string): void => {
    touching.get(folder)?.push(at);
  };
  await readTouchedFolders(location, { commits: compared, folders }, take, signal);
  for (const positions of touching.values()) positions.sort((a, b) => a - b);
  return touching;
}
