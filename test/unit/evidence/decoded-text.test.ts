import fc from "fast-check";
import { expect, it } from "vitest";
import { decodedText } from "#evidence/decoded-text.ts";

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

it("decodes what spreadsheets and forms export, with and without marks", () => {
  const text = "Bäckerei;Öfen\r\nÄlter;2\r\n";
  const wide = Buffer.from(text, "utf16le");
  for (const [bytes, encoding] of [
    [Buffer.from(text), null],
    [Buffer.from(`\uFEFF${text}`), null],
    [Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
    [swapped(Buffer.from(`\uFEFF${text}`, "utf16le")), "utf-16be"],
    [Buffer.from(text, "latin1"), "windows-1252"],
    [Buffer.from(""), null],
    [Buffer.from("a"), null],
  ] as const)
    expect(decodedText(bytes)).toEqual({
      text: bytes.length < 2 ? bytes.toString() : text,
      encoding,
    });
  const plain = Buffer.from("id,title\n", "utf16le");
  expect(decodedText(plain)).toEqual({ text: "id,title\n", encoding: "utf-16le" });
  expect(decodedText(swapped(plain)).encoding).toBe("utf-16be");
  expect(decodedText(wide).encoding).toBe("utf-16le");
});

it("gives back any text in UTF-8, and takes any bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.startsWith("\uFEFF") && !text.slice(0, 4).includes("\0"));
      expect(decodedText(Buffer.from(text)).text).toBe(Buffer.from(text).toString());
    }),
    { numRuns: 50 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => typeof decodedText(bytes).text === "string"),
    { numRuns: 50 },
  );
});
