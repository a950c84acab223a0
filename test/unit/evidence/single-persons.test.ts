import { expect, it } from "vitest";
import { nothingRead } from "#evidence/nothing-read.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import {
  isOfOnePerson,
  toldBotShare,
  toldCommits,
  toldCommitsOfAll,
  toldTime,
} from "#evidence/single-persons.ts";

const of = (persons: readonly string[], commitsCount = 23): RepositoryEvidence => ({
  ...nothingRead,
  id: "repository:oven",
  name: "oven",
  remote: null,
  defaultBranch: "main",
  isShallow: false,
  commitsCount,
  botCommitsCount: 4,
  activity: { ...nothingRead.activity, persons },
});

it("tells dates and counts of one person coarsely, and others as they are", () => {
  const [one, two, none] = [of(["a"]), of(["a", "b"]), of([])];
  expect([one, two, none].map(isOfOnePerson)).toEqual([true, false, false]);
  expect([one, two, none, of(["a"], 0)].map(toldCommits)).toEqual([30, 23, 23, 0]);
  expect([one, two, of(["a"], 0)].map(toldBotShare)).toEqual([0.2, 4 / 23, null]);
  const noon = Date.UTC(2024, 4, 17, 12) / 1000;
  expect(toldTime(noon, true)).toBe(Date.UTC(2024, 4, 1) / 1000);
  expect([toldTime(noon, false), toldTime(null, true), toldTime(undefined, false)]).toEqual([
    noon,
    null,
    null,
  ]);
});

it("rounds what persons alone did once for all repositories, not for each", () => {
  const small = Array.from({ length: 16 }, () => of(["a"], 1));
  expect(toldCommitsOfAll(small)).toBe(20);
  expect(toldCommitsOfAll([...small, of(["a", "b"], 23)])).toBe(43);
  expect(toldCommitsOfAll([])).toBe(0);
});
