import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countAxis, shareAxis, timeAxis, type Axis } from "#web/ui/chart/axis.ts";
import { linearScale } from "#web/ui/chart/scale.ts";
import { plain } from "./rows.ts";

const wordsOf = (axis: Axis, count = 4): readonly string[] =>
  axis.ticks(count).map(({ words }) => plain(words));

function expectWithin({ domain: [from, to], ticks }: Axis, count: number): void {
  const found = ticks(count).map(({ at }) => at);
  expect(found.length).toBeGreaterThan(0);
  for (const at of found) {
    expect(at).toBeGreaterThanOrEqual(from);
    expect(at).toBeLessThanOrEqual(to);
  }
  expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
}

const counts = fc.integer({ min: 1, max: 12 });
const moments = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2040, 0) });

describe("a scale", () => {
  it("leads from the ends of a domain to the ends of its place", () => {
    const scale = linearScale([10, 20], [100, 0]);
    expect([10, 15, 20].map(scale)).toEqual([100, 50, 0]);
  });

  it("has the middle for a domain without extent, and never NaN", () => {
    expect(linearScale([3, 3], [0, 80])(3)).toBe(40);
  });
});

describe("an axis of counts", () => {
  test.each([
    [0, ["0", "1"]],
    [1, ["0", "1"]],
    [3, ["0", "1", "2", "3"]],
    [5, ["0", "1", "2", "3", "4", "5"]],
    [34, ["0", "10", "20", "30", "40"]],
    [999, ["0", "200", "400", "600", "800", "1,000"]],
  ])("for %d reads %j", (largest, words) => {
    expect(wordsOf(countAxis(largest))).toEqual(words);
  });

  it("holds the largest value from zero, in whole numbers, with ticks inside it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), counts, (largest, count) => {
        const axis = countAxis(largest);
        expect(axis.domain[0]).toBe(0);
        expect(axis.domain[1]).toBeGreaterThanOrEqual(largest);
        expect(axis.ticks(count).every(({ at }) => Number.isInteger(at))).toBe(true);
        expectWithin(axis, count);
      }),
    );
  });
});

describe("an axis of shares", () => {
  it("goes from nothing to all", () => {
    expect(wordsOf(shareAxis())).toEqual(["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]);
  });

  it("goes below nothing where more than all was spent", () => {
    expect(wordsOf(shareAxis(-0.8))).toEqual(["−100 %", "−50 %", "0 %", "50 %", "100 %"]);
    fc.assert(
      fc.property(fc.double({ min: -500, max: 1, noNaN: true }), counts, (lowest, count) => {
        const axis = shareAxis(lowest);
        expect(axis.domain[0]).toBeLessThanOrEqual(Math.max(0, lowest));
        expect(axis.domain[1]).toBe(1);
        expectWithin(axis, count);
      }),
    );
  });
});

describe("an axis of time", () => {
  it("says the year where it begins and at each January", () => {
    const axis = timeAxis([Date.UTC(2025, 9, 20), Date.UTC(2026, 2, 10)]);
    expect(wordsOf(axis, 5)).toEqual(["Nov 2025", "Dec", "2026", "Feb", "Mar"]);
  });

  it("says days within a month", () => {
    const axis = timeAxis([Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 9)]);
    expect(wordsOf(axis, 4)).toEqual(["2 Jun 2026", "4 Jun", "6 Jun", "8 Jun"]);
  });

  it("has two ticks at least where it has two, however few are asked for", () => {
    const axis = timeAxis([Date.UTC(2021, 1), Date.UTC(2028, 5)]);
    expect(axis.ticks(1).length).toBeGreaterThanOrEqual(2);
  });

  it("says no day twice within hours", () => {
    const axis = timeAxis([Date.UTC(2026, 5, 1, 9), Date.UTC(2026, 5, 2, 9)]);
    expect(wordsOf(axis, 6)).toEqual(["2 Jun 2026"]);
  });

  it("has one tick for one moment", () => {
    const at = Date.UTC(2026, 2, 3);
    expect(wordsOf(timeAxis([at, at]))).toEqual(["3 Mar 2026"]);
  });

  it("has no tick outside its domain, for spans of minutes and of decades", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 40 * 365 * 86_400_000 }), counts, (...of) => {
        const [from, length, count] = of;
        expectWithin(timeAxis([from, from + length]), count);
      }),
    );
  });
});
