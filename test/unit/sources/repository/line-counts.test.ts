import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countLines, linesGone } from "#sources/repository/line-counts.ts";

const compare = (before: string, after: string, later: string) =>
  linesGone(countLines(before), countLines(after), countLines(later));

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
});
