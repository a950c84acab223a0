import {
  CommitIndex,
  newlyContained,
  type ContainedCommits,
} from "#insight/delivery/newly-contained.ts";
import { digest } from "#kernel/ids.ts";
import { messageOf } from "#kernel/errors.ts";
import type { DeploymentSeries } from "#model/deployments.ts";
import type { Component } from "#model/organisation.ts";
import { readCommitColumns, type ReadColumns } from "#sources/git/commit-columns.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { readTouchedFolders, type ComparedCommit } from "#sources/git/touched-folders.ts";
import { isBotAddress, isProgramName } from "#sources/repository/bots.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { InspectedRepository } from "#operations/reading/inspect-repositories.ts";
import { locationIn, type Shadows } from "#operations/duplication/shadow-location.ts";
import type { Problem } from "#evidence/problem.ts";

export interface ContainedInput {
  readonly series: readonly DeploymentSeries[];
  readonly components: readonly Component[];
  readonly repositories: readonly InspectedRepository[];
  readonly bots: readonly string[];
  /** Reviews are known by the commit that they ended in: then the ids of merged commits are kept. */
  readonly withLineIds: boolean;
  readonly shadows: Shadows;
  readonly cache: EvidenceStore | null;
  readonly signal: AbortSignal;
}

export interface Contained {
  readonly contained: ReadonlyMap<DeploymentSeries, ContainedCommits>;
  readonly problems: readonly Problem[];
}

/** Raised when the same history and deployments would be answered otherwise. */
const version = 3;
const atOnce = 2;

/**
 * Which commits each deployment brought: one pass over the graph of each repository that something was deployed from, and
 * only of those; kept until the repository, its deployments or the list of bots change.
 */
export async function containedCommits(input: ContainedInput): Promise<Contained> {
  const contained = new Map<DeploymentSeries, ContainedCommits>();
  const problems: Problem[] = [];
  const queue = seriesByRepository(input);
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [repository, series] = next;
      try {
        const found = await containedIn(repository, series, input);
        for (const [index, one] of series.entries()) {
          const commits = found[index];
          if (commits !== undefined) contained.set(one, commits);
        }
      } catch (error) {
        input.signal.throwIfAborted();
        problems.push({
          code: "unreadable-history",
          where: repository.name,
          text: `change lead times are not known: ${messageOf(error)}`,
          needs: "Run `git fsck` in it, or clone it again.",
        });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { contained, problems };
}

function seriesByRepository(input: ContainedInput): [InspectedRepository, DeploymentSeries[]][] {
  const repositoryOf = new Map(input.components.map((one) => [one.id, one.repositoryId]));
  const groups = new Map<string, DeploymentSeries[]>();
  for (const one of input.series) {
    const repository = repositoryOf.get(one.componentId ?? "");
    if (repository === undefined || one.deployments.every(({ revision }) => revision === null))
      continue;
    const group = groups.get(repository);
    if (group === undefined) groups.set(repository, [one]);
    else group.push(one);
  }
  return input.repositories.flatMap((repository) => {
    const series = groups.get(repository.id);
    return series === undefined
      ? []
      : [[repository, series] as [InspectedRepository, DeploymentSeries[]]];
  });
}

async function containedIn(
  repository: InspectedRepository,
  series: readonly DeploymentSeries[],
  { bots, cache, components, shadows, withLineIds, signal }: ContainedInput,
): Promise<readonly ContainedCommits[]> {
  const revisions = series.map((one) => one.deployments.map(({ revision }) => revision));
  const pathOf = new Map(components.map((one) => [one.id, one.path]));
  const folders = series.map((one) => pathOf.get(one.componentId ?? "") ?? ".");
  const name = `contained ${repository.id}`;
  const asked = JSON.stringify([bots, folders, withLineIds, revisions]);
  const key = digest(version, repository.stateKey, asked);
  const cached = await cache?.read<ContainedCommits[]>("evidence", name, key);
  if (cached != null) return cached.value;
  const location = locationIn(repository, shadows);
  const tips = [...new Set(revisions.flat().filter((one) => one !== null))];
  const isBot = (address: string, signed: string): boolean =>
    isProgramName(signed) || isBotAddress(address, bots);
  const columns = await readCommitColumns(location, tips, isBot, signal);
  const index = new CommitIndex(columns);
  const touches = await touchesOf(location, columns, index, folders, signal);
  const found = revisions.map((one, at) =>
    newlyContained(columns, index, one, {
      touches: touches.get(folders[at] ?? ".") ?? null,
      withLineIds,
    }),
  );
  await cache?.write("evidence", name, key, found);
  return found;
}

/** In a monorepo a deployment brings what changes its component's folder, whatever else the commits it contains do. */
async function touchesOf(
  location: GitLocation,
  { parents, parentStart, trees }: ReadColumns,
  index: CommitIndex,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const below = [...new Set(folders)].filter((folder) => folder !== ".");
  const touches = new Map(below.map((folder) => [folder, new Uint8Array(index.size)]));
  if (below.length === 0) return touches;
  const places: number[] = [];
  const commits: ComparedCommit[] = [];
  for (let one = 0; one < index.size; one++) {
    const at = parentStart[one] ?? 0;
    const parentsCount = (parentStart[one + 1] ?? 0) - at;
    if (parentsCount > 1) continue;
    // None for the oldest of a shallow history, too.
    const parent = parentsCount === 0 ? -1 : (parents[at] ?? -1);
    places.push(one);
    commits.push({
      asked: index.id(one),
      tree: trees.at(one),
      treeBefore: parent < 0 ? null : trees.at(parent),
    });
  }
  const take = (at: number, folder: string): void => {
    const touching = touches.get(folder);
    if (touching !== undefined) touching[places[at] ?? 0] = 1;
  };
  await readTouchedFolders(location, { commits, folders: below }, take, signal);
  return touches;
}
