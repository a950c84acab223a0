import type { Tag } from "#evidence/repository-evidence.ts";
import { askForCommits } from "./commits.ts";
import type { ObjectBatch } from "./object-batch.ts";

/**
 * Tags that lead to a commit, with its committer time, oldest first, once the batch is read; those whose commit is missing
 * are left out. `timeOf` knows commits that were met already; only the others are asked for.
 */
export function askForTags(
  batch: ObjectBatch,
  tags: ReadonlyMap<string, string>,
  timeOf: (commit: string) => number | undefined,
): () => Tag[] {
  const objects = [...new Set(tags.values())];
  const asked = askForCommits(
    batch,
    objects.filter((object) => timeOf(object) === undefined),
  );
  return () => {
    const found: Tag[] = [];
    for (const [name, object] of tags) {
      const at = timeOf(object);
      const commit = at === undefined ? asked.get(object) : { commit: object, at };
      if (commit !== undefined) found.push({ name, ...commit });
    }
    return found.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  };
}
