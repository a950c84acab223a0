import { describe, expect, it } from "vitest";
import { quarterOf } from "#evidence/change-quarters.ts";
import { assessMaintainability } from "#insight/maintainability/assess-maintainability.ts";
import { Front } from "#insight/maintainability/dependency-lag.ts";
import type { ComponentQuarter } from "#model/component-quarters.ts";
import { asOf, bakery, on, shop } from "../adoption/bakery.ts";

const newest = quarterOf(asOf) - 1;
const team = {
  id: "team:rye",
  name: "rye",
  source: "codeowners",
  kind: "team",
  evidence: [],
} as const;

/** Of one quarter, in any folder the same ones. */
const changesFrom = (back: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => back * 1000 + at);

const cell = (back: number, more: Partial<ComponentQuarter>, name = "rye"): ComponentQuarter => ({
  componentId: `component:${name}`,
  repositoryId: `repository:${name}`,
  head: { commit: "head", at: asOf },
  folder: ".",
  quarter: newest - back,
  humanChanges: changesFrom(back, 20),
  fileChangesCount: 100,
  returnsCount: 20,
  sampledCount: 24,
  linesAdded: 1000,
  linesGone: 100,
  hotFileLines: 200,
  hotFilesCount: 10,
  ...more,
});

function judge(quarters: readonly ComponentQuarter[]) {
  const organisation = bakery({
    components: [shop("rye"), shop("oat")],
    teams: [{ ...team, componentIds: ["component:rye"] }],
  });
  return assessMaintainability({ organisation, quarters, locked: [], until: asOf });
}

const locked = (name: string, version: string, from: string, to: string | null = null) => ({
  componentId: `component:${name}`,
  repositoryId: `repository:${name}`,
  purl: "pkg:gem/flour",
  version,
  from: on(from),
  to: to === null ? null : on(to),
  path: "Gemfile.lock",
  commit: from,
});

describe("maintainability", () => {
  it("shows planted growth of churn beside rising throughput, each with its interval", () => {
    const faster = Array.from({ length: 12 }, (_, back) =>
      cell(back, { humanChanges: changesFrom(back, 80 - 4 * back), linesGone: 400 - 20 * back }),
    );
    const [whole] = judge(faster).scopes;
    const trend = (measure: string) => whole?.trends.find((one) => one.measure === measure);
    expect(trend("throughput")).toMatchObject({ perYear: 16, low: 16, high: 16, n: 12 });
    expect(trend("churn")?.perYear).toBeCloseTo(0.08, 10);
    expect(trend("churn")?.relativePerYear).toBeCloseTo(0.08 / 0.29, 10);
    expect(trend("rework")).toMatchObject({ perYear: 0 });
  });

  it("has no trend below eight quarters, and no shares of next to nothing", () => {
    const few = [0, 1, 2, 3, 4, 5, 6].map((back) =>
      cell(back, { fileChangesCount: 9, linesAdded: 49 }),
    );
    const { scopes, unknown } = judge(few);
    expect(scopes[0]?.trends).toEqual([]);
    expect(scopes[0]?.quarters[0]).toMatchObject({
      reworkShare: null,
      churnShare: null,
      commitsCount: 20,
    });
    expect(unknown.map(({ field }) => field)).toContain("scopes.0.quarters.0.reworkShare");
  });

  it("stands for the organisation, teams and components, each over its own quarters", () => {
    const { scopes } = judge([cell(3, {}), cell(1, {}, "oat")]);
    expect(scopes.map((one) => `${one.kind} ${one.id} ${String(one.quarters.length)}`)).toEqual([
      "organisation Bakery 4",
      "team team:rye 4",
      "component component:rye 4",
      "component component:oat 2",
    ]);
    expect(scopes[1]?.quarters.map((one) => one.commitsCount)).toEqual([20, 0, 0, 0]);
  });

  it("counts the quarters of a clone that ends earlier back from its own end", () => {
    const years = Array.from({ length: 30 }, (_, back) => [cell(back, {}), cell(back, {}, "oat")]);
    const end = on("2023-06-30");
    const { scopes } = assessMaintainability({
      organisation: bakery({
        components: [shop("rye"), shop("oat")],
        olderClones: new Map([["repository:oat", end]]),
      }),
      quarters: years.flat(),
      locked: [locked("oat", "1.0.0", "2020-01-01"), locked("rye", "2.0.0", "2020-01-01")],
      until: asOf,
    });
    const own = scopes.find(({ id }) => id === "component:oat");
    expect(own?.quarters).toHaveLength(12);
    expect(own?.quarters.at(-1)?.to).toBe(on("2023-04-01"));
    // What it locked is known in the oldest of them as well.
    expect(own?.quarters[0]).toMatchObject({ lockedCount: 1, from: on("2020-04-01") });
    expect(own?.trends.map(({ n }) => n)).toContain(12);
    expect(scopes.find(({ id }) => id === "component:rye")?.quarters).toHaveLength(12);
  });

  it("counts a commit once that changed several folders, for a team and for the organisation", () => {
    const folders = [
      cell(0, { humanChanges: [1, 2, 3] }),
      cell(0, { folder: "till", humanChanges: [2, 3, 4] }),
      cell(0, { folder: "till", humanChanges: [3] }),
      cell(0, { humanChanges: [3] }, "oat"),
    ];
    const { scopes } = judge(folders);
    expect(scopes.map((one) => `${one.kind} ${String(one.quarters[0]?.commitsCount)}`)).toEqual([
      "organisation 5",
      "team 4",
      "component 4",
      "component 1",
    ]);
  });

  it("opens into what was counted, by repository", () => {
    const { scopes } = judge([cell(3, {}), cell(1, {}), cell(1, {}, "oat")]);
    expect(
      scopes[0]?.evidence.map(({ repositoryId, text }) => [repositoryId, text.slice(0, 20)]),
    ).toEqual([
      ["repository:rye", "40 mainline commits "],
      ["repository:oat", "20 mainline commits "],
    ]);
  });

  it("leaves the quarter out that is not over", () => {
    expect(judge([cell(-1, {}), cell(0, {})]).scopes[0]?.quarters).toHaveLength(1);
  });
});

describe("dependency lag", () => {
  it("is the time since anybody here had a newer version", () => {
    const front = new Front([
      locked("rye", "1.0.0", "2022-01-01"),
      locked("oat", "1.1.0", "2023-01-01"),
      locked("oat", "2.0.0", "2024-01-01"),
    ]);
    expect(front.lag("pkg:gem/flour", "1.0.0", on("2024-01-01"))).toBeCloseTo(365 / 365.25, 6);
    expect(front.lag("pkg:gem/flour", "1.1.0", on("2023-06-01"))).toBe(0);
    expect(front.lag("pkg:gem/flour", "2.0.0", on("2025-01-01"))).toBe(0);
    expect(front.lag("pkg:gem/flour", "odd", on("2025-01-01"))).toBeNull();
  });

  it("counts a package once, however many files of a component fix the same version of it", () => {
    const twice = ["base.txt", "dev.txt"].map((path) => ({
      ...locked("rye", "1.0.0", "2022-01-01"),
      path,
    }));
    const { scopes } = assessMaintainability({
      organisation: bakery({ components: [shop("rye"), shop("oat")] }),
      quarters: [cell(0, {})],
      locked: [...twice, locked("oat", "1.0.0", "2022-01-01")],
      until: asOf,
    });
    expect(scopes[0]?.quarters.at(-1)).toMatchObject({ lockedCount: 2 });
  });

  it("is the mean over what is locked at the quarter's end", () => {
    const uses = [locked("rye", "1.0.0", "2022-01-01"), locked("oat", "2.0.0", "2023-12-31")];
    const { scopes } = assessMaintainability({
      organisation: bakery({ components: [shop("rye"), shop("oat")] }),
      quarters: [cell(0, {})],
      locked: uses,
      until: asOf,
    });
    const lag = scopes[0]?.quarters.at(-1);
    expect(lag).toMatchObject({ lockedCount: 2 });
    expect(lag?.dependencyLagYears).toBeCloseTo(
      (on("2025-01-01") - on("2023-12-31")) / 86_400 / 365.25 / 2,
      6,
    );
  });
});
