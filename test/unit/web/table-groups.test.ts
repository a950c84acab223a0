import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { groupingColumns, groupsOf, isGroup, linesOf, turned } from "#web/ui/table/table-groups.ts";

const loaves = [
  { key: "a", row: "wheat" },
  { key: "b", row: "" },
  { key: "c", row: "rye 10" },
  { key: "d", row: "rye 9" },
  { key: "e", row: "wheat" },
];
const flour = (row: string): string | null => (row === "" ? null : row);
const opened = { all: false, but: [] };

describe("groups of rows", () => {
  it("stand by name, numbers by size, what is not known last; rows keep their order", () => {
    const groups = groupsOf(loaves, flour);
    expect(groups.map(({ name }) => name)).toEqual(["rye 9", "rye 10", "wheat", ""]);
    expect(groups[2]?.rows.map(({ key }) => key)).toEqual(["a", "e"]);
    expect(groupsOf(loaves, flour, true).map(({ name }) => name)).toEqual([
      "wheat",
      "rye 10",
      "rye 9",
      "",
    ]);
  });

  it("hold each row once, whatever their names are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (names) => {
        const rows = names.map((row, place) => ({ key: String(place), row }));
        const keys = groupsOf(rows, flour).flatMap((group) => group.rows.map(({ key }) => key));
        expect(keys.toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
      }),
    );
  });

  it("show their rows where they are open: all but some, or none but some", () => {
    const groups = groupsOf(loaves, flour);
    const said = (folds: Parameters<typeof linesOf>[1]): string =>
      linesOf(groups, folds)
        .map((line) => (isGroup(line) ? `${line.group.name}${line.isOpen ? ":" : ""}` : line.key))
        .join(" ");
    expect(said(opened)).toBe("rye 9: d rye 10: c wheat: a e : b");
    expect(said({ all: false, but: ["wheat"] })).toBe("rye 9: d rye 10: c wheat : b");
    expect(said({ all: true, but: ["wheat"] })).toBe("rye 9 rye 10 wheat: a e ");
  });

  it("are turned over one by one, and back", () => {
    const once = turned(opened, "wheat");
    expect(once).toEqual({ all: false, but: ["wheat"] });
    expect(turned(once, "wheat")).toEqual(opened);
  });
});

describe("what rows are gathered by", () => {
  const column = (groupOf?: (row: string) => string | null): TableColumn<string> => ({
    id: "flour",
    header: "Flour",
    value: (row) => row,
    ...(groupOf === undefined ? {} : { groupOf }),
  });

  it("is a category that brings some together, and not all", () => {
    const rows = ["wheat", "wheat", "rye"];
    expect(groupingColumns(rows, [column(flour)])).toHaveLength(1);
    expect(groupingColumns(rows, [column()])).toEqual([]);
    expect(groupingColumns(["wheat", "wheat"], [column(flour)])).toEqual([]);
    expect(groupingColumns(["wheat", "rye"], [column(flour)])).toEqual([]);
  });
});
