import type { Tag } from "#evidence/repository-evidence.ts";
import { saneTime } from "./graph.ts";
import { LineReader } from "./line-reader.ts";
import { peelToCommits } from "./commits.ts";
import { readObjects, type GitLocation } from "./run.ts";

/** Tags that lead to a commit, with its committer time, oldest first. Tags whose commit is missing are left out. */
export async function readTags(
  location: GitLocation,
  tags: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<Tag[]> {
  const names = [...tags.keys()];
  const commits = await peelToCommits(location, [...tags.values()], signal);
  const times = new Map<string, number>();
  const distinct = [...new Set(commits.filter((commit) => commit !== null))];
  if (distinct.length > 0) {
    const reader = new LineReader((bytes, from, end) => {
      const space = bytes.indexOf(32, from);
      times.set(
        bytes.toString("latin1", from, space),
        saneTime(Number(bytes.toString("latin1", space + 1, end))),
      );
    });
    await readObjects(location, ["log", "--no-walk=unsorted", "--format=%H %ct", "--stdin", "--"], {
      input: `${distinct.join("\n")}\n`,
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    });
    reader.end();
  }
  const found: Tag[] = [];
  names.forEach((name, index) => {
    const commit = commits[index] ?? null;
    const at = commit === null ? undefined : times.get(commit);
    if (commit !== null && at !== undefined) found.push({ name, commit, at });
  });
  return found.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}
