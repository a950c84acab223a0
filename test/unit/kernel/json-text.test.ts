import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonIn, parseJson } from "#kernel/json-text.ts";

describe("JSON of strangers", () => {
  it("reads as JSON does, brackets and quotation marks in texts as well", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
    for (const one of ["[".repeat(9_000), `\\"${"{".repeat(9_000)}`, "\\\\", '\\"'])
      expect(parseJson(JSON.stringify([one, one]))).toEqual([one, one]);
    const wide = `[${"[],".repeat(9_000)}{}]`;
    expect(parseJson(wide)).toHaveLength(9_001);
  });

  it.each([
    ["lists", "["],
    ["maps", '{"a":'],
    ["lists behind texts", '["\\\\\\"",'],
    ["lists behind a text that ends in a backslash", '["\\\\",'],
  ])("is refused before it costs memory where %s nest for ever", (_, unit) => {
    const text = unit.repeat(4_000_000 / unit.length);
    const start = performance.now();
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(jsonIn(text)).toBeUndefined();
    // JSON.parse takes seconds.
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("ends in one pass where no text is closed", () => {
    const text = `"${'\\"'.repeat(2_000_000)}`;
    const start = performance.now();
    expect(jsonIn(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
