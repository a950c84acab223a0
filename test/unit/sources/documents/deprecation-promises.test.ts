import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deprecationPromises } from "#sources/documents/deprecation-promises.ts";

const read = (line: string) => deprecationPromises([line], [7])[0];
const endOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000 + 86_400;

describe("promises of an end", () => {
  it.each([
    ["`Oven.bake` is deprecated and will be removed on 2025-03-31", "2025-03-31"],
    ["The v1 API will be switched off on 31st of March 2025.", "2025-03-31"],
    ["- Deprecated: support until March 31, 2025, then removed", "2025-03-31"],
    ["It is deprecated and to be removed in February 2024", "2024-02-29"],
    ["This gem will be retired in Q2 2025", "2025-06-30"],
    ["Will be discontinued by the end of 2025", "2025-12-31"],
    ["End-of-life: December 2025", "2025-12-31"],
  ])("%s", (line, day) => {
    expect(read(line)).toMatchObject({ by: endOf(day), version: null, line: 7 });
  });

  it("may name a version instead, and the names that it is about", () => {
    expect(read("`Oven.bake` is deprecated and will be removed in version 5")).toMatchObject({
      by: null,
      version: "5",
      names: ["Oven.bake"],
    });
  });

  it.each([
    "This API is deprecated, but not expected to be removed before January 2024.",
    "The old oven is deprecated and will not be removed until 2025-03-31",
    "`Oven.bake` is deprecated; it won't be dropped until version 5",
    "The old oven is deprecated, to be dropped no earlier than March 31, 2025",
  ])("with a day before which nothing ends is open: %s", (line) => {
    expect(read(line)).toMatchObject({ by: null, version: null, line: 7 });
  });

  it("is not open for a word of another sentence", () => {
    const line = "It is not safe. It is deprecated and will be removed before 2025-03-31";
    expect(read(line)).toMatchObject({ by: endOf("2025-03-31") });
  });

  it.each([
    "Deprecated the old oven",
    "Removed deprecated methods in 4.0.0 (2025-01-01)".replace("in 4.0.0 ", ""),
    "The oven will be cleaned on 2025-03-31",
    "# 2.0.0 (2024-01-02)",
    "Deprecation warnings are printed",
  ])("is none: %s", (line) => {
    expect(read(line)).toBeUndefined();
  });

  it("is read in time that grows with the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const found = deprecationPromises(
          lines.map((line) => `deprecated, will be removed by ${line}`),
          [],
        );
        return found.length <= lines.length;
      }),
    );
  });
});
