import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CollectedFacts } from "#sources/manifests/collected-facts.ts";
import { parseGeneralYaml } from "#sources/manifests/yaml-general.ts";
import type { YamlNode } from "#sources/manifests/yaml-node.ts";
import { readSimpleYaml } from "#sources/manifests/yaml-subset.ts";
import { yamlTexts as document } from "./yaml-texts.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

type Told = readonly [line: number, held: unknown, comment?: string | null];

function told(node: YamlNode | null): Told | null {
  if (node === null) return null;
  const { kind, line, text, comment, pairs, items } = node;
  if (kind === "scalar") return [line, text, comment];
  if (kind === "list") return [line, items.map(told)];
  return [line, pairs.map(([key, value]) => ({ key, value: told(value) }))];
}

/** What the general parser says; null where it complains. */
function general(text: string): (Told | null)[] | null {
  const facts = new CollectedFacts();
  const nodes = parseGeneralYaml(text, facts).map(told);
  return facts.toFileFacts().problems === undefined ? nodes : null;
}

function expectSame(text: string): void {
  const simple = readSimpleYaml(text);
  if (simple !== null) expect(simple.map(told)).toEqual(general(text));
}

describe("readSimpleYaml", () => {
  it.each([
    "- rye\n# note\n- \n- x: 1\n",
    "# note\n- \n- rye\n",
    "- rye # v1\n# note\n- # v2\n- y\n",
  ])("leaves a comment above an item of nothing to the general parser: %j", (text) =>
    expectSame(text),
  );

  it("says what a general parser says, or nothing", () => {
    fc.assert(fc.property(document, expectSame), { numRuns: 3000 });
  });

  it("says the same of what was torn", () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    const stray = fc.constantFrom(
      " ",
      "\n",
      ":",
      ": ",
      "-",
      "- ",
      "#",
      " #",
      "'",
      '"',
      "|",
      ">",
      "&a",
      "*a",
      "!x",
      "{",
      "]",
      "---\n",
      "...\n",
      "? ",
      "%",
      "\t",
      "<<: ",
      "@",
      "\\",
      ",",
    );
    fc.assert(
      fc.property(document, fc.array(fc.tuple(at, at, stray), { maxLength: 3 }), (text, edits) => {
        let torn = text;
        for (const [where, length, inserted] of edits) {
          const start = Math.floor(where * torn.length);
          torn = torn.slice(0, start) + inserted + torn.slice(start + Math.floor(length * 4));
        }
        expectSame(torn);
      }),
      { numRuns: 4000 },
    );
  });

  it("says the same of any characters, or nothing", () => {
    const unit = fc.constantFrom(
      "a",
      ":",
      " ",
      "\n",
      "-",
      "#",
      "'",
      '"',
      "|",
      ">",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&",
      "*",
      "?",
      "!",
      "%",
      ".",
      "<",
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 24 }), expectSame), { numRuns: 8000 });
  });

  it("reads a workflow, a chart and several documents by itself", () => {
    const workflow = `name: bake
on:
  push:
    branches: [main, 'release/*']
jobs:
  bake:
    runs-on: ubuntu-latest
    steps:
      # first
      - uses: acme/checkout@0ff1ce # v4.1.0
        with:
          ref: \${{ github.sha }}
      - name: Bake
        if: >-
          github.ref == 'refs/heads/main' &&
          always()
        run: |
          npm ci
          npm test -- --oven=1

  cool:
    needs: [bake]
`;
    expect(readSimpleYaml(workflow)).not.toBeNull();
    expectSame(workflow);
    const manifests = `---
apiVersion: v2
dependencies:
- name: ovens
  version: "1.2.0"
- name: flour
  version: ~2
---
kind: Deployment
spec:
  containers:
  - image: bakery/till:1.0.0
    args: ["serve", "--port=80"]
`;
    expect(readSimpleYaml(manifests)).toHaveLength(2);
    expectSame(manifests);
  });

  it("reads keys with the version of a plugin, and lists with an item on each line", () => {
    const pipeline = `steps:
  - label: bake
    plugins:
      - docker#v5.1.0:
          image: bakery/oven:1.2
          command: [
            "bake", "--rye",
            'sour dough'
          ]
          volumes: [
            flour,
          ]
      - bakery/ovens#v2:
          shelves: [
          ]
`;
    expect(readSimpleYaml(pipeline)).not.toBeNull();
    expectSame(pipeline);
  });

  it.each([
    "a: [\n  b,,\n ]",
    "a: [\n  b\n  c\n ]",
    "a: [\n  # why\n  b\n ]",
    "a: [\n  [b]\n ]",
    "a: [\n  b",
    "a: [\n  b ]\n c",
    'a: "\\u00e9"',
    "a: &x b",
    "a: *x",
    "a: !t b",
    "a: {b: [c]}",
    "a: b\n c",
    "a: |+\n  b\n",
    "? a\n: b",
    "a",
    "",
    "a:\tb",
    "a: b\r\n",
    "a: b: c",
    "%YAML 1.2\n---\na: b",
    "- - a",
  ])("leaves %j to the general parser", (text) => {
    expect(readSimpleYaml(text)).toBeNull();
  });

  it("reads a long row of one thing in linear time", () => {
    const start = processorMilliseconds();
    for (const piece of [
      "a:\n",
      "- ",
      "a: b\n",
      " ",
      "'",
      '"',
      "[",
      "a: [a,",
      "#",
      "a: |\n x\n",
      "- a: b\n",
      ": ",
    ])
      readSimpleYaml(piece.repeat(40_000));
    for (const [one, all] of [
      ["a: ", "'"],
      ["a: [", "a,"],
      ["", "a "],
      ["a: ", "a "],
      ["a: [", "a "],
    ])
      readSimpleYaml(`${one}${all?.repeat(40_000)}\n`);
    expect(processorMilliseconds() - start).toBeLessThan(10_000);
  });
});
