import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CollectedFacts } from "#sources/manifests/collected-facts.ts";
import { dockerfileSource } from "#sources/manifests/docker/dockerfile.ts";
import { parseGeneralYaml } from "#sources/manifests/yaml-general.ts";
import { deepestNesting } from "#evidence/nesting.ts";
import { parseConfiguration } from "#operations/configuration/parse-configuration.ts";
import { jsonNestsTooDeeply } from "#sources/json-nesting.ts";
import { parseJsonManifest } from "#sources/manifests/json-manifest.ts";
import { ManifestCollector } from "#sources/manifests/manifest-collector.ts";
import { composeYaml } from "#sources/yaml-library.ts";
import { readYamlDocuments } from "#sources/yaml-documents.ts";

/** Each ended the process before: V8 aborts when a regular expression compiles near the stack's end. */
const nestings: readonly (readonly [string, string])[] = [
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
  ["values of keys", '{"a":'.repeat(20_000)],
  ["indents", Array.from({ length: 600 }, (_, at) => `${" ".repeat(at)}a:\n`).join("")],
];

/** Each hid its brackets from a scanner that took a quotation mark or a number sign for the beginning of a string or comment. */
const hidden: readonly (readonly [string, (inner: string) => string])[] = [
  ["a quotation mark in a block of text", (inner) => `a: |\n  "\nd: ${inner}\ne: "\n`],
  ["an apostrophe there", (inner) => `a: >-\n  '\nd: ${inner}\ne: '\n`],
  ["one where a line goes on", (inner) => `a: b\n " c\nd: ${inner}\ne: "\n`],
  ["one behind a comma of a sentence", (inner) => `a: b, "\nd: ${inner}\ne: "\n`],
  ["one in a text document", (inner) => `--- |\n "\n---\nd: ${inner}\ne: "\n`],
];

/** Blocks in one another on one line, which YAML forbids and a tolerant parser nests. */
const onOneLine = ["a: ", '"a": ', '"a": !!seq a: '];

describe("what is nested too deeply", () => {
  it.each(hidden)("hides behind nothing: %s", (_, around) => {
    for (const bracket of ["[", "{", '["]",', "{a: "]) {
      const text = around(bracket.repeat(4_000));
      const said = { code: "unsupported", text: expect.stringContaining("ested more than 200") };
      expect(readYamlDocuments(text).problems).toEqual([expect.objectContaining(said)]);
      expect(() => parseConfiguration(text, "fulcrum.yaml")).toThrow("nested more than 200");
    }
  });

  it.each(onOneLine)("on one line: %j is refused", (unit) => {
    const text = unit.repeat(3_000);
    expect(() => composeYaml(text)).toThrow("nested more than 200");
    expect(() => parseConfiguration(text, "fulcrum.yaml")).toThrow("nested more than 200");
  });

  it("is told of JSON with comments, where brackets close nothing that was opened", () => {
    const said = (text: string) => {
      const collector = new ManifestCollector("npm");
      expect(parseJsonManifest(text, collector)).toBeNull();
      return collector.facts().problems?.map((one) => one.text);
    };
    const lists = "[".repeat(4_000);
    for (const text of [`[ // a, "\n${lists}// "`, `[/*"*/${lists}/*"*/`, "[}".repeat(4_000)])
      expect(said(text)).toEqual(["nested more than 200 levels deep"]);
    expect(jsonNestsTooDeeply(`["${lists}", // ${lists}\n /* ${lists} */ 1]`)).toBe(false);
  });

  it.each(nestings)("%s: is refused and named by every reader of YAML", (_, text) => {
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
          expect(jsonNestsTooDeeply(text)).toBe(depth > deepestNesting);
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
    ["keys behind anchors, which are mistakes", "- &a ? !b ".repeat(1_000)],
    ["emphasis between dashes", `- ${"a - ".repeat(1_000)}b\n`],
  ])("%s", (_, text) => {
    expect(() => composeYaml(text)).not.toThrow();
    expect(() => parseGeneralYaml(text, new CollectedFacts())).not.toThrow();
  });
});

it("collections as keys are refused: written out as names they cost minutes", () => {
  const text = `${"- ? ".repeat(90)}loaf`;
  const { documents, problems } = readYamlDocuments(text);
  expect(documents).toEqual([]);
  expect(problems.map((one) => one.text)).toEqual(["A mapping or list is used as a key"]);
});

it("a comment of any length in a Dockerfile costs no more than its length", () => {
  const text = `${"#".repeat(150_000)}\nFROM bakery/oven:1.2\n`;
  const { dependencies } = dockerfileSource.read({ path: "Dockerfile", text });
  expect(dependencies?.map(({ line }) => line)).toEqual([2]);
});

it("aliases by the thousand are refused: each costs all that stand before it", () => {
  const text = "- &a loaf\n- *a\n".repeat(15_000);
  expect(readYamlDocuments(text).problems).toMatchObject([
    { code: "unsupported", text: expect.stringContaining("aliases") },
  ]);
  expect(() => parseConfiguration(text, "fulcrum.yaml")).toThrow("aliases");
  const fewer = "- &a loaf\n- *a\n".repeat(1_000);
  expect(readYamlDocuments(fewer).problems).toEqual([]);
  expect(readYamlDocuments(`- |\n${"  *a\n  &a\n".repeat(20_000)}`).problems).toEqual([]);
});
