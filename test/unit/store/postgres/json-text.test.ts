import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonOf, originalText, storableText, valueOf } from "#store/postgres/json-text.ts";

const pieces = ["\0", "\ud800", "\udbff\ud800", "\udfff", "\ufdd0", "\ufdd0z", "\ufdd0sd800", "\\"];
const more = ["\\u0000", "\\\\u0000", "\\ud800", '"', "u0000", "é", "😀"];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...more), fc.string({ unit: "binary" })))
  .map((parts) => parts.join(""));

/** What PostgreSQL refuses: NUL in any form, and half a pair. */
const isRefused = (json: string): boolean => {
  const { all } = JSON.parse(`{"all":${json}}`) as { all: unknown };
  return json.includes("\0") || /\0/.test(flat(all)) || half.test(flat(all));
};
const half = /[\ud800-\udfff]/u;
const flat = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? Object.entries(value)
          .flatMap(([key, one]) => [key, flat(one)])
          .join(" ")
      : "";

describe("text on its way into PostgreSQL", () => {
  it("comes back as it was, as a value, as a key and alone, and holds nothing that is refused", () => {
    fc.assert(
      fc.property(text, text, (key, value) => {
        const record = { [`k${key}`]: value, list: [value, { deep: value }], n: 1.5, none: null };
        const stored = jsonOf(record);
        expect(isRefused(stored)).toBe(false);
        expect(valueOf(stored)).toEqual(record);
        const alone = storableText(value);
        expect(alone.includes("\0") || half.test(alone)).toBe(false);
        expect(originalText(alone)).toBe(value);
      }),
    );
  });

  it("is the same where nothing has to be written around", () => {
    expect(jsonOf({ name: "C:\\u0000 \\ and é" })).toBe(
      JSON.stringify({ name: "C:\\u0000 \\ and é" }),
    );
    expect(storableText("rye")).toBe("rye");
  });
});
