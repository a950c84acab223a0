import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nameControls, nameControlsOfJson } from "#web/api/control-characters.ts";
import { sentence } from "#web/ui/prose.tsx";

describe("direction controls", () => {
  it("are told by their number, every one, and nothing else changes", () => {
    expect(nameControls("a\u202Eb\u061Cc\u200Fd\u2066e")).toBe(
      "a⟨U+202E⟩b⟨U+061C⟩c⟨U+200F⟩d⟨U+2066⟩e",
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const named = nameControls(text);
        expect(named).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(nameControls(named)).toBe(named);
      }),
    );
  });

  it("are found in packed JSON without breaking it", () => {
    const report = { name: 'a\u202E"\\b', "key\u2067": [1] };
    expect(JSON.parse(nameControlsOfJson(JSON.stringify(report)))).toEqual({
      name: 'a⟨U+202E⟩"\\b',
      "key⟨U+2067⟩": [1],
    });
  });
});

describe("halves of a pair that stand alone", () => {
  it("are told by their number, so that every text can stand in an address", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.integer({ min: 0xd8_00, max: 0xdf_ff }),
        (text, half) => {
          const report = { name: `${text}${String.fromCharCode(half)} ` };
          const { name } = Object(JSON.parse(nameControlsOfJson(JSON.stringify(report))));
          expect(() => encodeURIComponent(name)).not.toThrow();
          expect(name).toBe(nameControls(report.name));
        },
      ),
    );
    expect(nameControls("\ud800x 🥖")).toBe("⟨U+D800⟩x 🥖");
    // As other writers of JSON write a pair.
    expect(JSON.parse(nameControlsOfJson('"\\uD83E\\udd56 \\uD83E"'))).toBe("🥖 ⟨U+D83E⟩");
  });
});

describe("a sentence", () => {
  test.each([
    ["lock files are missing", "Lock files are missing."],
    ["Is it known?", "Is it known?"],
    ["  rye  ", "Rye."],
    ["and so on…", "And so on…"],
    // What a repository calls itself is no word.
    ["oven-kit: 3 upgrades", "oven-kit: 3 upgrades."],
    ["@bakery/ui: 3 upgrades", "@bakery/ui: 3 upgrades."],
    ["success: all of it", "Success: all of it."],
  ])("%j reads %j", (note, said) => expect(sentence(note)).toBe(said));
});
