import { FulcrumError } from "#kernel/errors.ts";
import { LineReader } from "./line-reader.ts";
import { checkFilesCount, pathIn } from "./mainline.ts";
import { readObjects, type GitLocation } from "./run.ts";

export interface TreeEntry {
  readonly path: string;
  readonly object: string;
}

/** Of all paths of one tree together: the largest trees known have a tenth. */
const mostNameLength = 256 * 1024 * 1024;

/** Plain files of the tree at `commit`, in git's order; links and submodules are left out. Throws `tree-too-large`. */
export async function listTree(
  location: GitLocation,
  commit: string,
  signal?: AbortSignal,
): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  let nameLength = 0;
  const reader = new LineReader((bytes, from, end) => {
    // "100644 blob <id>\t<path>"
    const tab = bytes.indexOf(9, from);
    if (tab < 0 || tab > end || bytes[from] !== 49 || bytes[from + 1] !== 48) return;
    checkFilesCount(entries.length, commit);
    const path = pathIn(bytes, tab + 1, end, commit);
    nameLength += path.length;
    if (nameLength > mostNameLength)
      throw new FulcrumError(
        "tree-too-large",
        `Commit ${commit.slice(0, 12)} has more names of files than ${String(mostNameLength)} letters.`,
        "Such a repository is not read; the others are assessed all the same.",
      );
    entries.push({ object: bytes.toString("latin1", from + 12, tab), path });
  }, 0);
  await readObjects(location, ["ls-tree", "-r", "-z", "--full-tree", commit], {
    onOutput: (chunk) => reader.push(chunk),
    ...(signal === undefined ? {} : { signal }),
  });
  reader.end();
  return entries;
}
