import { FulcrumError } from "#kernel/errors.ts";
import { readBlobs } from "./blobs.ts";
import { FolderNode, absent } from "./folder-node.ts";
import { foldersAbove, readTouches } from "./mainline.ts";
import type { GitLocation } from "./run.ts";

/** A commit, and what it is compared with. */
export interface ComparedCommit {
  /** As git is asked for it: its id, or two with a space between them, its own and that of the commit before. */
  readonly asked: string;
  readonly tree: string;
  /** Tree of the commit before; null: there is none. */
  readonly treeBefore: string | null;
}

/** Called once for each folder that a commit touches, in no order. */
type TakeTouch = (index: number, folder: string) => void;

/** Of versions of folders times what is looked for in them: 32 MB. */
const mostCells = 8_000_000;

/** Each level of folders costs a start of git: deeper ones are told by what changed, which costs one. */
const mostLevels = 40;

/** Names that are one text as bytes, in whatever path they stand. */
const plainFolder = /^[\x20-\x5b\x5d-\x7e]{1,4000}$/;

/**
 * Which of `folders` commits touch. The trees above these folders are read, each once, and what they say of a folder is
 * compared: nothing below it is opened, which takes git a fifth of the time that listing what changed does.
 */
export async function readTouchedFolders(
  location: GitLocation,
  {
    commits,
    folders,
  }: { readonly commits: readonly ComparedCommit[]; readonly folders: readonly string[] },
  take: TakeTouch,
  signal?: AbortSignal,
): Promise<void> {
  if (commits.length === 0 || folders.length === 0) return;
  const isPlain = folders.every(
    (folder) => plainFolder.test(folder) && folder.split("/", mostLevels + 1).length <= mostLevels,
  );
  const root = isPlain ? await readTrees(location, commits, folders, signal) : null;
  if (root === null) return takeFromDifferences(location, commits, folders, take, signal);
  const numberOf = (tree: string | null): number => (tree === null ? absent : root.numberOf(tree));
  for (const [index, { tree, treeBefore }] of commits.entries())
    root.compare(numberOf(treeBefore), numberOf(tree), (folder) => take(index, folder));
}

/** Null where it would take too much memory. */
async function readTrees(
  location: GitLocation,
  commits: readonly ComparedCommit[],
  folders: readonly string[],
  signal: AbortSignal | undefined,
): Promise<FolderNode | null> {
  const root = FolderNode.above(folders);
  for (const { tree, treeBefore } of commits) {
    root.add(tree);
    if (treeBefore !== null) root.add(treeBefore);
  }
  let cells = 0;
  for (let level = [root]; level.length > 0; level = level.flatMap((node) => node.inner)) {
    cells += level.reduce((sum, node) => sum + node.cellsCount, 0);
    if (cells > mostCells) return null;
    const trees = level.flatMap((node) => node.begin().map((tree, at) => ({ node, tree, at })));
    await readBlobs(
      location,
      trees.map(({ tree }) => tree),
      (index, content) => {
        const one = trees[index];
        if (content === null) throw unreadable(location, one?.tree ?? "");
        one?.node.read(one.at, content);
      },
      { signal },
    );
  }
  return root;
}

function unreadable({ gitDir }: GitLocation, tree: string): FulcrumError {
  return new FulcrumError(
    "git-failed",
    `Tree ${tree.slice(0, 12)} in ${gitDir} is missing or too large.`,
    "Run `git fsck` in that repository, or clone it again; the others are assessed all the same.",
  );
}

/** From all that changed, commit by commit. */
async function takeFromDifferences(
  location: GitLocation,
  commits: readonly ComparedCommit[],
  folders: readonly string[],
  take: TakeTouch,
  signal: AbortSignal | undefined,
): Promise<void> {
  const asked = commits.map((one) => one.asked);
  const wanted = new Set(folders);
  const touched = new Set<string>();
  let index = -1;
  const visitor = {
    // A commit without differences is not named: the others come in the order asked for.
    commit: (id: string) => {
      do index++;
      while (index < asked.length && asked[index]?.startsWith(id) !== true);
      touched.clear();
    },
    change: (path: string) => {
      for (const folder of foldersAbove(path)) {
        if (!wanted.has(folder) || touched.has(folder)) continue;
        touched.add(folder);
        take(index, folder);
      }
    },
  };
  await readTouches(location, { commits: asked, folders }, visitor, signal);
}
