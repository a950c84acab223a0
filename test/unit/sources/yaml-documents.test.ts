import { expect, test } from "vitest";
import { readYamlDocuments } from "#sources/yaml-documents.ts";

test("a text that is asked for again, and one between, are each read as they stand", () => {
  const rye = "bread: rye\n---\nbread: oats\n";
  const torn = 'bread: "rye\n';
  const told = (text: string) => {
    const { documents, problems } = readYamlDocuments(text);
    return [documents.map(({ value, line }) => [value, line]), problems.length];
  };
  const first = told(rye);
  expect(first).toEqual([
    [
      [{ bread: "rye" }, 1],
      [{ bread: "oats" }, 3],
    ],
    0,
  ]);
  expect(told(torn)).toEqual([[], 1]);
  expect(told(torn)).toEqual([[], 1]);
  expect(told(rye)).toEqual(first);
  expect(told("")).toEqual([[], 0]);
});
