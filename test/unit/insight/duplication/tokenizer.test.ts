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

  it.each([
    ["nested comment", "a.rs", "/* one /* two */ still */"],
    ["nested comment", "a.kt", "/* one /* two */ still */"],
    ["nested comment", "a.scala", "/* one /* two */ still */"],
    ["nested comment", "a.swift", "/* one /* two */ still */"],
    ["flat comment", "a.java", "/* one /* two */"],
    ["comment with a quote", "a.rb", "# it's rye"],
    ["comment of several lines", "a.rb", "=begin\nit's \"rye\n=end"],
    ["comment with a quote", "a.erb", "<%# it's rye %>"],
    ["comment with a quote", "a.html", "<!-- it's\nrye -->"],
    ["comment with a quote", "a.sql", "-- it's rye"],
    ["comment with a quote", "a.yml", "bread: rye # it's good"],
    ["heredoc", "a.rb", "x = <<~SQL\n  it's \"rye\nSQL"],
    ["two heredocs", "a.rb", "bake(<<~ONE, <<-TWO)\n it's\nONE\n\"\n  TWO"],
    ["heredoc with a lower-case word", "a.rb", "x = <<~eos\n  it's rye\neos"],
    ["heredoc", "a.sh", "cat <<-'EOF' | sort\nit's rye\n\tEOF"],
    ["heredoc", "a.tf", "x = <<-EOT\n  it's ${rye}\n  EOT"],
    ["heredoc", "a.php", "$x = <<<'TEXT'\nit's rye\nTEXT;"],
    ["nowdoc with a lower-case word", "a.php", "$x = <<<html\nit's rye\nhtml;"],
    ["raw string", "a.go", "x := `it's \"rye\n`"],
    ["raw string", "a.rs", 'let x = r#"it\'s "rye" "#;'],
    ["lifetime", "a.rs", "fn bake<'a>(x: &'a str) -> &'a str { x }"],
    ["raw string", "a.cpp", 'auto x = R"(it\'s "rye\n)";'],
    ["text block", "a.java", 'var x = """\n  it\'s "rye\n  """;'],
    ["verbatim string", "a.cs", 'var x = @"C:\\rye\\";'],
    ["interpolated verbatim string", "a.cs", 'var x = $@"{a} ""rye"" \\";'],
    ["raw string", "a.kt", 'val x = """it\'s "rye" ${a}"""'],
    ["docstring", "a.py", '"""it\'s\nrye"""'],
    ["docstring in single quotes", "a.py", "x = '''it\"s\nrye'''"],
    ["template in a template", "a.ts", "x = `it's ${a ? `${b} \"` : '}'} rye`;"],
    ["template with an odd brace", "a.ts", "x = `${a ? '{' : b}`;"],
    ["regular expression", "a.js", "x = a.replace(/['\"`\\/]/g, 1);"],
    ["regular expression", "a.rb", "x = a =~ /['\"]/"],
    ["words with a quote", "a.rb", "%w[it's rye].each { |x| x }"],
    ["interpolation with quotes", "a.rb", 'x = "#{h["rye"]} it\'s"'],
    ["doubled quote", "a.sql", "select 'it''s';"],
    ["characters", "a.java", "char c = '\"', d = '\\'';"],
    ["text in JSX", "a.jsx", "x = <p>It's rye</p>;"],
    ["import with a quote", "a.scss", '@import "it\'s";'],
  ])("goes on behind it: %s in %s", (_, path, text) => {
    const [after, alone] = [`${text}\nbake(rye, 1)\n`, "bake(rye, 1)\n"].map((file) =>
      tokenize(path, bytesOf(file)),
    );
    const size = alone?.tokens.length ?? 0;
    const last = [...(after?.tokens ?? [])].slice(-size).map((token) => token & TEXT_MASK);
    expect(last).toEqual([...(alone?.tokens ?? [])].map((token) => token & TEXT_MASK));
    expect(after?.lines.at(-1)).toBe(text.split("\n").length + 1);
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
