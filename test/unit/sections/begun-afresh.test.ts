import { expect, test } from "vitest";
import { begunAfresh } from "#sections/repositories/begun-afresh.ts";
import { repository } from "../model/observatory.ts";

test("commits that are counted nowhere are said, with their number and the day", () => {
  const before = { commitsCount: 40, botCommitsCount: 4, mainlineCommitsCount: 20 };
  const start = { commit: "c1", at: Date.parse("2024-05-01T10:00:00Z") / 1000, before };
  const dome = { ...repository("dome", []), commitsCount: 50, freshStart: start };
  const lens = repository("lens", []);
  const told = begunAfresh([dome, lens], [{ ...dome, commitsCount: 10 }, lens]);
  expect(told).toMatchObject({ count: 1, examples: ["dome: 40 commits before 1 May 2024"] });
  // It stayed its own: nothing is left out.
  expect(begunAfresh([dome, lens], [dome, lens]).count).toBe(0);
});
