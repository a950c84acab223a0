import { describe, expect, it } from "vitest";
import { ShardBuilder, type TokenShard } from "#insight/duplication/token-shard.ts";
import { bytesOfTokens, tooManyNames, tooMuchCode } from "#operations/duplication/code-bounds.ts";
import { HeldCode } from "#operations/duplication/held-code.ts";

function shardOf(tokens: number, fingerprints: number): TokenShard {
  const builder = new ShardBuilder();
  builder.add(0, {
    tokens: new Uint16Array(tokens),
    lineDeltas: new Uint8Array(1),
    hashes: new Uint32Array(fingerprints),
    positions: new Uint32Array(fingerprints),
  });
  return builder.finish();
}
const [mill, oven, till] = [0, 1, 2];

function holding(bytes: number, nameBytes = 1e6): HeldCode {
  const held = new HeldCode({ bytes, nameBytes });
  for (const source of [mill, oven, till]) held.begin(source);
  return held;
}

describe("code of all sources together", () => {
  it("is held while it stays within bounds", () => {
    const held = holding(bytesOfTokens(300, 30));
    for (const source of [mill, oven, till]) expect(held.add(source, shardOf(100, 10))).toBeNull();
    expect(held.shardsOf(till)).toHaveLength(1);
  });

  it("beyond them gives up the source that takes most, whichever came last", () => {
    const held = holding(bytesOfTokens(1000, 100));
    expect(held.add(mill, shardOf(100, 10))).toBeNull();
    expect(held.add(oven, shardOf(700, 70))).toBeNull();
    expect(held.add(till, shardOf(300, 30))).toBeNull();
    expect([mill, oven, till].map((one) => held.whyBeyond(one))).toEqual([null, tooMuchCode, null]);
    expect(held.shardsOf(oven)).toEqual([]);
    // What still comes of it is not wanted, and takes nothing.
    expect(held.add(oven, shardOf(100, 10))).toBe(tooMuchCode);
    expect(held.add(till, shardOf(500, 50))).toBeNull();
  });

  it("counts what its fingerprints will take: text that has one at each token goes first", () => {
    const held = holding(bytesOfTokens(2000, 200));
    held.add(mill, shardOf(1000, 110));
    held.add(till, shardOf(500, 500));
    expect([mill, till].map((one) => held.whyBeyond(one))).toEqual([null, tooMuchCode]);
  });

  it("counts names of files, and their lengths", () => {
    const held = holding(1e6, 10_000);
    expect(held.addNames(mill, ["bake.js", "till.js"])).toBeNull();
    expect(held.addNames(oven, ["a".repeat(12_000)])).toBe(tooManyNames);
    expect(held.addNames(till, Array<string>(40).fill("x"))).toBe(tooManyNames);
    expect(held.whyBeyond(mill)).toBeNull();
  });

  it("of a source that is read again counts once", () => {
    const held = holding(bytesOfTokens(1000, 100));
    held.add(oven, shardOf(800, 80));
    held.begin(oven);
    expect(held.add(oven, shardOf(800, 80))).toBeNull();
    expect(held.shardsOf(oven)).toHaveLength(1);
  });
});
