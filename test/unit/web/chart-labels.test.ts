import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { eventRows, eventsHeight, type EventLine } from "#web/ui/chart/chart-parts.ts";
import { axisEnd, spreadLabels } from "#web/ui/chart/end-labels.ts";

describe("labels at the ends of lines", () => {
  it("stay where they are while none covers another", () => {
    expect(spreadLabels([10, 40, 100])).toEqual([0, 0, 0]);
  });

  it("move upwards from the lowest, in any order", () => {
    expect(spreadLabels([100, 95, 98])).toEqual([0, -25, -13]);
  });

  it("never cover each other, never change their order, and never move down", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 8 }), (ys) => {
        const shifts = spreadLabels(ys);
        const placed = ys.map((y, index) => y + (shifts[index] ?? 0)).sort((a, b) => a - b);
        for (const [index, y] of placed.slice(1).entries())
          expect(y - (placed[index] ?? 0)).toBeGreaterThanOrEqual(15);
        expect(shifts.every((shift) => shift <= 0)).toBe(true);
        for (const [a, one] of ys.entries())
          for (const [b, other] of ys.entries())
            if (one < other) expect(one + (shifts[a] ?? 0)).toBeLessThan(other + (shifts[b] ?? 0));
      }),
    );
  });
});

describe("the end of an axis", () => {
  test.each([
    [0, 1, 1],
    [1, 1, 1],
    [3, 1, 3],
    [4, 1, 4],
    [5, 2, 6],
    [34, 10, 40],
    [61, 20, 80],
    [120, 50, 150],
    [999, 500, 1000],
  ])("for %d has steps of %d up to %d", (largest, interval, max) => {
    expect(axisEnd(largest)).toEqual({ interval, max });
  });

  it("holds the largest value in at most five whole steps of 1, 2 or 5", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (largest) => {
        const { max, interval } = axisEnd(largest);
        expect(max).toBeGreaterThanOrEqual(largest);
        expect(Math.round(max / interval)).toBeLessThanOrEqual(5);
        expect(max % interval).toBe(0);
        expect(String(interval)).toMatch(/^[125]0*$/);
      }),
    );
  });
});

describe("events above a chart", () => {
  const event = (at: number, word: string): EventLine => ({ at, word, kind: "release" });

  it("share a row while their words have room, in the order of time", () => {
    const rows = eventRows([event(300, "v2"), event(0, "v1")], (at) => at);
    expect(rows.map(({ word, row }) => [word, row])).toEqual([
      ["v1", 0],
      ["v2", 0],
    ]);
    expect(eventsHeight(rows)).toBe(35);
  });

  it("never run into each other within a row", () => {
    const some = fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      word: fc.string({ minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (found) => {
        const rows = eventRows(
          found.map(({ at, word }) => event(at, word)),
          (at) => at,
        );
        expect(rows).toHaveLength(found.length);
        for (const [index, one] of rows.entries())
          for (const other of rows.slice(index + 1)) {
            if (one.row !== other.row) continue;
            const room = (one.word.length + other.word.length) * 3.4;
            expect(other.at - one.at).toBeGreaterThan(room);
          }
        expect(eventsHeight(rows)).toBe(35 + 15 * Math.max(0, ...rows.map(({ row }) => row)));
      }),
    );
  });
});
