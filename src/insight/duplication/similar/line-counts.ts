import type { Corpus } from "../corpus.ts";
import { tokensOf } from "../corpus.ts";
import { radixSort } from "../radix-sort.ts";
import { LineHasher } from "../line-hashes.ts";

/** Hashes of lines that at least two files have, ascending, and how many files that is. */
export interface LineCounts {
  readonly hashes: Uint32Array;
  readonly counts: Uint32Array;
}

/** Counts lines with hashes in [low, high), exact ones and shapes alike, over all files of a corpus. */
export function countLines(corpus: Corpus, [low, high]: readonly [number, number]): LineCounts {
  const table = new GrowingCounts();
  const hasher = new LineHasher();
  const take = (hash: number, file: number): void => {
    if (hash !== 0 && hash >= low && hash < high) table.count(hash, file + 1);
  };
  for (let file = 0; file < corpus.filesCount; file++) {
    const { exact, shape } = hasher.hash(tokensOf(corpus, file));
    for (let at = 0; at < exact.length; at++) {
      take(exact[at]!, file);
      take(shape[at]!, file);
    }
  }
  return table.take();
}

/** Open addressing over typed arrays; 0 is no key. */
class GrowingCounts {
  private keys = new Uint32Array(1 << 12);
  private counts = new Uint32Array(1 << 12);
  private last = new Uint32Array(1 << 12);
  private used = 0;

  /** `file` is not 0, and never goes back. */
  count(key: number, file: number): void {
    let at = this.slot(key);
    if (this.keys[at] === 0) {
      if (++this.used * 2 > this.keys.length) {
        this.grow();
        at = this.slot(key);
      }
      this.keys[at] = key;
    }
    if (this.last[at] === file) return;
    this.last[at] = file;
    this.counts[at]!++;
  }

  take(): LineCounts {
    const { keys, counts } = this;
    const shared = Uint32Array.from(keys.keys()).filter((at) => counts[at]! > 1);
    const order = radixSort(shared, keys);
    return { hashes: order.map((at) => keys[at]!), counts: order.map((at) => counts[at]!) };
  }

  private slot(key: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let at = key & mask;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, counts, last } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    this.last = new Uint32Array(keys.length * 2);
    keys.forEach((key, from) => {
      if (key === 0) return;
      const at = this.slot(key);
      this.keys[at] = key;
      this.counts[at] = counts[from]!;
      this.last[at] = last[from]!;
    });
  }
}
