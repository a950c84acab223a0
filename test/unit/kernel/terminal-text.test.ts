import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

describe("text of strangers on a terminal", () => {
  test.each([
    ["colours", "\u001b[31mred\u001b[0m oven", "red oven"],
    ["a new title of the window", "\u001b]0;owned\u0007rye", "rye"],
    ["a link", "\u001b]8;;https://bad.example\u001b\\click\u001b]8;;\u001b\\", "click"],
    ["an unfinished sequence", "rye\u001b[", "rye"],
    ["C1 controls", "\u009b2Jrye\u0085loaf", "rye loaf"],
    ["right-to-left override", "loaf\u202Egnp.exe", "loafgnp.exe"],
    ["zero width", "lo\u200baf", "loaf"],
    ["line ends", "one\r\ntwo\tthree", "one two three"],
    ["half a pair of surrogates", "loaf\ud83d", "loaf"],
    ["letters of any script stay", "Bäckerei 面包 🥖", "Bäckerei 面包 🥖"],
  ])("%s", (_, text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  test("whatever it is, nothing is left that a terminal would obey, in linear time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(terminalText(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
    const start = processorMilliseconds();
    terminalText("\u001b]".repeat(100_000));
    terminalText(`\u001b[${"0".repeat(300_000)}`);
    expect(processorMilliseconds() - start).toBeLessThan(2_000);
  });

  test("JSON keeps its value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = terminalJson(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
