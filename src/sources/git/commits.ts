import { LineReader } from "./line-reader.ts";
import { decodePath } from "./mainline.ts";
import { readObjects, type GitLocation } from "./run.ts";

/** Commits that tags point at, in the order asked for; null where a tag leads to no commit that is here. */
export async function peelToCommits(
  location: GitLocation,
  objects: readonly string[],
  signal?: AbortSignal,
): Promise<(string | null)[]> {
  const commits: (string | null)[] = [];
  if (objects.length === 0) return commits;
  const reader = new LineReader((bytes, from, end) => {
    commits.push(
      /^([0-9a-f]{40,64}) commit$/.exec(bytes.toString("latin1", from, end))?.[1] ?? null,
    );
  });
  await readObjects(
    location,
    ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"],
    {
      input: objects.map((object) => `${object}^{commit}\n`).join(""),
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return commits;
}

export interface CommitChange {
  readonly commit: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What each of `commits` changed in `paths`, against its parent (a root against nothing). Merges say nothing. */
export async function diffCommits(
  location: GitLocation,
  commits: readonly string[],
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<CommitChange[]> {
  const changes: CommitChange[] = [];
  if (commits.length === 0 || paths.length === 0) return changes;
  let commit = "";
  let header: string | null = null;
  const reader = new LineReader((bytes, from, end) => {
    if (header !== null) {
      const [, , before, after] = header.split(" ");
      changes.push({
        commit,
        path: decodePath(bytes, from, end),
        before: presentId(before),
        after: presentId(after),
      });
      header = null;
    } else if (bytes[from] === 58) {
      header = bytes.toString("latin1", from + 1, end);
    } else {
      commit = bytes.toString("latin1", from, end);
    }
  }, 0);
  await readObjects(
    location,
    [
      "diff-tree",
      "--stdin",
      "-r",
      "--root",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--",
      ...paths,
    ],
    {
      input: `${commits.join("\n")}\n`,
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return changes;
}

function presentId(id: string | undefined): string | null {
  return id === undefined || /^0{40,64}$/.test(id) ? null : id;
}
