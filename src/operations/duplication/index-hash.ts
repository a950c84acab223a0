import type { Corpus } from "#insight/duplication/corpus.ts";
import { mix } from "#insight/duplication/tokenize/token-code.ts";

/** Stands for the whole of a file's tokens among the fingerprints: equal for files that differ in layout only. */
export function wholeFileHash({ shards, shardOf, slotOf }: Corpus, file: number): number {
  const shard = shards[shardOf[file] ?? -1];
  const slot = (slotOf[file] ?? 0) * 2;
  return mix((shard?.digests[slot] ?? 0) ^ (shard?.digests[slot + 1] ?? 0));
}
