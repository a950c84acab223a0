import type { Tag } from "#evidence/repository-evidence.ts";
import { peelToCommits, type FoundCommit } from "./commits.ts";
import type { GitLocation } from "./run.ts";

/**
 * Tags that lead to a commit, with its committer time, oldest first; those whose commit is missing are left out.
 * `timeOf` knows commits that were met already; only the others are asked for.
 */
export async function readTags(
  location: GitLocation,
  tags: ReadonlyMap<string, string>,
  timeOf: (commit: string) => number | undefined,
  signal?: AbortSignal,
): Promise<Tag[]> {
  const commits = new Map<string, FoundCommit | null>();
  const unknown: string[] = [];
  for (const object of new Set(tags.values())) {
    const at = timeOf(object);
    if (at === undefined) unknown.push(object);
    else commits.set(object, { commit: object, at });
  }
  const peeled = await peelToCommits(location, unknown, signal);
  unknown.forEach((object, index) => commits.set(object, peeled[index] ?? null));
  const found: Tag[] = [];
  for (const [name, object] of tags) {
    const commit = commits.get(object) ?? null;
    if (commit !== null) found.push({ name, ...commit });
  }
  return found.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}
