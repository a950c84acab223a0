import { join } from "node:path";
import { expect, test } from "vitest";

// The screens belong to no layer that a test may import by name.
const screens = join(import.meta.dirname, "..", "..", "..", "..", "web", "src");
const { toCsv } = (await import(join(screens, "ui", "csv.ts"))) as {
  readonly toCsv: (
    columns: readonly string[],
    rows: readonly (readonly (string | number | null)[])[],
  ) => string;
};

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
