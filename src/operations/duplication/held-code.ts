import type { TokenShard } from "#insight/duplication/token-shard.ts";
import {
  bytesOfNames,
  bytesOfTokens,
  tooManyNames,
  tooMuchCode,
  type CodeAmount,
  type CodeBounds,
} from "./code-bounds.ts";

interface Held {
  shards: TokenShard[];
  amount: CodeAmount;
  /** Why nothing of the source is held. */
  beyond: string | null;
}

/**
 * What was read of each source, while all of it together stays within bounds. Where it does not, the source that takes most is
 * given up: one that was written to fill memory goes before those that it would crowd out.
 */
export class HeldCode {
  private readonly bounds: CodeBounds;
  private readonly sources = new Map<number, Held>();

  constructor(bounds: CodeBounds) {
    this.bounds = bounds;
  }

  /** A source is read anew: what an earlier try gave is forgotten. */
  begin(source: number): void {
    this.sources.set(source, { shards: [], amount: { bytes: 0, nameBytes: 0 }, beyond: null });
  }

  /** Why nothing more of the source is wanted; null: it is held. */
  add(source: number, shard: TokenShard): string | null {
    const bytes = bytesOfTokens(shard.tokens.length, shard.hashes.length);
    return this.grow(source, { bytes, nameBytes: 0 }, shard);
  }

  addNames(source: number, paths: readonly string[]): string | null {
    return this.grow(source, { bytes: 0, nameBytes: bytesOfNames(paths) }, null);
  }

  shardsOf(source: number): readonly TokenShard[] {
    return this.sources.get(source)?.shards ?? [];
  }

  whyBeyond(source: number): string | null {
    return this.sources.get(source)?.beyond ?? null;
  }

  private grow(source: number, more: CodeAmount, shard: TokenShard | null): string | null {
    const held = this.sources.get(source);
    if (held === undefined) throw new Error("a source must be begun");
    if (held.beyond !== null) return held.beyond;
    const { bytes, nameBytes } = held.amount;
    held.amount = { bytes: bytes + more.bytes, nameBytes: nameBytes + more.nameBytes };
    if (shard !== null) held.shards.push(shard);
    this.giveUpLargest("bytes", tooMuchCode);
    this.giveUpLargest("nameBytes", tooManyNames);
    return this.whyBeyond(source);
  }

  private giveUpLargest(kind: keyof CodeAmount, why: string): void {
    const all = [...this.sources.values()];
    let sum = all.reduce((total, { amount }) => total + amount[kind], 0);
    while (sum > this.bounds[kind]) {
      const largest = all.reduce((a, b) => (b.amount[kind] > a.amount[kind] ? b : a));
      sum -= largest.amount[kind];
      largest.amount = { bytes: 0, nameBytes: 0 };
      largest.shards = [];
      largest.beyond = why;
    }
  }
}
