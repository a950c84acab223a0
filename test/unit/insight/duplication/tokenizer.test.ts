import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageOf, languages } from "#insight/duplication/languages/languages.ts";
import { compileProfile } from "#insight/duplication/tokenize/compiled-profile.ts";
import {
  KIND_MASK,
  LINE_START,
  LITERAL,
  TEXT_MASK,
  WORD,
} from "#insight/duplication/tokenize/token-code.ts";
import { LONG_DELTA, Tokenizer } from "#insight/duplication/tokenize/tokenizer.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function tokenize(
  path: string,
  bytes: Uint8Array,
): { tokens: Uint16Array; lines: number[]; imports: number } {
  const language = languageOf(path, bytes);
  if (language === null) throw new Error(`no language for ${path}`);
  const tokenizer = new Tokenizer();
  tokenizer.tokenize(bytes, compileProfile(language));
  const lines: number[] = [];
  let line = 0;
  for (const delta of tokenizer.lineDeltas.subarray(0, tokenizer.deltasCount)) {
    line += delta;
    if (delta !== LONG_DELTA) lines.push(line);
  }
  return {
    tokens: tokenizer.tokens.slice(0, tokenizer.tokensCount),
    lines,
    imports: tokenizer.importLinesCount,
  };
}

const texts = (path: string, text: string): number[] =>
  [...tokenize(path, bytesOf(text)).tokens].map((token) => token & TEXT_MASK);

describe("tokenizer", () => {
  it("sees the same tokens whatever the layout and the comments", () => {
    const plain = "const loaves = bake(oven, 12);\nreturn loaves;\n";
    const dressed =
      "// morning\nconst loaves =\n    bake(oven, /* per\n tray */ 12);\n\n\nreturn   loaves; // done";
    expect(texts("oven.ts", dressed)).toEqual(texts("oven.ts", plain));
  });

  it("numbers lines with code, past comments, blanks and literals of several lines", () => {
    const python = '# rye\n\ndef knead():\n    """Fold\n\n    thrice."""\n    return 1\n';
    expect(tokenize("dough.py", bytesOf(python)).lines).toEqual([3, 4, 6, 7]);
    expect(tokenize("far.go", bytesOf(`${"\n".repeat(600)}x := 1\n`)).lines).toEqual([601]);
  });

  it("leaves import statements out, also those over several lines", () => {
    const go = 'package oven\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc Heat() {}\n';
    expect(tokenize("oven.go", bytesOf(go))).toMatchObject({ lines: [8], imports: 5 });
    const script = 'import {\n  rye,\n} from "./flour.js";\nbake(rye);\n';
    expect(tokenize("bake.js", bytesOf(script))).toMatchObject({ lines: [4], imports: 3 });
    expect(tokenize("lazy.js", bytesOf('import("./flour.js").then(bake);\n')).imports).toBe(0);
  });

  it.each([
    ["template with nested literal", "menu.ts", "a(`x ${b(`y ${c} }`)} z`, 1)"],
    ["regular expression with a quote", "menu.js", "a(/[\"'/]+/, 1)"],
    ["raw string", "menu.go", 'a(`it\'s "raw"`, 1)'],
    ["character", "menu.java", "a('\"', 1)"],
    ["doubled quote", "menu.sql", "a('it''s', 1)"],
  ])("takes a literal as one token: %s", (_, path, text) => {
    const kinds = [...tokenize(path, bytesOf(text)).tokens].map((token) => token & KIND_MASK);
    expect(kinds.filter((kind) => kind === LITERAL)).toHaveLength(2);
    expect(kinds).toHaveLength(6);
  });

  it("reads a heredoc as text and goes on behind it", () => {
    const ruby = "menu = <<~TEXT\n  it's rye\nTEXT\nbake(menu)\n";
    const { tokens, lines } = tokenize("menu.rb", bytesOf(ruby));
    expect(lines).toEqual([1, 2, 3, 4]);
    expect([...tokens].filter((token) => (token & KIND_MASK) === WORD).length).toBe(4);
  });

  it("keeps a stray quote from swallowing the rest of the file", () => {
    const ruby = `price = 5' wide\n${"bake(1)\n".repeat(2000)}`;
    expect(tokenize("stray.rb", bytesOf(ruby)).lines).toHaveLength(2001);
  });

  it("finds the language by name, ending and first line", () => {
    const id = (path: string, text = ""): string | undefined => languageOf(path, bytesOf(text))?.id;
    expect(id("deploy/Dockerfile.test")).toBe("dockerfile");
    expect(id("lib/Rakefile")).toBe("ruby");
    expect(id("bin/heat", "#!/usr/bin/env python3\n")).toBe("python");
    expect(id("notes.txt")).toBeUndefined();
  });

  it("never throws, and marks exactly the lines it numbers, for any bytes in any language", () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      "`",
      '"""',
      "/*",
      "*/",
      "//",
      "#",
      "<<~A",
      "\nA\n",
      "\n",
      "${",
      "}",
      "\\",
      "import ",
      "x",
      "9",
      "\u00e9",
      "=begin",
      'r#"',
    );
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((list) => bytesOf(list.join(""))),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (bytes, language) => {
        const { tokens, lines } = tokenize(`x.${language.extensions[0]!}`, bytes);
        const marked = tokens.filter((token) => (token & LINE_START) !== 0).length;
        expect(marked).toBe(lines.length);
        const last = bytes.filter((byte) => byte === 0x0a).length + 1;
        expect(
          lines.every((line, at) => line >= 1 && line <= last && line > (lines[at - 1] ?? 0)),
        ).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
