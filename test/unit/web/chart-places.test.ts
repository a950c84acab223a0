import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAxis, timeAxis } from "#web/ui/chart/axis.ts";
import { eventsHeight, placeEvents, type EventLine } from "#web/ui/chart/event-rows.ts";
import { placeLabels } from "#web/ui/chart/label-places.ts";
import { plotGeometry, type PlotInput } from "#web/ui/chart/plot-geometry.ts";
import { fitWords, widthOfWords, wrapWords } from "#web/ui/chart/words-width.ts";

describe("labels at the ends of lines", () => {
  const at = (...ys: readonly number[]) => ys.map((y) => ({ y, height: 16 }));

  it("stay where they are while none covers another", () => {
    expect(placeLabels(at(10, 40, 100), [0, 200])).toEqual([10, 40, 100]);
  });

  it("part by as much as is needed, to both sides, in any order", () => {
    expect(placeLabels(at(104, 96), [0, 200])).toEqual([108, 92]);
    expect(placeLabels(at(100, 100, 100), [0, 200])).toEqual([84, 100, 116]);
  });

  it("stay within the plot", () => {
    expect(placeLabels(at(0, 200), [0, 200])).toEqual([8, 192]);
    expect(placeLabels(at(199, 200), [0, 200])).toEqual([176, 192]);
  });

  const labels = fc.array(
    fc.record({
      y: fc.double({ min: -50, max: 350, noNaN: true }),
      height: fc.constantFrom(16, 32),
    }),
    { maxLength: 9 },
  );

  it("never overlap, keep their order, and stay within the plot where all have room", () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        const placed = placeLabels(wanted, [0, 300]);
        const boxes = wanted
          .map(({ y, height }, index) => ({ y, height, middle: placed[index] ?? Number.NaN }))
          .sort((a, b) => a.middle - b.middle);
        for (const [index, box] of boxes.entries()) {
          expect(Number.isFinite(box.middle)).toBe(true);
          expect(box.middle - box.height / 2).toBeGreaterThanOrEqual(-1e-6);
          const before = boxes[index - 1];
          if (before === undefined) continue;
          expect(before.y).toBeLessThanOrEqual(box.y);
          const room = (before.height + box.height) / 2;
          expect(box.middle - before.middle).toBeGreaterThanOrEqual(room - 1e-6);
        }
        const needed = wanted.reduce((sum, { height }) => sum + height, 0);
        const last = boxes.at(-1);
        if (last !== undefined && needed <= 300)
          expect(last.middle + last.height / 2).toBeLessThanOrEqual(300 + 1e-6);
      }),
    );
  });
});

describe("events above a chart", () => {
  const event = (at: number, word: string, kind: EventLine["kind"] = "release"): EventLine => ({
    at,
    word,
    kind,
  });
  const itself = (at: number): number => at;

  it("share a row where their words have room, and stay within the picture", () => {
    const placed = placeEvents([event(300, "v2"), event(2, "mandate")], itself, 600);
    expect(placed.map(({ word, row }) => [word, row])).toEqual([
      ["mandate", 0],
      ["v2", 0],
    ]);
    expect(placed[0]?.from).toBe(0);
    const [last] = placeEvents([event(600, "as of 3 Mar 2026", "as-of")], itself, 600);
    expect(last?.to).toBe(600);
  });

  it("give the row next to the plot to the day looked at, then to mandates, and to the newest release", () => {
    const placed = placeEvents(
      [
        event(100, "v1"),
        event(101, "v2"),
        event(102, "mandate", "mandate"),
        event(103, "now", "as-of"),
      ],
      itself,
      600,
    );
    expect(placed.map(({ word, row }) => [word, row])).toEqual([
      ["v1", null],
      ["v2", 2],
      ["mandate", 1],
      ["now", 0],
    ]);
  });

  it("take no more room than for their rows", () => {
    expect(eventsHeight([])).toBe(12);
    expect(eventsHeight([{ row: 0 }, { row: 1 }, { row: null }])).toBe(42);
  });

  it("never run into each other, and none is lost", () => {
    const found = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 400 }),
        word: fc.string({ maxLength: 60, unit: "grapheme" }),
        kind: fc.constantFrom("release", "wave", "mandate", "as-of"),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(found, (events) => {
        const placed = placeEvents(events, itself, 400);
        expect(placed).toHaveLength(events.length);
        for (const [index, one] of placed.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(400 + 1e-6);
          for (const other of placed.slice(index + 1)) {
            if (one.row === null || one.row !== other.row) continue;
            expect(one.to < other.from || other.to < one.from).toBe(true);
          }
        }
      }),
    );
  });
});

describe("words in a picture", () => {
  it("are as wide as their letters", () => {
    expect(widthOfWords("ill", 10)).toBeLessThan(widthOfWords("MMM", 10));
    expect(widthOfWords("釜飯", 10)).toBe(24);
    expect(widthOfWords("", 10)).toBe(0);
  });

  it("break between words, then lose their middle", () => {
    const room = { width: 90, size: 13, linesAtMost: 2 };
    expect(wrapWords("at least 3 teams", room)).toEqual(["at least 3", "teams"]);
    const [line, ...more] = wrapWords("unpronounceable-service", room);
    expect(more).toEqual([]);
    expect(line).toMatch(/^unp.*….*ice$/);
  });

  it("fit, whatever they are, as long as one letter does", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: "grapheme" }), (words) => {
        expect(widthOfWords(fitWords(words, 60, 12), 12)).toBeLessThanOrEqual(60);
        const lines = wrapWords(words, { width: 60, size: 12, linesAtMost: 2 });
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOfWords(line, 12)).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe("a plot", () => {
  const from = Date.UTC(2024, 0);
  const to = Date.UTC(2026, 2);
  const input: PlotInput = {
    width: 700,
    height: 300,
    xAxis: timeAxis([from, to]),
    yAxis: countAxis(30),
    labels: [{ x: to, y: 22, words: "22 use it", tone: "use" }],
    events: [{ at: to, word: "as of 1 Mar 2026", kind: "as-of" }],
  };

  it("has its scales between its margins", () => {
    const plot = plotGeometry(input);
    expect(plot.x(from)).toBe(plot.left);
    expect(plot.x(to)).toBe(plot.right);
    expect(plot.y(0)).toBe(plot.bottom);
    expect(plot.y(30)).toBe(plot.top);
    expect(plot.labels[0]?.x).toBeGreaterThan(plot.right);
  });

  it("leaves out ticks in even steps", () => {
    const june = (date: number): number => Date.UTC(2026, 5, date);
    const xAxis = { domain: [june(1), june(30)], ticks: () => weeks } as const;
    const weeks = [7, 14, 21, 28].map((date) => ({ at: june(date), words: `${date} June 2026` }));
    const { xTicks } = plotGeometry({ ...input, width: 330, xAxis });
    expect(xTicks.map(({ words }) => words)).toEqual(["7 June 2026", "21 June 2026"]);
  });

  it("keeps ticks, notes and words from each other at any width, without NaN", () => {
    const notes = Array.from({ length: 14 }, (_, index) => ({
      at: from + ((to - from) * index) / 13,
      words: `${30 - index} watched`,
    }));
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 2560 }), (width) => {
        const plot = plotGeometry({ ...input, width, xAxis: { ...input.xAxis, notes } });
        expect(plot.right).toBeGreaterThan(plot.left);
        expect(plot.xNotes.at(-1)?.words).toBe("17 watched");
        for (const row of [plot.xTicks, plot.xNotes]) {
          let taken = -1;
          for (const { place, anchor, words } of row) {
            const wide = widthOfWords(words, 12);
            const start = place - { start: 0, middle: wide / 2, end: wide }[anchor];
            expect(start).toBeGreaterThan(taken);
            taken = start + wide;
          }
          expect(taken).toBeLessThanOrEqual(width + 1e-6);
        }
        expect([plot.left, plot.right, plot.top, plot.bottom].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
