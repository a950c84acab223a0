import * as fc from "fast-check";
import { expect, it } from "vitest";
import { packShard, unpackShard } from "#insight/duplication/packed-shard.ts";
import { ShardBuilder } from "#insight/duplication/token-shard.ts";

const file = fc.record({
  tokens: fc.uint16Array({ maxLength: 70 }),
  lineDeltas: fc.uint8Array({ maxLength: 9 }),
  hashes: fc.uint32Array({ maxLength: 5 }),
  positions: fc.uint32Array({ maxLength: 5 }),
});

it("a shard that was packed is the same, in memory that threads share", () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 6 }), (files) => {
      const builder = new ShardBuilder();
      files.forEach((one, at) => builder.add(at * 3, one));
      const shard = builder.finish();
      const unpacked = unpackShard(packShard(shard));
      expect(unpacked).toEqual(shard);
      for (const array of Object.values(unpacked) as Uint8Array[])
        expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
    }),
  );
});

it("a shard within a longer message is read from its own place", () => {
  const builder = new ShardBuilder();
  const tokens = Uint16Array.of(7, 8, 9);
  builder.add(1, {
    tokens,
    lineDeltas: Uint8Array.of(1),
    hashes: Uint32Array.of(5),
    positions: Uint32Array.of(0),
  });
  const shard = builder.finish();
  const packed = packShard(shard);
  const message = new Uint8Array(packed.length + 3);
  message.set(packed, 3);
  expect(unpackShard(message.subarray(3))).toEqual(shard);
});
