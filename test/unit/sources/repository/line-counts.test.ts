import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesGone as compare } from "#sources/repository/line-counts.ts";

/** Line by line, without a look at what they begin and end with. */
function plainly(before: string, after: string, later: string) {
  const says = (line: string) => line.length > 1 && /[a-z]/i.test(line);
  const count = (text: string, line: string) =>
    text.split("\n").filter((one) => one.trim() === line).length;
  const lines = new Set(after.split("\n").map((line) => line.trim()));
  let added = 0;
  let gone = 0;
  for (const line of [...lines].filter(says)) {
    const kept = Math.min(count(before, line), count(after, line));
    const fresh = count(after, line) - kept;
    added += fresh;
    gone += fresh - Math.min(fresh, Math.max(0, count(later, line) - kept));
  }
  return { added, gone };
}

describe("lines added and gone", () => {
  it("are what a later version no longer has", () => {
    expect(compare("a1\nb1", "a1\nb1\nc1\nd1", "a1\nd1")).toEqual({ added: 2, gone: 1 });
    expect(compare("", "a1\nb1", "a1\nb1")).toEqual({ added: 2, gone: 0 });
    expect(compare("", "a1\nb1", "")).toEqual({ added: 2, gone: 2 });
  });

  it("do not count lines that only moved, space around them, or braces", () => {
    expect(compare("a1\nb1", "b1\n  a1\n}", "a1")).toEqual({ added: 0, gone: 0 });
  });

  it("keep the older of equal lines: one of two is fresh, and goes first", () => {
    expect(compare("a1", "a1\na1", "a1")).toEqual({ added: 1, gone: 1 });
  });

  it("are never more than were added, and nothing is gone while nothing changes", () => {
    const text = fc
      .array(fc.constantFrom("a1", "b1", "c1", "{", ""))
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, text, (before, after, later) => {
        const { added, gone } = compare(before, after, later);
        const same = compare(before, after, after);
        return gone <= added && same.gone === 0 && same.added === added;
      }),
    );
  });

  it("are the same as counted in whole texts", () => {
    const part = fc
      .array(fc.constantFrom("a1", "b1", " a1", "c", "ab1", "{", ""), { maxLength: 6 })
      .map((lines) => lines.join("\n"));
    const version = fc.tuple(part, part, part, fc.constantFrom("", "\n")).map(
      ([start, own, end, last]) =>
        (middle: string) =>
          `${start}\n${middle}${own}\n${end}${last}`,
    );
    fc.assert(
      fc.property(version, part, part, part, (around, before, after, later) => {
        const [one, two, three] = [around(before), around(after), around(later)];
        expect(compare(one, two, three)).toEqual(plainly(one, two, three));
        expect(compare("", two, three)).toEqual(plainly("", two, three));
        expect(compare(before, after, later)).toEqual(plainly(before, after, later));
      }),
      { numRuns: 500 },
    );
  });
});
