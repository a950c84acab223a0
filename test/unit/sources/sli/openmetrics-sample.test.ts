import { describe, expect, it } from "vitest";
import { readSliOpenMetrics } from "#sources/sli/openmetrics.ts";

describe("samples of OpenMetrics", () => {
  const series = (labels: string, good: number) =>
    `sli_good_events_total{${labels}} 0 0\nsli_events_total{${labels}} 0 0\n` +
    `sli_good_events_total{${labels}} ${String(good)} 60\nsli_events_total{${labels}} 10 60\n`;
  const sums = (text: string) => {
    const { series: found, problems } = readSliOpenMetrics(text, "ovens.om");
    return {
      sums: [...found].map(([key, { slices }]) => [
        key,
        slices.reduce((sum, one) => sum + one.good, 0),
        slices.reduce((sum, one) => sum + one.total, 0),
      ]),
      problems: problems.map(({ line }) => line),
    };
  };

  it.each([
    ["blanks", 'slo = "a" , pod="1" ,', "a"],
    ["escapes", String.raw`slo="a\"b\\c"`, 'a"b\\c'],
    ["names in quotes", '"slo"="a","my.pod"="1"', "a"],
  ])("%s", (_, labels, key) => {
    expect(sums(series(labels, 9))).toEqual({ sums: [[key, 9, 10]], problems: [] });
  });

  it("the name may stand among the labels, tabs between the parts, blanks before them", () => {
    const text = series('slo="a"', 9)
      .replace(/^(\w+)\{/gm, ' {"$1", ')
      .replace(/\} /g, "}\t");
    expect(sums(text)).toEqual({ sums: [["a", 9, 10]], problems: [] });
  });

  it("keeps apart what any label tells apart, however it is written", () => {
    const long = "x".repeat(600);
    for (const [one, other] of [
      ['"my.pod"="1"', '"my.pod"="2"'],
      [`p="${long}1"`, `p="${long}2"`],
      [String.raw`p="\""`, String.raw`p="\\"`],
    ])
      expect(sums(series(`slo="a",${one ?? ""}`, 5) + series(`slo="a",${other ?? ""}`, 7))).toEqual(
        {
          sums: [["a", 12, 20]],
          problems: [],
        },
      );
  });

  it("refuses what is no label, or stands twice", () => {
    for (const labels of ['slo="a",!!', 'slo="a",slo="b"', 'slo="a" pod="1"', "slo=a", 'slo="a'])
      expect(sums(series(labels, 9))).toEqual({ sums: [], problems: [1, 2, 3, 4] });
  });
});
