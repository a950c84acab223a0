import fc from "fast-check";
import { expect, it } from "vitest";
import { highest, lowest } from "#kernel/extremes.ts";

it("finds what Math.min and Math.max find", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
      expect(highest(values) === Math.max(...values)).toBe(true);
      expect(lowest(values) === Math.min(...values)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it("takes lists of any length, and what is no array", () => {
  const prices = Array.from({ length: 300_000 }, (_, at) => at);
  expect([highest(prices), lowest(new Set(prices))]).toEqual([299_999, 0]);
  expect([highest([]), lowest([])]).toEqual([-Infinity, Infinity]);
});
