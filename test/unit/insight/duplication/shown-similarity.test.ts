import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findClones } from "#insight/duplication/find-clones.ts";

const operators = ["+", "-", "*", "/", "%", "&&", "||", "??", "<", ">", "===", "!=="] as const;

/** No two lines have the same form, so that only what is the same is alike. */
function line(word: string, at: number): string {
  let seed = Array.from(`${word}${String(at)}`).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521,
    at * 7919 + 1,
  );
  const next = (below: number): number => (seed = (seed * 171 + 11) % 65_521) % below;
  const parts = Array.from({ length: 3 + next(5) }, (_, part) => {
    const name = `${word}${String(at)}${"abcdefgh"[part] ?? ""}`;
    const operand = [name, `${name}()`, `${name}[${String(next(99))}]`, `!${name}`][next(4)];
    return `${operand ?? name} ${operators[next(operators.length)] ?? "+"} `;
  });
  return `  ${word}${String(at)} = ${parts.join("")}${String(next(999))};`;
}
const lines = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => line(word, at));
const source = (key: string, text: readonly string[]) => ({
  key,
  path: key,
  bytes: new TextEncoder().encode(`${text.join("\n")}\n`),
});

/** Lines in common, in their order, of two texts: counted by hand. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const one of a) {
    const next = new Uint32Array(b.length + 1);
    for (const [at, other] of b.entries())
      next[at + 1] = one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    row = next;
  }
  return row[b.length]!;
}

/** Of each class: what it tells, and the lowest similarity of the lines that it shows to one of its copies, whichever suits it best. */
function toldAndShown(files: ReadonlyMap<string, readonly string[]>) {
  const report = findClones([...files].map(([key, text]) => source(key, text)));
  return report.classes.map(({ similarity, copies }) => {
    const shown = copies.map(({ file, start, end }) =>
      (files.get(report.keys[file] ?? "") ?? []).slice(start - 1, end),
    );
    const lowest = shown.map((one) =>
      Math.min(...shown.map((other) => inCommon(one, other) / Math.max(one.length, other.length))),
    );
    return { similarity, shown: Math.max(...lowest) };
  });
}

describe("what a class tells of its similarity", () => {
  it("is of the lines that it shows, where a copy ends before the representative does", () => {
    const recipe = lines("dough", 40);
    const found = toldAndShown(
      new Map([
        ["a.js", [...recipe, ...lines("north", 8)]],
        ["b.js", [...recipe, ...lines("south", 9)]],
        ["c.js", [...recipe.slice(0, 36), ...lines("west", 10)]],
      ]),
    );
    expect(found).toEqual([{ similarity: 0.9, shown: 0.9 }]);
  });

  it("is never more than what is counted by hand", () => {
    const recipe = lines("dough", 48);
    const part = fc.record({
      from: fc.nat(12),
      to: fc.integer({ min: 30, max: 48 }),
      changed: fc.uniqueArray(fc.nat(47), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (parts) => {
        const files = parts.map(({ from, to, changed }, index): [string, string[]] => {
          const word = `file${"abcde"[index] ?? ""}`;
          const own = recipe.map((one, at) => (changed.includes(at) ? line(word, at + 100) : one));
          return [
            `${word}.js`,
            [...lines(`${word}x`, 4), ...own.slice(from, to), ...lines(`${word}y`, 4)],
          ];
        });
        for (const { similarity, shown } of toldAndShown(new Map(files)))
          expect(similarity).toBeLessThanOrEqual(shown + 0.001);
      }),
      { numRuns: 60 },
    );
  });
});
