import { expect, test } from "vitest";
import { append, appendAll } from "#kernel/lists-by-key.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

test("lists by key grow in the order of their values, in linear time", () => {
  const lists = new Map<string, number[]>();
  append(lists, "rye", 1);
  appendAll(lists, "rye", [2, 3]);
  appendAll(lists, "oat", []);
  expect([...lists]).toEqual([
    ["rye", [1, 2, 3]],
    ["oat", []],
  ]);
  const began = processorMilliseconds();
  for (let value = 0; value < 200_000; value++) append(lists, "rye", value);
  expect(processorMilliseconds() - began).toBeLessThan(4_000);
});
