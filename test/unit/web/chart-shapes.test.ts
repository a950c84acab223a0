import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPlace, widestGap } from "#web/ui/chart/nearest.ts";
import { bandPath, linePath, lonePlaces } from "#web/ui/chart/shapes.ts";
import {
  trendFigures,
  trendGeometry,
  trendWords,
  type TrendTile,
} from "#web/ui/chart/trend-geometry.ts";
import { widthOfWords } from "#web/ui/chart/words-width.ts";

describe("the path of a series", () => {
  it("is nothing without points, and a dot for one", () => {
    expect(linePath([], "straight")).toBe("");
    expect(linePath([{ x: 1, y: null }], "step")).toBe("");
    expect(linePath([{ x: 5, y: 7 }], "straight")).toBe("M5,7Z");
  });

  it("breaks where a value is not known", () => {
    const places = [0, 1, 2, 3, 4].map((x) => ({ x, y: x === 2 ? null : 9 }));
    expect(linePath(places, "straight")).toBe("M0,9L1,9M3,9L4,9");
  });

  it("leaves points alone between gaps to dots", () => {
    const places = [1, null, 2, null, null, 3, 4].map((y, x) => ({ x, y }));
    expect(lonePlaces(places)).toEqual([
      { x: 0, y: 1 },
      { x: 2, y: 2 },
    ]);
    expect(lonePlaces([{ x: Number.NaN, y: 3 }])).toEqual([]);
  });

  it("holds a count until the next", () => {
    const places = [
      { x: 0, y: 10 },
      { x: 4, y: 2 },
    ];
    expect(linePath(places, "step")).toBe("M0,10L4,10L4,2");
  });

  it("never holds NaN, whatever the values", () => {
    const value = fc.option(fc.double());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), value, value)), (points) => {
        const line = points.map(([x, y]) => ({ x, y }));
        const band = points.map(([x, low, high]) => ({ x, low, high }));
        for (const shape of ["step", "straight"] as const)
          expect(linePath(line, shape) + bandPath(band, shape)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});

describe("the point that a pointer means", () => {
  const places = [
    { x: 10, ys: [100] },
    { x: 20, ys: [20, 90] },
    { x: 21, ys: [60] },
  ];

  it("is the nearest moment, or the nearest dot", () => {
    expect(nearestPlace(places, { x: 22, y: 0 }, "x")).toBe(2);
    expect(nearestPlace(places, { x: 21, y: 88 }, "both")).toBe(1);
    expect(nearestPlace(places, { x: -500, y: 0 }, "x")).toBe(0);
    expect(nearestPlace([], { x: 0, y: 0 }, "x")).toBeNull();
  });

  it("is read in the widest gap between its values", () => {
    expect(widestGap([20, 90], [0, 300])).toBe(195);
    expect(widestGap([280], [0, 300])).toBe(140);
    expect(widestGap([], [0, 300])).toBe(150);
  });
});

const tile = (values: readonly (number | null)[], isPartial = false): TrendTile => ({
  points: values.map((value, index) => ({
    at: new Date(Date.UTC(2023, index * 3)).toISOString(),
    value,
    ...(isPartial && index === values.length - 1 ? { isPartial } : {}),
  })),
  format: (value) => `${value} days`,
});

describe("the trend of a tile", () => {
  it("has the last whole span, and the median of its own past without it", () => {
    expect(trendFigures(tile([3, 9, 4, 5, 20]))).toMatchObject({
      lastKnown: 4,
      usual: 4.5,
      soFar: null,
    });
  });

  it("never leads a line to a span that is not over", () => {
    const half = trendGeometry(tile([30, 31, 29, 5], true), 240);
    const whole = trendGeometry(tile([30, 31, 29]), 240);
    expect(half.line.split("L")).toHaveLength(whole.line.split("L").length);
    expect(half.last?.x).toBeLessThan(half.soFar?.x ?? 0);
    expect(half.words.map(({ words }) => words)).toEqual([
      "29 days",
      "5 days so far",
      "usual 30.5 days",
    ]);
  });

  it("leaves out words where a tile is narrow, and never the last value", () => {
    const narrow = trendGeometry(tile([30, 31, 29, 5], true), 160);
    expect(narrow.words.map(({ words }) => words)).toEqual(["29 days", "5 days", "usual"]);
  });

  it("says the same in words", () => {
    expect(trendWords(tile([30, 31, 29, 5], true))).toBe(
      "29 days in the span from Jul 2023, usually 30.5 days before, 5 days so far from Oct 2023",
    );
    expect(trendWords(tile([null, null]))).toBe("no whole span is known");
  });

  it("has no NaN and no word over another, of any values at any width", () => {
    const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        values,
        fc.boolean(),
        fc.integer({ min: 160, max: 280 }),
        (of, partial, width) => {
          const drawn = trendGeometry(tile(of, partial), width);
          expect(drawn.line).not.toMatch(/NaN|Infinity/);
          for (const at of [drawn.last, drawn.soFar]) {
            if (at === null) continue;
            expect(at.x).toBeLessThan(drawn.wordsAt);
            expect(at.y).toBeGreaterThanOrEqual(0);
            expect(at.y).toBeLessThanOrEqual(64);
          }
          const ys = drawn.words.map(({ y }) => y).sort((a, b) => a - b);
          for (const [index, y] of ys.slice(1).entries())
            expect(y - (ys[index] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6);
          for (const { words } of drawn.words)
            expect(drawn.wordsAt + widthOfWords(words, 13.2)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
