import { sharedWords, type Corpus } from "./corpus.ts";
import type { Seeds } from "./join.ts";

/**
 * The seeds between files of different owners (numbers, by file). A file that stands for the same tokens elsewhere is of
 * all of them, so that no pair across owners is lost.
 */
export function acrossOwners(corpus: Corpus, seeds: Seeds, owners: Uint32Array): Seeds {
  const { originalOf, fileOf } = corpus;
  const isOfMany = new Uint8Array(corpus.filesCount);
  originalOf.forEach((original, file) => {
    if (owners[original] !== owners[file]) isOfMany[original] = 1;
  });
  const first = sharedWords(seeds.first.length);
  const second = sharedWords(seeds.first.length);
  let count = 0;
  for (let at = 0; at < seeds.first.length; at++) {
    const a = fileOf[seeds.first[at]!]!;
    const b = fileOf[seeds.second[at]!]!;
    if (owners[a] === owners[b] && isOfMany[a] === 0 && isOfMany[b] === 0) continue;
    first[count] = seeds.first[at]!;
    second[count++] = seeds.second[at]!;
  }
  return { first: first.subarray(0, count), second: second.subarray(0, count) };
}
