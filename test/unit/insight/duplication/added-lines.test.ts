import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedLines } from "#insight/duplication/similar/added-lines.ts";

const bytesOf = (lines: readonly string[]): Uint8Array =>
  Buffer.from(lines.map((line) => `${line}\n`).join(""));
const added = (before: readonly string[] | null, after: readonly string[]): number[] =>
  [...addedLines(before === null ? null : bytesOf(before), bytesOf(after)).keys()].filter(
    (line) => addedLines(before === null ? null : bytesOf(before), bytesOf(after))[line] === 1,
  );

/** Length of the longest common subsequence, by the book. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, at) => {
      next.push(x === y ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (line === part[at]) at++;
  return at === part.length;
}

const lines = fc.array(fc.constantFrom("a", "b", "c", "}", ""), { maxLength: 30 });

describe("lines that a change adds", () => {
  it("are all those of a new file, and none of an unchanged one", () => {
    expect(added(null, ["a", "b"])).toEqual([1, 2]);
    expect(added(["a", "b"], ["a", "b"])).toEqual([]);
    expect(added(["a", "c"], ["a", "b", "c"])).toEqual([2]);
    expect(added(["a", "b", "c"], ["a"])).toEqual([]);
  });

  it("do not change with white space at the end of lines", () => {
    expect(addedLines(Buffer.from("a\r\nb  \n"), Buffer.from("a\nb")).includes(1)).toBe(false);
  });

  it("leave what both have, and are as few as can be", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const flags = addedLines(bytesOf(before), bytesOf(after));
        expect(flags).toHaveLength(after.length + 1);
        const kept = after.filter((_, at) => flags[at + 1] === 0);
        expect(isWithin(kept, before)).toBe(true);
        expect(kept).toHaveLength(commonLength(before, after));
      }),
    );
  });

  it("count everything between the ends as new where two texts have nothing in common", () => {
    const many = (word: string): string[] => Array.from({ length: 3000 }, (_, n) => `${word} ${n}`);
    const flags = addedLines(
      bytesOf(["same", ...many("old"), "end"]),
      bytesOf(["same", ...many("new"), "end"]),
    );
    expect(flags.reduce((sum, one) => sum + one, 0)).toBe(3000);
    expect([flags[1], flags[2], flags.at(-1)]).toEqual([0, 1, 0]);
  });

  it("hold for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        expect([...addedLines(before, after)].every((flag) => flag <= 1)).toBe(true);
      }),
    );
  });
});
