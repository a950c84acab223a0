import { describe, expect, it } from "vitest";
import { readCsv, readRows } from "#sources/rows.ts";

describe("CSV of spreadsheets", () => {
  it("is parted by what its first line has most of, or says", () => {
    const values = (text: string) => readCsv(text).rows.map((row) => Object.values(row.value));
    expect(values("a;b\n1;2,5\n")).toEqual([["1", "2,5"]]);
    expect(values("a\tb\n1\t2;5\n")).toEqual([["1", "2;5"]]);
    expect(values('"a;b;c",d\n1,2\n')).toEqual([["1", "2"]]);
    const told = readCsv("sep=;\r\na;b\r\n1;2\r\n");
    expect(told.rows).toEqual([{ value: { a: "1", b: "2" }, line: 3 }]);
  });

  it("keeps every cell: of blank names and of repeated ones", () => {
    expect(readCsv("a,,a,\n1,2,3,4\n").rows[0]?.value).toEqual({
      a: "1, 3",
      "column 2": "2",
      "column 4": "4",
    });
  });

  it("says where it was cut", () => {
    const text = `a\n${"1\n".repeat(20_005)}`;
    expect(readCsv(text)).toMatchObject({ problems: [{ text: expect.stringContaining("first") }] });
    expect(readCsv(text).rows.length).toBeLessThanOrEqual(20_001);
    const lines = '{"a":1}\n'.repeat(20_005);
    expect(readRows("a.ndjson", lines, null).problems).toHaveLength(1);
  });
});
