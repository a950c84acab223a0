import { copyKey, type CopySite, type RankedClass } from "#insight/duplication/between-owners.ts";
import { fromUtf16 } from "#insight/duplication/utf16.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { listTree } from "#sources/git/tree.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import { locationIn, type Shadows } from "./shadow-location.ts";

const classesWithText = 60;
export const copiesWithText = 4;
const mostLines = 80;
const mostCharacters = 500;

/** Lines of the first copies of the highest-ranked classes, for reading them side by side. */
export async function readCopyTexts(
  classes: readonly RankedClass[],
  repositories: readonly InspectedRepository[],
  shadows: Shadows,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const wanted = classes
    .slice(0, classesWithText)
    .flatMap((one) => one.copies.slice(0, copiesWithText));
  for (const repository of repositories) {
    const copies = wanted.filter((copy) => copy.repositoryId === repository.id);
    const location = locationIn(repository, shadows);
    const found = await objectsOf(copies, location, signal);
    await readBlobs(
      location,
      found.map(({ object }) => object),
      (index, content) => {
        const copy = found[index]?.copy;
        if (copy === undefined || content === null) return;
        const lines = Buffer.from(fromUtf16(content)).toString("utf8").split("\n");
        const shown = lines.slice(copy.start - 1, Math.min(copy.end, copy.start + mostLines - 1));
        texts.set(copyKey(copy), shown.map(shownLine).join("\n"));
      },
      { signal },
    );
  }
  return texts;
}

/** A person's part of an address; `git@` and the like are nobody. */
const address =
  /(?<![\w.%+-])(?!git@)[\w.%+-]{1,64}@(?=[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,6}\.[a-z]{2,24}\b)/gi;

function shownLine(line: string): string {
  return line.replace(/\r$/, "").slice(0, mostCharacters).replace(address, "…@");
}

/** By the trees, not by name: git reads one question a line, and a path may hold line breaks, or lead up. */
async function objectsOf(
  copies: readonly CopySite[],
  location: GitLocation,
  signal: AbortSignal,
): Promise<{ readonly copy: CopySite; readonly object: string }[]> {
  const found: { copy: CopySite; object: string }[] = [];
  for (const commit of new Set(copies.flatMap((copy) => copy.commit ?? []))) {
    const own = copies.filter((copy) => copy.commit === commit);
    const paths = new Set(own.map(({ path }) => path));
    const entries = await listTree(location, commit, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      // Trees are missing: the copies are named without their lines.
      if (error instanceof FulcrumError && error.code === "git-failed") return [];
      throw error;
    });
    const objects = new Map(
      entries.flatMap(({ path, object }) => (paths.has(path) ? [[path, object]] : [])),
    );
    for (const copy of own) {
      const object = objects.get(copy.path);
      if (object !== undefined) found.push({ copy, object });
    }
  }
  return found;
}
