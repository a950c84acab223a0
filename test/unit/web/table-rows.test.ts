import { describe, expect, it } from "vitest";
import type { Facet, TableColumn } from "#web/ui/table/table-column.ts";
import {
  columnsShown,
  countedFacets,
  pickedBeside,
  rowsOf,
  sortingIn,
} from "#web/ui/table/table-rows.ts";

interface Loaf {
  readonly name: string;
  readonly flour: string;
  readonly grams: number | null;
}

const loaves: readonly Loaf[] = [
  { name: "bâtard", flour: "wheat", grams: null },
  { name: "roll", flour: "wheat", grams: null },
  { name: "brick", flour: "rye", grams: 1000 },
];
const facets: readonly Facet<Loaf>[] = [
  {
    id: "flour",
    label: "Flour",
    options: ["wheat", "rye", "spelt"].map((value) => ({ value, label: value })),
    matches: ({ flour }, value) => flour === value,
  },
  {
    id: "size",
    label: "Size",
    options: [{ value: "known", label: "known" }],
    matches: ({ grams }) => grams !== null,
  },
];
const column = (id: keyof Loaf): TableColumn<Loaf> => ({ id, header: id, value: (one) => one[id] });

describe("rows of a table", () => {
  it("are those that every choice keeps", () => {
    expect(rowsOf(loaves, facets, ["wheat", "all"]).map(({ name }) => name)).toEqual([
      "bâtard",
      "roll",
    ]);
    expect(rowsOf(loaves, facets, ["wheat", "known"])).toEqual([]);
    expect(rowsOf(loaves, [], [])).toEqual(loaves);
  });

  it("are counted for each option with the other choices as they are", () => {
    const [flour, size] = countedFacets(loaves, facets, ["wheat", "known"]);
    expect(flour?.counts).toEqual(
      new Map([
        ["wheat", 0],
        ["rye", 1],
        ["spelt", 0],
      ]),
    );
    expect(size?.counts).toEqual(new Map([["known", 0]]));
  });
});

describe("columns of a table", () => {
  const columns = [column("grams"), column("name"), column("grams")];

  it("of which little is known are left out, but never the first", () => {
    const { shown, hidden } = columnsShown(loaves, columns);
    expect(shown).toEqual(columns.slice(0, 2));
    expect(hidden).toEqual(columns.slice(2));
  });

  it("all stay where there is no row", () => {
    expect(columnsShown([], columns).hidden).toEqual([]);
  });
});

it("no table is sorted by a column that it has not, whatever an address says", () => {
  const columns: TableColumn<Loaf>[] = [{ id: "name", header: "Loaf", value: (row) => row.name }];
  const by = (id: string) => ({ column: id, isDescending: true });
  expect(sortingIn(columns, by("name"))).toEqual(by("name"));
  for (const id of ["__proto__", "constructor", "grams", ""])
    expect(sortingIn(columns, by(id))).toBeNull();
  expect(sortingIn(columns, null)).toBeNull();
});

it("picked rows that are not seen are found in one pass", () => {
  const rows = Array.from({ length: 60_000 }, (_, place) => ({ name: String(place) }));
  const keyOf = ({ name }: { readonly name: string }): string => name;
  const seen = rows.slice(30_000).map((row) => ({ key: row.name, row }));
  const start = performance.now();
  const unseen = pickedBeside(rows, new Set(rows.map(keyOf)), keyOf, seen);
  expect(unseen).toEqual(rows.slice(0, 30_000));
  expect(performance.now() - start).toBeLessThan(1_000);
});
