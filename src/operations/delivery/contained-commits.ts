import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CommitIndex,
  newlyContained,
  type ContainedCommits,
} from "#insight/delivery/newly-contained.ts";
import { digest } from "#kernel/ids.ts";
import { messageOf } from "#kernel/errors.ts";
import type { DeploymentSeries } from "#model/deployments.ts";
import type { Component } from "#model/organisation.ts";
import { readCommitColumns } from "#sources/git/commit-columns.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { isBotAddress } from "#sources/repository/bots.ts";
import type { FileCache } from "#store/files/cache.ts";
import type { InspectedRepository, InspectionProblem } from "../inspect-repositories.ts";

export interface ContainedInput {
  readonly series: readonly DeploymentSeries[];
  readonly components: readonly Component[];
  readonly repositories: readonly InspectedRepository[];
  readonly bots: readonly string[];
  readonly cache: FileCache | null;
  readonly signal: AbortSignal;
}

export interface Contained {
  readonly contained: ReadonlyMap<DeploymentSeries, ContainedCommits>;
  readonly problems: readonly InspectionProblem[];
}

/** Raised when the same history and deployments would be answered otherwise. */
const version = 1;
const atOnce = 2;

/**
 * Which commits each deployment brought: one pass over the graph of each repository that something was deployed from, and
 * only of those; kept until the repository, its deployments or the list of bots change.
 */
export async function containedCommits(input: ContainedInput): Promise<Contained> {
  const contained = new Map<DeploymentSeries, ContainedCommits>();
  const problems: InspectionProblem[] = [];
  const queue = seriesByRepository(input);
  const shadows = await mkdtemp(join(tmpdir(), "fulcrum-"));
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [repository, series] = next;
      try {
        const found = await containedIn(repository, series, shadows, input);
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
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await rm(shadows, { recursive: true, force: true });
  }
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
  shadows: string,
  { bots, cache, signal }: ContainedInput,
): Promise<readonly ContainedCommits[]> {
  const revisions = series.map((one) => one.deployments.map(({ revision }) => revision));
  const name = `contained ${repository.id}`;
  const key = digest(version, repository.stateKey, JSON.stringify([bots, revisions]));
  const cached = await cache?.read<ContainedCommits[]>("evidence", name, key);
  if (cached != null) return cached.value;
  const { gitDir, objectsDir, shallowFile } = repository.paths;
  const format = repository.refs.head?.length === 64 ? "sha256" : "sha1";
  const location = {
    gitDir,
    objectsDir,
    shallowFile,
    shadowDir: await createShadow(shadows, format),
  };
  const tips = [...new Set(revisions.flat().filter((one) => one !== null))];
  const isBot = (address: string): boolean => isBotAddress(address, bots);
  const columns = await readCommitColumns(location, tips, isBot, signal);
  const index = new CommitIndex(columns);
  const found = revisions.map((one) => newlyContained(columns, index, one));
  await cache?.write("evidence", name, key, found);
  return found;
}
