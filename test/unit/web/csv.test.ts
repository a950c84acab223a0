import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "#web/ui/csv.ts";

test.each([
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+1", "'+1"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1+1", "'  =1+1"],
  ["\t=1", `"'\t=1"`],
  ["\n=1", `"'\n=1"`],
  ["＝1", "'＝1"],
  ["rye;=1+1", `"rye;=1+1"`],
  ["rye\t=1+1", `"rye\t=1+1"`],
  [`a "b", c`, `"a ""b"", c"`],
  ["rye - wheat", "rye - wheat"],
])("a cell of %j is no formula, nor is any part of it: %j", (cell, csv) => {
  expect(toCsv(["Loaf"], [[cell]])).toBe(`Loaf\r\n${csv}`);
});

test("numbers stay numbers, below zero as well, and nothing is an empty cell", () => {
  expect(toCsv(["a", "b", "c"], [[-2, 0.5, null]])).toBe("a,b,c\r\n-2,0.5,");
});

/** A reader of RFC 4180, as the other side has one. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let end = ""; cell.lastIndex < csv.length || end === ",";) {
    const [, text = "", separator = ""] = cell.exec(csv) ?? [];
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (separator === "\r\n") rows.push([]);
    end = separator;
    if (separator === "") break;
  }
  return rows;
}

test("whatever stands in the cells, as many rows and columns come out as went in, and the same texts", () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from(`ab",;\t\r\n=+-@ '`)) });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, fc.integer()), { minLength: 1 }), (rows) => {
      const [, ...found] = parsed(toCsv(["a", "b", "c"], rows));
      expect(found).toHaveLength(rows.length);
      for (const [place, [first, second, number]] of rows.entries()) {
        const cells = found[place] ?? [];
        expect(cells).toHaveLength(3);
        expect([first, `'${first}`]).toContain(cells[0]);
        expect([second, `'${second}`]).toContain(cells[1]);
        expect(cells[2]).toBe(String(number));
      }
    }),
  );
});
