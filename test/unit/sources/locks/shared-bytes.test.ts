import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sharedPrefix, sharedSuffix, type Stretch } from "#sources/locks/shared-bytes.ts";

const bytes = fc.uint8Array({ max: 1, maxLength: 300 });
const long = fc.integer({ min: 0, max: 200_000 }).map((length) => new Uint8Array(length));

function stretch(padding: Uint8Array, ...parts: readonly Uint8Array[]): Stretch {
  const content = Buffer.concat([padding, ...parts, padding]);
  return { content, start: padding.length, end: content.length - padding.length };
}

it("finds how much two stretches begin and end alike", () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, fc.oneof(bytes, long), (padding, first, second, both) => {
      const a = Buffer.concat([both, first]);
      const b = Buffer.concat([both, second]);
      let expected = 0;
      while (expected < Math.min(a.length, b.length) && a[expected] === b[expected]) expected++;
      expect(sharedPrefix(stretch(padding, a), stretch(padding, b))).toBe(expected);
      expect(sharedSuffix(stretch(padding, a.toReversed()), stretch(padding, b.toReversed()))).toBe(
        expected,
      );
    }),
  );
});
