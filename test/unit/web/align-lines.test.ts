import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignLines, type AlignedRow } from "#web/features/duplication/align-lines.ts";
import { pairLines } from "#web/features/duplication/pair-lines.ts";

const line = fc.array(fc.constantFrom("knead", "bake", "(", ")", " ", "rye", "1"), {
  maxLength: 5,
});
const lines = fc.array(
  line.map((words) => words.join(" ")),
  { maxLength: 8 },
);

describe("changed lines", () => {
  it("stand opposite those that are most alike", () => {
    const pairs = pairLines(
      ["bake(rye, 200)", "sell(rye)"],
      ["# warm up first", "bake(rye, 220)", "sell(rye, 1)"],
    );
    expect(pairs).toEqual([
      [undefined, "# warm up first"],
      ["bake(rye, 200)", "bake(rye, 220)"],
      ["sell(rye)", "sell(rye, 1)"],
    ]);
  });

  it("stand alone where they have nothing in common", () => {
    expect(pairLines(["knead the dough"], ["return 42"])).toEqual([
      ["knead the dough", undefined],
      [undefined, "return 42"],
    ]);
  });

  it("are each told once and in order", () => {
    fc.assert(
      fc.property(lines, lines, (removed, added) => {
        const pairs = pairLines(removed, added);
        expect(pairs.flatMap(([one]) => one ?? [])).toEqual(removed);
        expect(pairs.flatMap(([, other]) => other ?? [])).toEqual(added);
        expect(pairs.some(([one, other]) => one === undefined && other === undefined)).toBe(false);
      }),
    );
  });

  it("are paired in order where there are too many to compare", () => {
    const many = Array.from({ length: 101 }, (_, index) => `bake ${String(index)}`);
    const pairs = pairLines(many, many.slice(1));
    expect(pairs[0]).toEqual(["bake 0", "bake 1"]);
    expect(pairs.at(-1)).toEqual(["bake 100", undefined]);
  });
});

const side = (rows: readonly AlignedRow[], which: "left" | "right"): string =>
  rows
    .flatMap((row) => row[which] ?? [])
    .map(({ pieces }) => pieces.map(({ text }) => text).join(""))
    .join("\n");

describe("two texts side by side", () => {
  it("mark the words that differ and no others", () => {
    const [first, second] = alignLines("knead\nbake(rye, 200)", "knead\nbake(rye, 220)");
    expect(first).toMatchObject({ isSame: true, left: { number: 0 }, right: { number: 0 } });
    expect(second?.isSame).toBe(false);
    const changed = (which: "left" | "right"): readonly string[] =>
      (second?.[which]?.pieces ?? []).filter(({ isSame }) => !isSame).map(({ text }) => text);
    expect([changed("left"), changed("right")]).toEqual([["200"], ["220"]]);
  });

  it("take lines that differ in their margin for the same", () => {
    expect(alignLines("  bake", "bake").map(({ isSame }) => isSame)).toEqual([true]);
  });

  it("lose no line, and number each from the first of its own text", () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const [left, right] = [one.join("\n"), other.join("\n")];
        const rows = alignLines(left, right);
        for (const which of ["left", "right"] as const) {
          const numbers = rows.flatMap((row) => row[which]?.number ?? []);
          expect(numbers).toEqual(numbers.map((_, index) => index));
        }
        const bare = (text: string): string =>
          text
            .split("\n")
            .map((text_) => text_.trim())
            .join("\n");
        expect(bare(side(rows, "left"))).toBe(bare(left));
        expect(bare(side(rows, "right"))).toBe(bare(right));
      }),
    );
  });
});
