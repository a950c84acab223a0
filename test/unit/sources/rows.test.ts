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

  it("counts lines as an editor does, whatever breaks them and whatever is blank", () => {
    const lines = (text: string) => readCsv(text).rows.map(({ line }) => line);
    expect(lines('a,b\r\n"x\r\ny",1\r\n\r\n2,3\r\n')).toEqual([2, 5]);
    expect(lines("a\r1\r2\r")).toEqual([2, 3]);
    expect(lines(`a\n${"\n".repeat(30_000)}1\n`)).toEqual([30_002]);
  });

  it("takes quotes as they come in hand-written files", () => {
    expect(readCsv('\uFEFFa,b\n1,v2" wide\n"x"y, 2\n').rows.map(({ value }) => value)).toEqual([
      { a: "1", b: 'v2" wide' },
      { a: '"x"y', b: " 2" },
    ]);
  });

  it("says where a quote opens that is never closed, and keeps what stands before it", () => {
    expect(readCsv('a,b\n1,2\n\n3,"4\n5,6\n')).toEqual({
      rows: [{ value: { a: "1", b: "2" }, line: 2 }],
      problems: [{ code: "invalid", text: expect.stringContaining("never closed"), line: 4 }],
    });
  });
});
