import { expect, it } from "vitest";
import { newestCommit, readUpTo } from "#evidence/newest-commit.ts";
import { nothingRead } from "#evidence/nothing-read.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

const oven: RepositoryEvidence = {
  ...nothingRead,
  id: "repository:oven",
  name: "oven",
  remote: null,
  defaultBranch: "main",
  isShallow: false,
  head: { commit: "c0ffee", at: Date.parse("2026-03-17T09:30:00Z") / 1000 },
  activity: { ...nothingRead.activity, persons: ["a", "b"] },
};

it("is where what was counted over a repository opens", () => {
  expect(newestCommit(oven, readUpTo(oven))).toMatchObject([
    {
      repositoryId: "repository:oven",
      commit: "c0ffee",
      at: oven.head?.at,
      text: "oven was read up to this commit",
    },
  ]);
});

it("tells the month only where one person alone worked, whose day it would be", () => {
  const alone = { ...oven, activity: { ...oven.activity, persons: ["a"] } };
  expect(newestCommit(alone, "")[0]?.at).toBe(Date.parse("2026-03-01T00:00:00Z") / 1000);
});

it("is nothing where nothing was committed", () => {
  expect(newestCommit({ ...oven, head: null }, "")).toEqual([]);
});
