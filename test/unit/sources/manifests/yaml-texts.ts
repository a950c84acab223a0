import * as fc from "fast-check";

const word = fc.constantFrom(
  "on",
  "uses",
  "oven-1",
  "bakery/ovens@v2",
  "1.10",
  "${{ matrix.grain }}",
  "a b  c",
  "rye's",
  "x#y",
  "~",
  "null",
  "https://example.org:8080/a",
  "^1 || ^2",
  "é\u{1F956}",
);
const quotedWord = fc.constantFrom(
  '"a: b"',
  "'v*'",
  '""',
  "'it''s'",
  '"# no"',
  "'a' # why",
  '"\\\\b[-\\\\.]\\"x\\"\\n\\t\\/"',
  '"\\\\" # c',
  '"\\u00e9"',
  '"a\\ b"',
);
const scalar = fc.oneof(
  word,
  quotedWord,
  word.map((text) => `${text} # v2.1.0`),
  fc.constantFrom(
    "",
    "[]",
    "{}",
    "[main, 'v*']",
    '[ a , "b" ] # c',
    "[a,b,]",
    "[main, release/**]",
    "{ a: b, c-d: 'e' }",
    "{a: b,}",
    "{ x: } # y",
    "-1",
    "--flag",
    "---",
    "# only",
    "- x",
    "*a",
    "[\n    main,\n    'v*', rye\n  ]",
    '[\n    "a: b",\n    c,\n]',
    "[\n  ]",
    "[\n    a\n    b\n  ]",
    "[\n    a, # why\n  ] # c",
    '["a",\n    b, c]',
    '["a", "--wait",\n    3600] # seconds',
    "[a,\n    b,\n  ]# d",
    "[\n    a, b ]",
    "[\n    a,\n    ,]",
    "[a\n    b]",
    "\n    [\n      main,\n      rye,\n    ]",
    "\n  [\n  main\n  ]",
    "\n    [\n    main ]\n    ",
  ),
);
const key = fc.constantFrom(
  "docker#v5.1.0",
  "x #y",
  "on",
  "jobs",
  "runs-on",
  "a.b/c",
  '"on"',
  "with space",
  "x",
  "$ref",
);
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));
const noise = fc.constantFrom("", "", "", "\n", "# note\n", "  # deep\n", "    # deeper\n");

const { block } = fc.letrec<{ block: string; value: string; map: string; list: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: "yaml" },
    scalar.map((text) => (text === "" ? "\n" : ` ${text}\n`)),
    fc
      .tuple(
        fc.constantFrom("|", "|-", ">", ">-", "|+", "|2"),
        fc.array(fc.constantFrom("npm ci", "  if x; then", "# sh", "", "a: b", "- c"), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      .map(([style, lines]) => ` ${style}\n${indented(`${lines.join("\n")}\n`, 2)}`),
    fc
      .tuple(noise, tie("block"), fc.constantFrom(2, 4, 0))
      .map(([before, text, by]) => `\n${before}${indented(text, by)}`),
  ),
  map: fc
    .array(fc.tuple(key, tie("value"), noise), { minLength: 1, maxLength: 3 })
    .map((entries) => entries.map(([name, text, after]) => `${name}:${text}${after}`).join("")),
  list: fc
    .array(
      fc.tuple(
        fc.oneof(
          scalar.map((text) => `${text}\n`),
          tie("map"),
          tie("list"),
        ),
        noise,
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((items) =>
      items.map(([text, after]) => `- ${indented(text, 2).trimStart()}${after}`).join(""),
    ),
  block: fc.oneof({ depthIdentifier: "yaml" }, tie("map"), tie("list")),
}));
/** Documents as people write them, with much that only a general parser can read. */
export const yamlTexts = fc
  .array(block, { minLength: 1, maxLength: 2 })
  .chain((parts) =>
    fc.constantFrom(
      parts.join("---\n"),
      `---\n${parts.join("---\n")}`,
      `# lead\n${parts.join("")}`,
    ),
  );
