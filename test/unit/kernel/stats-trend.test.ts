import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { theilSen } from "#kernel/stats-summary.ts";
import { theilSenTrend } from "#kernel/stats-trend.ts";

/** Same numbers on every run (mulberry32). */
function* uniform(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

describe("trend after Theil and Sen", () => {
  it("is the line itself where points lie on one", () => {
    const xs = [0, 1, 2, 3, 4, 5, 6, 7];
    const trend = theilSenTrend(
      xs,
      xs.map((x) => 3 - 2 * x),
    );
    expect(trend).toEqual({ slope: -2, low: -2, high: -2, n: 8 });
  });

  it("has the slope of the naive median of all pairs, inside its interval", () => {
    const points = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: -99, max: 99 })), {
      minLength: 3,
    });
    fc.assert(
      fc.property(points, (list) => {
        const [xs, ys] = [list.map(([x]) => x), list.map(([, y]) => y)];
        const naive = theilSen(xs, ys);
        const trend = theilSenTrend(xs, ys);
        if (naive === null || trend === null) return naive === null && trend === null;
        return (
          Math.abs(trend.slope - naive.slope) < 1e-9 &&
          trend.low <= trend.slope &&
          trend.slope <= trend.high
        );
      }),
    );
  });

  it("covers the true slope in about 95 of 100 simulated series of twelve quarters", () => {
    const random = uniform(7);
    const normal = () =>
      Math.sqrt(-2 * Math.log(1 - random.next().value)) *
      Math.cos(2 * Math.PI * random.next().value);
    const xs = Array.from({ length: 12 }, (_, x) => x);
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const trend = theilSenTrend(
        xs,
        xs.map((x) => 0.5 * x + normal()),
      );
      if (trend !== null && trend.low <= 0.5 && 0.5 <= trend.high) covered++;
    }
    expect(covered / 1000).toBeGreaterThan(0.93);
    expect(covered / 1000).toBeLessThan(0.985);
  });

  it("is none below three points", () => {
    expect(theilSenTrend([1, 2], [1, 2])).toBeNull();
    expect(theilSenTrend([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});
