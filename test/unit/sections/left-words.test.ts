import { expect, test } from "vitest";
import { leftWords, retirementWords } from "#sections/adoption/left-words.ts";

const nobody = { count: 0, livedOn: 0, ended: 0, moved: 0, retired: 0 };

test("who left is told in parts, and who did not is not told", () => {
  expect(leftWords({ left: nobody })).toBeNull();
  expect(leftWords({ left: { ...nobody, count: 1, ended: 1 } })).toBe(
    "1 no longer does: 1 component ended",
  );
  expect(leftWords({ left: { count: 12, livedOn: 4, ended: 1, moved: 5, retired: 2 } })).toBe(
    "12 no longer do: 4 left, 2 left as it is retired, 5 moved to what took its place, 1 component ended",
  );
});

test("a retirement is told as far as it has come", () => {
  const words = (state: "completed" | "under-way", left: number, of: number) =>
    retirementWords({ retirement: { state, left, of, successorIds: [] } });
  expect(retirementWords({ retirement: null })).toBeNull();
  expect(words("completed", 1, 1)).toBe(
    "completed retirement: the only component that used it has left it",
  );
  expect(words("completed", 12, 12)).toBe("completed retirement: all 12 components have left it");
  expect(words("under-way", 1, 12)).toBe("retirement under way: 1 of 12 components has left it");
});
