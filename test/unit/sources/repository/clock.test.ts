import * as fc from "fast-check";
import { expect, it } from "vitest";
import { clockDisorder, cutsCleanly } from "#sources/repository/clock.ts";

const times = fc.array(fc.nat(40), { maxLength: 30 });

/** By the letter of the definition. */
function cuts(all: readonly number[], moment: number): boolean {
  return !all.some((at, index) => at >= moment && all.slice(index).some((one) => one < moment));
}

it("knows where times cut a mainline in two", () => {
  fc.assert(
    fc.property(times, fc.nat(42), (all, moment) => {
      const disorder = clockDisorder(all, null, 0) ?? undefined;
      expect(cutsCleanly(disorder, moment)).toBe(cuts(all, moment));
    }),
    { numRuns: 50 },
  );
});

it("goes on from any place with the same answer", () => {
  fc.assert(
    fc.property(times, fc.nat(), (all, stop) => {
      const before = all.slice(0, stop % (all.length + 1));
      const earlier = clockDisorder(before, null, 0);
      const onward = clockDisorder(all.slice(before.length), earlier, Math.max(0, ...before));
      expect(onward).toEqual(clockDisorder(all, null, 0));
    }),
    { numRuns: 50 },
  );
});

it("keeps clocks that go back a thousand times apart in little room", () => {
  const all = Array.from({ length: 1000 }, (_, at) => [at * 10 + 5, at * 10]).flat();
  expect(clockDisorder(all, null, 0)?.spans.length).toBeLessThanOrEqual(64);
});
