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

  // The languages' own references on what imports, and what only begins alike.
  it.each([
    ["a.cs", "using System.Text;\nusing static System.Math;\nusing Loaf = Bakery.Loaf;\n", 3],
    ["a.cs", "global using System;\nusing static Bakery.Tray<int>;\nusing unsafe P = int;\n", 3],
    ["a.cs", "using var oven = Open();\nusing Oven a = Open();\nusing List<int> b = Open();\n", 0],
    ["a.cs", "using (var oven = Open()) { }\nglobal::Bakery.Heat();\n", 0],
    ["a.cs", "await using var oven = Open();\n", 0],
    ["a.cpp", "using namespace std;\nusing std::vector;\n#include <a>\n", 2],
    ["a.cpp", "using Loaf = std::vector<int>;\n", 0],
    ["a.rs", "use a::b;\npub use a::{b, c};\npub(crate) use d;\n", 3],
    ["a.rs", "pub fn bake() {}\npub(crate) struct Loaf;\n", 0],
    ["a.php", "namespace Bakery;\nuse Oven\\Loaf;\n", 2],
    ["a.php", "namespace Bakery { function bake() {} }\n", 0],
    ["a.scala", "package bakery\nimport oven.{Loaf, Rye}\n", 2],
    ["a.scala", "package bakery {\n  class Loaf\n}\n", 0],
    ["a.pl", "package Oven;\nuse strict;\n", 2],
    ["a.pl", "package Oven { sub bake { 1 } }\n", 0],
    ["a.py", "from oven import (\n  loaf,\n)\nimport os\n", 4],
    ["a.kt", "package bakery\nimport oven.Loaf as Bread\n", 2],
    ["a.js", "import.meta.url;\nimport('./a.js');\n", 0],
  ])("tells imports of %s: %j", (path, text, imports) => {
    expect(tokenize(path, bytesOf(text)).imports).toBe(imports);
  });

  // Processor time, so that a busy machine does not count; in microseconds.
  it("reads code inside of literals in time that grows with the file, however it is nested", () => {
    const worst = ["`${", '"${', "`${'", "${`", "`${{", '`${"', '"${/*', "%r{\n"].map((one) =>
      bytesOf(one.repeat(10_000)),
    );
    const begin = process.cpuUsage();
    for (const path of ["a.ts", "a.kt", "a.rb", "a.cs", "a.swift", "a.py"])
      for (const bytes of worst) tokenize(path, bytes);
    expect(process.cpuUsage(begin).user).toBeLessThan(16_000_000);
  });

  it("reads comments on one line in time that grows with the line", () => {
    const begin = process.cpuUsage();
    tokenize("a.ts", bytesOf("/**/a".repeat(700_000)));
    expect(process.cpuUsage(begin).user).toBeLessThan(6_000_000);
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
    ["raw string with a name", "a.cpp", 'auto x = R"sh(\n/* it\'s )" rye\n)sh";'],
    ["raw string of wide characters", "a.cpp", 'auto x = LR"--(it\'s /* )-" )--";'],
    ["raw string in UTF-8", "a.h", 'auto x = u8R"(it\'s /* "rye")";'],
    ["macro that only ends in R", "a.cpp", 'auto x = FOR"(it" "s)";'],
    ["raw string behind three signs", "a.rs", 'let x = r###"it\'s "## /* rye"###;'],
    ["raw bytes", "a.rs", 'let x = br##"it\'s "# /* rye"##;'],
    ["raw C string", "a.rs", 'let x = cr"it\'s /* rye";'],
    ["raw identifier", "a.rs", "let r#type = r#match;"],
    ["raw string of four quotes", "a.cs", 'var x = """"\n it\'s """ /* "rye"\n """";'],
    ["raw string with holes", "a.cs", 'var x = $$"""{ "a": "/* {{b}}" }""";'],
    ["interpolated string with quotes", "a.cs", 'var x = $"{(a ? "/*" : "it\'s")} {{ rye";'],
    ["interpolated string with a character", "a.cs", 'var x = $"{a.Split(\'"\')[0]}";'],
    ["interpolated verbatim string", "a.cs", 'var x = @$"{h["/*"]} ""rye"" \\";'],
    ["raw string", "a.swift", 'let x = #"it\'s "/* rye\\"#'],
    ["raw text", "a.swift", 'let x = ##"""\n it\'s """# /* "rye"\n"""##'],
    ["condition of the compiler", "a.swift", "#if os(Linux)\n#endif"],
    ["interpolation with quotes", "a.swift", 'let x = "\\(h["/*"] ?? "it\'s") rye"'],
    ["interpolation in parentheses", "a.swift", 'let x = "\\(f(g("/*", (1)))) rye"'],
    ["interpolation with quotes", "a.kt", 'val x = "${h["/*"]} it\'s"'],
    ["raw string that ends in a quote", "a.kt", 'val x = """say "/* rye""""'],
    ["raw string with quotes in a hole", "a.kt", 'val x = """${h["\\"]} /* """'],
    ["lone dollar and brace", "a.kt", 'val x = "${"'],
    ["interpolation with quotes", "a.scala", 'val x = s"${h("/*")} it\'s"'],
    ["interpolation with quotes", "a.dart", "var x = '${h['/*']} rye';"],
    ["raw string", "a.dart", "var x = r'/* \\';"],
    ["interpolation with quotes", "a.groovy", 'def x = "${h["/*"]} rye"'],
    ["slashy string", "a.groovy", "def x = a =~ /it's \" rye/"],
    ["dollar slashy string", "a.groovy", "def x = $/it's /* \" rye/$"],
    ["interpolation with quotes", "a.rb", 'x = "#{h["it\'s"]} rye"'],
    ["regular expression between braces", "a.rb", "x = %r{it's \" a{2} rye}"],
    ["words within words", "a.rb", "x = %w[it's [\" rye] loaf]"],
    ["interpolation with quotes", "a.ex", 'x = "#{h["it\'s"]} rye"'],
    ["characters behind a question mark", "a.rb", "x = a.split(?\") + [?', ?#, ?`]"],
    ["question without a blank", "a.rb", 'x = b ?"it\'s":"# rye"'],
    ["characters behind a question mark", "a.ex", 'x = a == ?" or b == ?\\" or c == ?#'],
    ["sigil", "a.ex", "x = ~r/it's \" rye/"],
    ["formatted string with its own quotes", "a.py", 'x = f"{h["it\'s"]} {{ # rye"'],
    ["formatted string over lines", "a.py", 'x = rf"""{h["it\'s"]}\n "rye" # """'],
    ["formatted string with a format", "a.py", "x = f'{a!r:>{b}} # \"'"],
    ["raw string", "a.py", "x = r'\\d \" # '"],
    ["long string", "a.lua", "x = [==[ it's ]] \" ]=] rye ]==]"],
    ["long comment", "a.lua", "--[==[ it's ]] \" ]==]"],
    ["template with a brace in a string", "a.ts", "x = `it's ${a['}'] + \"`\"} rye`;"],
    ["template with a regular expression", "a.ts", "x = `${a.replace(/[`\"'}]/g, '')} \" rye`;"],
    ["template with a comment", "a.ts", "x = `${a /* it's } ` */} rye`;"],
    ["template within templates", "a.ts", "x = `${a.map((b) => `<p>${b ? `\"` : '`'}</p>`)} rye`;"],
    ["template that is tagged", "a.ts", 'x = html`<p title="${a}">it\'s</p>`;'],
    ["pattern in the text of JSX", "a.tsx", "x = <p>all of src/*.ts and **/*.tsx</p>;"],
    ["backtick in the text of JSX", "a.tsx", "x = <p>Press ` to open</p>;"],
    ["quotes behind a closing element", "a.tsx", 'x = <b><i>a</i> <a href="//b">it\'s</a></b>;'],
    ["comment of markup", "a.vue", "<!-- it's /* ` rye -->"],
    ["regular expression", "a.pl", "$x = $y =~ /it's \" rye/;"],
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
      'R"a(',
      ')a"',
      '$"{',
      "#{",
      "\\(",
      'f"{',
      "[==[",
      "%r{",
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
