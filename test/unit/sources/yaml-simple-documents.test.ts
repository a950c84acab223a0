import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGenerally } from "#sources/yaml-documents.ts";
import { readSimpleDocuments, type YamlDocument } from "#sources/yaml-simple-documents.ts";
import { yamlTexts } from "./manifests/yaml-texts.ts";

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function told({ value, line, lineOf }: YamlDocument): unknown {
  const paths = [...pathsIn(value, []), ["nowhere"], [0], ["x", "y"]];
  return [value, line, paths.map((path) => [path, lineOf(path)])];
}

function expectSame(text: string): void {
  const simple = readSimpleDocuments(text);
  if (simple === null) return;
  const { documents, problems } = parseGenerally(text);
  expect(problems).toEqual([]);
  expect(simple.map(told)).toStrictEqual(documents.map(told));
}

const scalars =
  "~ null Null NULL nULL true True TRUE tRUE false yes on 0 -0 +12 12 007 0o17 0x1F 0b1 1.5 -1. .5 1e3 1.5E-3 1e .inf -.Inf +.INF " +
  ".nan .NaN -.nan 1_000 12:30 2024-01-01 1.2.3 -x . .. +a 9007199254740993 oven é";

describe("readSimpleDocuments", () => {
  it("says what the general parser says, or nothing", () => {
    fc.assert(fc.property(yamlTexts, expectSame), { numRuns: 1_500 });
  });

  it.each(scalars.split(" "))("takes %s for what the schema says, as value and in lists", (one) => {
    const text = `oven: ${one}\nloaves:\n  - ${one}\n  - "${one}"\nrack: [${one}, '${one}']\nshelf: { x: ${one} }\nempty:\n`;
    expectSame(text);
    expect(readSimpleDocuments(`a: ${one}\n`)).not.toBeNull();
  });

  it.each(["__proto__", "constructor", "1", "1.10", "true", "~", "<<", '"1"', "a b"])(
    "says the same of the key %s",
    (key) => {
      expectSame(`${key}: x\nrye: y\n`);
      expectSame(`${key}: x\n${key}: y\n`);
    },
  );

  it("reads a list of repositories without the general parser", () => {
    const text = "- repo: oven\n  team: bakers\n  private: false\n- repo: till\n  team: sellers\n";
    expect(readSimpleDocuments(text)?.[0]?.value).toEqual([
      { repo: "oven", team: "bakers", private: false },
      { repo: "till", team: "sellers" },
    ]);
    expectSame(text);
  });
});
