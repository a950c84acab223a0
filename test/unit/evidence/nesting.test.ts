import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CollectedFacts } from "#sources/manifests/collected-facts.ts";
import { dockerfileSource } from "#sources/manifests/docker/dockerfile.ts";
import { parseGeneralYaml } from "#sources/manifests/yaml-general.ts";
import { deepestNesting, nestsTooDeeply } from "#evidence/nesting.ts";
import { readYamlDocuments } from "#sources/yaml-documents.ts";

/** Each ended the process before: V8 aborts when a regular expression compiles near the stack's end. */
const deep: readonly (readonly [string, string])[] = [
  ["mappings", "{".repeat(6_000)],
  ["lists", "[".repeat(6_000)],
  ["closing brackets inside strings", '["]",'.repeat(4_000)],
  ["the same in single quotes", "[']',".repeat(4_000)],
  ["the same behind tags", '[!loaf "]",'.repeat(3_000)],
  ["the same behind verbatim tags", '[!<loaf>"]",'.repeat(3_000)],
  ["closing brackets inside comments", "[ # ]\n".repeat(3_000)],
  ["sequences on one line", "- ".repeat(3_000)],
  ["explicit keys on one line", "? ".repeat(3_000)],
  ["both in turn", "- ? ".repeat(300)],
  ["both behind anchors", "- &a ? !b ".repeat(1_000)],
  ["values of keys", '{"a":'.repeat(20_000)],
  ["indents", Array.from({ length: 600 }, (_, at) => `${" ".repeat(at)}a:\n`).join("")],
];

describe("what is nested too deeply", () => {
  it.each(deep)("%s: is refused and named by every reader of YAML", (_, text) => {
    expect(nestsTooDeeply(text)).toBe(true);
    const said = { code: "unsupported", text: expect.stringMatching(/ested more than 200/) };
    expect(readYamlDocuments(text).problems).toEqual([expect.objectContaining(said)]);
    const facts = new CollectedFacts();
    expect(parseGeneralYaml(text, facts)).toEqual([]);
    expect(facts.toFileFacts().problems).toEqual([expect.objectContaining(said)]);
  });

  it("is told of any JSON exactly", () => {
    const nested = fc.record({
      depth: fc.integer({ min: 1, max: 2 * deepestNesting }),
      word: fc.string({ maxLength: 12 }),
      isList: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(nested, ({ depth, word, isList }) => {
        let value: unknown = word;
        for (let at = 0; at < depth; at++)
          value = isList[at % isList.length] === true ? [word, value, word] : { [word]: value };
        for (const indent of [0, 1]) {
          const text = JSON.stringify(value, null, indent);
          const isIndented = indent === 1 && text.includes(`\n${" ".repeat(400)}`);
          expect(nestsTooDeeply(text)).toBe(depth > deepestNesting || isIndented);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("what only looks deep is read", () => {
  it.each([
    ["apostrophes", Array.from({ length: 500 }, () => "- don't [bake] it's {done}\n").join("")],
    ["brackets in strings", Array.from({ length: 500 }, () => `- "[[[{{{"\n`).join("")],
    ["brackets in comments", Array.from({ length: 500 }, () => "a: b # [[[{{{\n").join("")],
    ["a long flat list", `[${'"a[", '.repeat(5_000)}"b"]`],
    [
      "siblings",
      Array.from({ length: 5_000 }, (_, at) => `k${String(at)}: {a: [1, 2]}\n`).join(""),
    ],
    ["emphasis between dashes", `- ${"a - ".repeat(1_000)}b\n`],
  ])("%s", (_, text) => {
    expect(nestsTooDeeply(text)).toBe(false);
  });
});

it("collections as keys are refused: written out as names they cost minutes", () => {
  const text = `${"- ? ".repeat(90)}loaf`;
  expect(nestsTooDeeply(text)).toBe(false);
  const { documents, problems } = readYamlDocuments(text);
  expect(documents).toEqual([]);
  expect(problems.map((one) => one.text)).toEqual(["A mapping or list is used as a key"]);
});

it("a comment of any length in a Dockerfile costs no more than its length", () => {
  const text = `${"#".repeat(150_000)}\nFROM bakery/oven:1.2\n`;
  const { dependencies } = dockerfileSource.read({ path: "Dockerfile", text });
  expect(dependencies?.map(({ line }) => line)).toEqual([2]);
});

it("is refused behind many strings without end: what closes may stand in one of them", () => {
  const many = "n''g".repeat(100);
  expect(nestsTooDeeply(`till: ${many}\nrail: [${"[x],".repeat(150)}]`)).toBe(false);
  expect(nestsTooDeeply(`till: ${many}\nrail: [${"[x],".repeat(250)}]`)).toBe(true);
});
