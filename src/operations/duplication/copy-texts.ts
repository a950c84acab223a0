import type { CopySite, RankedClass } from "#insight/duplication/between-owners.ts";
import { fromUtf16 } from "#insight/duplication/utf16.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import type { InspectedRepository } from "../inspect-repositories.ts";
import { locationIn, type Shadows } from "./shadow-location.ts";
import { copyKey } from "#insight/duplication/findings.ts";

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
    const copies = wanted.filter((copy) => copy.repositoryId === repository.id && isAskable(copy));
    await readBlobs(
      locationIn(repository, shadows),
      copies.map((copy) => `${copy.commit ?? ""}:${copy.path}`),
      (index, content) => {
        const copy = copies[index];
        if (copy === undefined || content === null) return;
        const lines = Buffer.from(fromUtf16(content)).toString("utf8").split("\n");
        const shown = lines.slice(copy.start - 1, Math.min(copy.end, copy.start + mostLines - 1));
        texts.set(copyKey(copy), shown.map(shownLine).join("\n"));
      },
      signal,
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

/** Git reads one expression a line, and gives up at a path that it takes for relative to a work tree. */
function isAskable({ commit, path }: CopySite): boolean {
  return commit !== null && !path.includes("\n") && !/^\.{1,2}\//.test(path);
}
