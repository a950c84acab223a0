import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunksOf } from "#sources/sli/chunks.ts";
import { increasesOf } from "#sources/sli/counter-increases.ts";
import { readSliCsv } from "#sources/sli/csv.ts";
import { readSliOpenMetrics } from "#sources/sli/openmetrics.ts";

describe("counts in CSV", () => {
  const read = (...rows: string[]) =>
    readSliCsv(["slo,from,to,good,total", ...rows].join("\r\n"), "ovens.csv");
  it("reads stretches of events with the line of each", () => {
    const { series, problems } = read(
      "ovens/loaves,2026-11-23T00:00:00Z,2026-11-23T01:00:00Z,9,10",
      "ovens/loaves,1795395600,1795402800,20,20",
      "",
    );
    expect(problems).toEqual([]);
    expect(series.get("ovens/loaves")).toMatchObject({
      sliceSeconds: 3_600,
      weighting: "events",
      slices: [
        { at: 1_795_392_000, good: 9, total: 10, line: 2 },
        { at: 1_795_395_600, good: 10, total: 10, line: 3 },
        { at: 1_795_399_200, good: 10, total: 10, line: 3 },
      ],
    });
  });

  it("counts a row given twice once, and refuses with its line what cannot be", () => {
    const { series, problems } = read(
      "a,0,60,1,1",
      "a,0,60,1,1",
      "a,30,90,1,1",
      "a,60,120,3,2",
      "a,1795392000000,1795392060000,1,1",
      "a,120,60,1,1",
      "a,120,180,99.9%,1",
      "a,yesterday,180,1,1",
      "a,180,270,1,1",
      "a,240",
    );
    // 60 s and 90 s are two and three times 30 s.
    expect(series.get("a")).toMatchObject({ sliceSeconds: 30 });
    expect(series.get("a")?.slices).toHaveLength(5);
    expect(
      problems.map((one) => [one.line, one.text]).sort((x, y) => Number(x[0]) - Number(y[0])),
    ).toEqual([
      [4, "it overlaps line 2"],
      [5, "more good events than events"],
      [6, "the time is in milliseconds: write seconds"],
      [7, "it ends before it begins"],
      [8, "good and total must be numbers of 0 or more"],
      [9, '"yesterday" is no time: write 2026-11-23T12:00:00Z, or seconds since 1970'],
      [11, '"" is no time: write 2026-11-23T12:00:00Z, or seconds since 1970'],
    ]);
  });

  it("adds up days by the clock of a place, one of which has 23 hours and one 25", () => {
    const row = (from: string, to: string, good: number) => `a,${from},${to},${String(good)},240`;
    const { series, problems } = read(
      row("2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", 239),
      row("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 230),
      row("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", 240),
    );
    expect(problems).toEqual([]);
    const found = series.get("a");
    expect(found?.sliceSeconds).toBe(3_600);
    expect(found?.slices).toHaveLength(24 + 23 + 25);
    expect(found?.stretches?.map(({ from, to }) => (to - from) / 3_600)).toEqual([24, 23, 25]);
    expect(found?.slices.reduce((sum, one) => sum + one.good, 0)).toBeCloseTo(709, 6);
  });

  it("keeps pods apart, and adds them", () => {
    const { series, problems } = readSliCsv(
      "slo,from,to,good,total,pod,note\na,0,60,9,10,p1,x\na,0,60,9,10,p2,x\na,0,60,9,10,p2,y\na,0,60,8,10,p2,x\n",
      "ovens.csv",
    );
    expect(series.get("a")?.slices).toEqual([{ at: 0, good: 18, total: 20, line: 3 }]);
    // What a column of another name tells apart is not guessed at: it is said.
    expect(problems.map((one) => one.line)).toEqual([4, 5]);
  });

  it("refuses days that are none, columns that stand twice, and files without rows", () => {
    const day = (from: string) =>
      read(`a,${from},2027-01-01T00:00:00Z,1,2`).problems.map(({ text }) => text);
    expect(day("2026-02-30T00:00:00Z")).toEqual(['"2026-02-30T00:00:00Z" is no time']);
    expect(day("2026-02-28T24:00:00Z")).toEqual([]);
    const twice = readSliCsv("slo,from,to,good,total,Total\na,0,60,1,2,3\n", "ovens.csv");
    expect(twice.series.size).toBe(0);
    expect(twice.problems).toMatchObject([
      { line: 1, text: "the columns total stand there twice" },
    ]);
    expect(readSliCsv("slo,from,to,good,total\n", "a.csv").problems).toMatchObject([
      { line: 1, text: "it holds no rows" },
    ]);
  });

  it("shares what slices a file may have among its objectives", () => {
    const rows = Array.from({ length: 300 }, (_, at) => {
      const slo = `s${String(at)}`;
      return [`${slo},0,1,1,1`, `${slo},1,99999,1,1`];
    });
    const { series } = read(...rows.flat());
    const slices = [...series.values()].reduce((sum, one) => sum + one.slices.length, 0);
    expect(slices).toBeLessThan(200_000);
    for (const one of series.values())
      expect(one.slices.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(2, 6);
  });

  it("bounds the slices of rows that have no length in common", () => {
    const { series } = read("a,0,100000000.001,1,1", "a,200000000,200000000.001,1,1");
    expect(series.get("a")?.slices.length).toBeLessThan(200_000);
    const total = series.get("a")?.slices.reduce((sum, one) => sum + one.total, 0);
    expect(total).toBeCloseTo(2, 6);
  });

  it("reads what spreadsheets of other countries separate", () => {
    for (const text of [
      "sep=;\r\nslo;from;to;good;total\r\novens/loaves;0;60;9;10\r\n",
      "slo;from;to;good;total\novens/loaves;0;60;9;10\n",
      'slo\tfrom\tto\tgood\ttotal\n"ovens/loaves"\t0\t60\t9\t10\n',
    ]) {
      const { series, problems } = readSliCsv(text, "a.csv");
      expect(problems).toEqual([]);
      expect(series.get("ovens/loaves")?.slices).toMatchObject([{ at: 0, good: 9, total: 10 }]);
    }
  });

  it("reads separators within quotes, and refuses what is never closed with its line", () => {
    const { series, problems } = read('"ovens, all",0,60,1,1', '"open,0,60,1,1', "shut,0,60,1,1");
    expect([...series.keys()]).toEqual(["ovens, all", "shut"]);
    expect(problems).toMatchObject([{ line: 3, text: "a quote is not closed" }]);
  });

  it("asks for the columns it misses", () => {
    expect(readSliCsv("slo,good\n", "a.csv").problems[0]?.text).toContain(
      "from, to, total are missing",
    );
  });
});

describe("counters in OpenMetrics", () => {
  it("reads good or bad beside total, and nothing else", () => {
    const { series, problems } = readSliOpenMetrics(
      `# TYPE sli_events counter
sli_bad_events_total{service="ovens",slo="loaves"} 0 600
sli_events_total{service="ovens",slo="loaves"} 100 600
sli_bad_events_total{service="ovens",slo="loaves"} 5 660
sli_events_total{service="ovens",slo="loaves"} 150 660
crumbs_total 7 600
sli_events_total{slo="x"} 3
sli_events_total 3 660
sli_events_total{service="ovens",slo="loaves"} 151 660
# EOF`,
      "ovens.om",
    );
    expect(series.get("ovens/loaves")?.slices).toEqual([{ at: 600, good: 45, total: 50, line: 5 }]);
    expect(problems.map((one) => [one.line, one.text])).toEqual([
      [7, "it has no time"],
      [8, "it is no counter of an SLO"],
      [9, "it contradicts an earlier line of the same time"],
    ]);
  });

  it("says where a counter lacks its other, or is counted both ways", () => {
    const { series, problems } = readSliOpenMetrics(
      `sli_events_total{slo="a"} 1 600
sli_good_events_total{slo="a"} 1 660
sli_events_total{slo="a"} 2 660
sli_events_total{slo="a"} 3 720
sli_good_events_total{slo="a"} 2 720
sli_bad_events_total{slo="a"} 2 780
sli_events_total{slo="b"} 3 720
`,
      "ovens.om",
    );
    expect([...series.keys()]).toEqual(["a"]);
    expect(problems.map((one) => [one.line, one.text])).toEqual([
      [6, "its events were counted the other way round before"],
      [1, "1 totals of a have no part beside them"],
      [7, "b has fewer than two samples of both counters at the same time"],
    ]);
  });
});

describe("counters of several programs", () => {
  const pods = (
    rows: readonly (readonly [pod: string, at: string, good: number, total: number])[],
  ) =>
    rows
      .flatMap(([pod, at, good, total]) => [
        `sli_good_events_total{slo="a",pod="${pod}",code="2}\\"xx"} ${String(good)} ${at} # {trace_id="x"} 1 ${at}`,
        `sli_events_total{code="2}\\"xx",pod="${pod}",slo="a"} ${String(total)} ${at}`,
        `sli_events_created{slo="a",pod="${pod}"} 1 ${at}`,
      ])
      .join("\n");

  it("are as many series, each reset on its own, whatever second each is read at", () => {
    const { series, problems } = readSliOpenMetrics(
      `${pods([
        ["p1", "3600", 0, 0],
        ["p2", "3620.5", 90_000, 100_000],
        ["p1", "7200", 99, 100],
        ["p2", "7220.5", 90_050, 100_060],
        ["p1", "10800", 10, 10],
        ["p2", "1.08205e+04", 90_150, 100_160],
      ])}\n# EOF\n`,
      "ovens.om",
    );
    expect(problems).toEqual([]);
    expect(series.get("a")?.slices).toMatchObject([
      { at: 3_600, good: 149, total: 160 },
      { at: 7_200, good: 110, total: 110 },
    ]);
  });

  it("may have their name among the labels; a file without any is told of", () => {
    const rows = [60, 120].flatMap((at) => [
      `{"sli_events_total",slo="a"} ${String(at)} ${String(at)}`,
      `{"sli_bad_events_total", slo="a"} 1 ${String(at)}`,
    ]);
    expect(readSliOpenMetrics(rows.join("\n"), "a.om").series.get("a")?.slices).toEqual([
      { at: 60, good: 60, total: 60, line: 3 },
    ]);
    expect(readSliOpenMetrics("crumbs_total 7 600\n", "a.om").problems[0]?.text).toContain(
      "neither sli_events_total",
    );
  });

  it("are missed where only one of the two counters has them", () => {
    const { problems } = readSliOpenMetrics(
      'sli_good_events_total{slo="a"} 1 60\nsli_events_total{slo="a",pod="p1"} 1 60\nsli_events_total{slo="a",pod="p1"} 2 120 \n',
      "ovens.om",
    );
    expect(problems.map((one) => one.text)).toEqual([
      expect.stringContaining("a has fewer than two"),
      expect.stringContaining('pod="p1"'),
    ]);
  });

  it("that are read some milliseconds late or early count for the slice that they were due in", () => {
    const samples = Array.from({ length: 11 }, (_, index) => ({
      at: 600 + index * 60 + [0.031, -0.007, 0.4][index % 3]!,
      part: 19 * index,
      total: 20 * index,
      line: index,
    }));
    const { sliceSeconds, slices } = increasesOf(samples, "good");
    expect(sliceSeconds).toBe(60);
    expect(slices.map((one) => [one.at, one.good, one.total])).toEqual(
      Array.from({ length: 10 }, (_, index) => [600 + index * 60, 19, 20]),
    );
  });
});

describe("increases of counters", () => {
  const every = (step: number, totals: readonly number[]) =>
    totals.map((total, index) => ({ at: 600 + index * step, part: total, total, line: index + 1 }));

  it("take a fall for a reset and lose nothing that came after it", () => {
    const { slices, resetsCount } = increasesOf(every(60, [100, 130, 10, 30]), "good");
    expect(slices.map((one) => one.total)).toEqual([30, 10, 20]);
    expect(resetsCount).toBe(1);
  });

  it("take each of the two counters for itself: what one lost says nothing of the other", () => {
    const samples = [
      [990, 1_000],
      [5, 1_010],
      [12, 1_017],
    ].map(([part = 0, total = 0], index) => ({ at: 600 + index * 60, part, total, line: index }));
    const good = increasesOf(samples, "good").slices.map((one) => [one.good, one.total]);
    expect(good).toEqual([
      [5, 10],
      [7, 7],
    ]);
    const bad = increasesOf(samples, "bad").slices.map((one) => [one.good, one.total]);
    expect(bad).toEqual([
      [5, 10],
      [0, 7],
    ]);
  });

  it("leave a gap unobserved and count its events where the counter is seen again", () => {
    const samples = [
      ...every(60, [0, 10, 20]),
      ...every(60, [500, 510]).map((one) => ({ ...one, at: one.at + 3_600 })),
    ];
    const { slices, gapsCount } = increasesOf(samples, "good");
    expect(gapsCount).toBe(1);
    expect(slices.map((one) => [one.at, one.total])).toEqual([
      [600, 10],
      [660, 10],
      [4_140, 480],
      [4_200, 10],
    ]);
  });

  it("keep every event of a counter that never falls, however it is sampled", () => {
    const steps = fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 2_000 }), more: fc.nat(1_000) }),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        let at = 1_000;
        let total = 0;
        const samples = list.map(({ after, more }, index) => {
          at += after;
          total += more;
          return { at, part: total, total, line: index };
        });
        const { slices, sliceSeconds } = increasesOf(samples, "good");
        const kept = slices.reduce((sum, one) => sum + one.total, 0);
        expect(kept).toBeCloseTo(total - (samples[0]?.total ?? 0), 6);
        slices.forEach((one, index) => {
          expect(one.at % sliceSeconds).toBe(0);
          expect(one.at).toBeGreaterThan(slices[index - 1]?.at ?? -1);
          expect(one.good).toBeLessThanOrEqual(one.total);
        });
      }),
    );
  });
});

describe("chunks of a range", () => {
  it("cover every moment once, and whole ones do not move with the end", () => {
    const ranges = fc.tuple(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.integer({ min: 300, max: 5_000_000 }),
      fc.constantFrom(60, 300, 3_600),
    );
    fc.assert(
      fc.property(ranges, ([from, length, step]) => {
        const chunks = chunksOf(from, from + length, step);
        const moments = chunks.flatMap((one) =>
          Array.from(
            { length: (one.to - one.from) / step + 1 },
            (_, index) => one.from + index * step,
          ),
        );
        const expected = Math.floor((from + length) / step) - Math.floor(from / step);
        expect(moments).toHaveLength(expected);
        expect(new Set(moments).size).toBe(expected);
        const later = chunksOf(from, from + length + 86_400, step);
        for (const one of chunks.filter((chunk) => chunk.isWhole))
          expect(later).toContainEqual(one);
        for (const one of chunks) expect((one.to - one.from) / step).toBeLessThan(11_000);
      }),
    );
  });
});
