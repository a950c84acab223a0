import { Evidence, type LineUsage } from "../alike-in-form.ts";
import type { Corpus } from "../corpus.ts";
import { HashedStretches } from "../line-hashes.ts";
import type { FoundCopy } from "./match-file.ts";

/**
 * Takes out copies that share with `file` only what code of this kind shares everywhere, as the whole comparison does
 * (`alike-in-form.ts`). `usage` tells of all files that are known, the corpus holds those that were found.
 */
export function convincingCopies(
  corpus: Corpus,
  file: number,
  copies: readonly FoundCopy[],
  usage: LineUsage,
): FoundCopy[] {
  const stretches = new HashedStretches(corpus);
  return copies.filter((copy) => {
    if (copy.isWholeFile) return true;
    const holders = holdersOf(copy, copies);
    const evidence = new Evidence(stretches, usage, { file, ...copy.own }, holders);
    return evidence.convinces({ file: copy.file, ...copy.there });
  });
}

/** Files that have the same stretch, this one among them: no sign that its lines are common. */
function holdersOf({ own }: FoundCopy, copies: readonly FoundCopy[]): number {
  const files = new Set<number>();
  for (const { file, own: other } of copies) {
    const shared = Math.min(own.end, other.end) - Math.max(own.start, other.start) + 1;
    if (shared * 2 >= own.end - own.start + 1) files.add(file);
  }
  return files.size + 1;
}
