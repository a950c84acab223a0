import { expect, test } from "vitest";
import { fromToWords } from "#web/features/changes/change-words.ts";
import { plain } from "./rows.ts";

test.each([
  ["4.0.0", "5.0.0", "from 4.0.0 to 5.0.0"],
  [null, "since 2026-06-01", "new, since 1 Jun 2026"],
  [null, "12", "new, now 12"],
  ["since 2024-02-29", null, "gone, was there since 29 Feb 2024"],
  ["3", null, "gone, was 3"],
  ["in use", "until 2026-05-11", "was in use, until 11 May 2026"],
])("what changed from %j to %j reads %j", (before, after, words) => {
  expect(plain(fromToWords(before, after))).toBe(words);
});
