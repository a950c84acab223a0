import { rankBetweenOwners } from "#insight/duplication/between-owners.ts";
import { lastSecond, quarterEnds } from "#insight/jobs/trend.ts";
import { FILE_TOKENS_VERSION } from "#insight/duplication/file-tokens.ts";
import { digest } from "#kernel/ids.ts";
import type { CompareContext } from "#ports/context.ts";
import { commitsAt } from "#sources/git/commits-at.ts";
import { compareFiles } from "./compare-files.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import { locateSites } from "./locate-sites.ts";
import type { TokenShelf } from "./kept-tokens.ts";
import { ownerKeyOf, placeClasses } from "./place-classes.ts";
import type { ReadFilesTask, TreeSource } from "./read-clone-files.ts";
import type { DuplicationPoint } from "#insight/duplication/findings.ts";
import type { DuplicationInput } from "./duplication-input.ts";

/** Trees compared: the ends of the quarters before, and the heads. */
const mostTrees = 8;
/** Raise when the same trees would give other figures. */
const trendVersion = 1;

/** The repositories that are read, and how. */
export interface ReadRepositories {
  readonly repositories: readonly InspectedRepository[];
  readonly sources: readonly (ReadFilesTask & { readonly from: TreeSource })[];
}

/**
 * Code shared between owners at the ends of up to seven quarters and at the heads. Owners and components are those of
 * today: earlier ones are not known. Only pairs between owners are compared; a quarter that is over is kept.
 */
export async function trendOverQuarters(
  context: CompareContext,
  input: DuplicationInput,
  { repositories, sources }: ReadRepositories,
): Promise<DuplicationPoint[]> {
  const ends = quarterEnds(input.asOf, mostTrees);
  const commits: (string | null)[][] = [];
  for (const { from } of sources) {
    commits.push(await commitsAt(from.location, from.commit, ends, context.signal));
  }
  const { cache } = input;
  // Apart from the tokens of the heads: those are read by every run, these once a quarter.
  const shelfOf = ({ id }: InspectedRepository): TokenShelf | null =>
    cache === null ? null : { path: cache.tokensPath(`${id} before`), day: dayOf(context) };
  const points: DuplicationPoint[] = [];
  for (const [index, at] of ends.entries()) {
    const trees = sources.flatMap((source, number) => {
      const repository = repositories[number];
      const commit = commits[number]?.[index] ?? null;
      if (commit === null || repository === undefined) return [];
      const isHead = commit === source.from.commit;
      const from = isHead ? source.from : { ...source.from, commit, shelf: shelfOf(repository) };
      return [{ repository, task: { ...source, from } }];
    });
    if (trees.length < 2) continue;
    const point = await pointOf(context, input, lastSecond(at, input.asOf), trees);
    if (point !== null) points.push(point);
  }
  return points;
}

function dayOf({ clock }: CompareContext): number {
  return Math.floor(clock.now() / 86_400_000);
}

interface Tree {
  readonly repository: InspectedRepository;
  readonly task: ReadFilesTask & { readonly from: TreeSource };
}

async function pointOf(
  context: CompareContext,
  input: DuplicationInput,
  at: number,
  trees: readonly Tree[],
): Promise<DuplicationPoint | null> {
  const key = digest(
    String(trendVersion),
    String(FILE_TOKENS_VERSION),
    ...trees.map(({ repository, task }) => `${repository.id} ${task.from.commit}`),
    ...input.components.map((one) => `${one.id} ${one.ownerIds.join(" ")}`),
  );
  const name = `duplication of ${String(at)} in ${input.organisation}`;
  const known = await input.cache?.read<DuplicationPoint>("results", name, key);
  if (known != null) return known.value;
  const readOf = trees.map(({ repository }) => repository);
  const ownerOf = ownerKeyOf(readOf, input.components);
  const comparison = await compareFiles(
    context,
    trees.map(({ task }) => task),
    input.jobs,
    { ownerOf, isAcrossOwners: true },
  );
  // Of a part of the code the figure would be too low, and it would be kept.
  const isPart = comparison.unreadable.some(
    ({ path, isGivenUp }) => path === "." || isGivenUp === true,
  );
  if (isPart || comparison.untold !== null) return null;
  const siteOf = locateSites(comparison.files, readOf, input.evidence, input.components);
  const classes = rankBetweenOwners(placeClasses(comparison, siteOf, ownerOf));
  const point: DuplicationPoint = {
    at,
    crossOwnerLines: classes.reduce((sum, one) => sum + one.crossOwnerLines, 0),
    linesCount: comparison.linesCount,
    classesCount: classes.length,
  };
  await input.cache?.write("results", name, key, point);
  return point;
}
