import { expect, test } from "vitest";
import { nearestWord } from "#kernel/nearest-word.ts";

const keys = ["corrections", "catalogues", "bots", "mandates"];

test.each([
  ["corections", "corrections"],
  ["Catalogs", "catalogues"],
  ["bost", "bots"],
  ["bot", "bots"],
  ["weather", null],
  ["", null],
])("%j is near to %j", (word, expected) => {
  expect(nearestWord(word, keys)).toBe(expected);
});
