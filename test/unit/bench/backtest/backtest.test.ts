import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { casesOf } from "#bench/backtest/cases.ts";
import { cutClone, pathsAt } from "#bench/backtest/cut-clone.ts";
import { pageLines, shown } from "#bench/backtest/page.ts";
import {
  isDecisionRecord,
  isDirection,
  isPlatformOwner,
  type YearFacts,
} from "#bench/backtest/year-facts.ts";
import { repository } from "#fixtures/repository-builder.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-backtest-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const author = "Ada Oven <ada@bakery.example>";
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const nothing: YearFacts = {
  organisation: "bakery",
  year: 2020,
  repositoriesCount: 7,
  verdict: {
    answer: "undecided",
    leaning: "not-yet",
    chances: { needed: 0.1, soon: 0.3, "not-yet": 0.6 },
    signs: { mean: 1.6, low: 0, high: 3 },
    evidenceMass: 0.4,
  },
  platformOwners: [],
  fragmentedJobs: [],
  judgedJobs: [],
  retired: [],
  direction: [],
  decisionRecordsCount: 0,
};

describe("a clone as it stood", () => {
  it("has the commit, the tags and the files of the day, and of another day after it", async () => {
    const { path } = repository("oven")
      .commit({ at: "2019-03-01", author, message: "Bake", files: { "oven.rb": "bake\n" } })
      .tag("v1.0")
      .commit({ at: "2021-03-01", author, message: "Plan", files: { "ROADMAP.md": "# Bread\n" } })
      .tag("v2.0")
      .write(folder);
    const target = join(folder, "cut");
    expect((await cutClone(path, target, day("2019-01-01"))).head).toBeNull();
    const early = await cutClone(path, target, day("2020-01-01"));
    expect(early.firstAt).toBe(day("2019-03-01").getTime() / 1000 + 43_200);
    const tags = () => readFileSync(join(target, "packed-refs"), "utf8").match(/v\d/g);
    expect(await pathsAt(early)).toEqual(["oven.rb"]);
    expect(tags()).toEqual(["v1"]);
    const late = await cutClone(path, target, day("2022-01-01"));
    expect(await pathsAt(late)).toEqual(["ROADMAP.md", "oven.rb"]);
    expect(tags()).toEqual(["v1", "v2"]);
    expect(late.head).not.toBe(early.head);
  });
});

describe("what git shows later", () => {
  it("is what was not there before", () => {
    const then = {
      ...nothing,
      judgedJobs: ["job:mix", "job:rise", "job:sell"],
      fragmentedJobs: ["job:mix"],
      retired: ["old-kit"],
    };
    const later = {
      ...nothing,
      year: 2022,
      platformOwners: ["oven-platform"],
      judgedJobs: ["job:mix", "job:rise"],
      fragmentedJobs: ["job:rise"],
      retired: ["dough-kit", "old-kit"],
      direction: ["oven:ROADMAP.md"],
      decisionRecordsCount: 4,
    };
    const [one, ...more] = casesOf([then, later, { ...nothing, organisation: "mill", year: 2022 }]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      newOwners: ["oven-platform"],
      newlyRetired: ["dough-kit"],
      newDirection: ["oven:ROADMAP.md"],
      newRecordsCount: 4,
      settledJobs: ["job:mix"],
      splitJobs: ["job:rise"],
      jobsCount: 2,
    });
    expect(one === undefined ? "" : shown(one)).toBe(
      "owner `oven-platform`; document `oven:ROADMAP.md`; 4 further decision records (net); retired `dough-kit`; of 2 jobs 1 no longer done in several ways, 1 newly so",
    );
  });

  it("stands in the table with what was said, and where it is nothing it says so", () => {
    const lines = pageLines(casesOf([nothing, { ...nothing, year: 2022 }]));
    expect(lines.at(-1)).toBe(
      "| bakery 2020 | 7 | undecided, leaning not yet | 10 %, 30 %, 60 % | 1.6 (0 to 3) | 40 % | nothing of these |",
    );
  });

  it("is told by names and paths", () => {
    for (const name of ["govuk-platform-engineering", "Developer Experience", "infra", "oven-sre"])
      expect(isPlatformOwner(name), name).toBe(true);
    for (const name of ["ovens", "sretail", "infractions", "bread"])
      expect(isPlatformOwner(name), name).toBe(false);
    for (const path of ["ROADMAP.md", "docs/charter.md", "docs/tech-radar-2024.md"])
      expect(isDirection(path), path).toBe(true);
    for (const path of ["vendor/x/ROADMAP.md", "charterer.md", "roadmap.ts"])
      expect(isDirection(path), path).toBe(false);
    for (const path of ["docs/adr/0001-bread.md", "docs/decisions/0002-rye.rst"])
      expect(isDecisionRecord(path), path).toBe(true);
    for (const path of ["docs/adr/index.md", "test/decisions/0001-x.md"])
      expect(isDecisionRecord(path), path).toBe(false);
  });
});
