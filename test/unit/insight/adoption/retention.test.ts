import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { Organisation } from "#model/organisation.ts";
import { bakery, bought, kit, release, shop, use } from "./bakery.ts";

const assess = (parts: Partial<Organisation>, options = {}) =>
  assessAdoption(bakery(parts), options).find(
    ({ capabilityId }) => capabilityId === "capability:oven-kit",
  )!;

describe("retention", () => {
  it("is Kaplan–Meier over components, an archived consumer censored there and counted beside it", () => {
    const { retention } = assess({
      components: [
        ...["rye", "spelt", "oat", "bun"].map((name) => shop(name)),
        shop("pie", { goneAt: Date.parse("2020-02-20T00:00:00Z") / 1000 }),
      ],
      consumptions: [
        use("rye", "oven-kit", "2020-01-01", "2020-01-11"),
        use("spelt", "oven-kit", "2020-01-01", "2020-04-10"),
        use("oat", "oven-kit", "2020-01-01"),
        use("bun", "oven-kit", "2020-01-01"),
        use("pie", "oven-kit", "2020-01-01"),
      ],
    });
    expect(retention).toMatchObject({ n: 5, events: 2, medianDays: null });
    expect(retention?.curve.map((p) => [p.days, p.atRisk])).toEqual([
      [0, 5],
      [10, 5],
      [100, 3],
      [1827, 2],
    ]);
    expect(retention?.curve[2]?.survival).toBeCloseTo((4 / 5) * (2 / 3), 12);
    const last = retention?.competing.at(-1);
    expect(last?.left).toBeCloseTo(1 / 5 + ((3 / 5) * 1) / 3, 12);
    expect(last?.archived).toBeCloseTo(1 / 5, 12);
    expect(retention?.clusteredBand).toHaveLength(2);
  });

  it("lets a use that was there before the record enter at the age it may have", () => {
    const censored = { isFromCensored: true };
    const { retention, timeToAdoptDays } = assess({
      capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2019-01-01")] })],
      components: ["rye", "spelt", "oat", "bun", "pie", "roll"].map((name) => shop(name)),
      consumptions: [
        use("rye", "oven-kit", "2019-04-11", "2019-04-12", censored),
        ...["spelt", "oat", "bun", "pie"].map((name) => use(name, "oven-kit", "2020-01-01")),
        use("roll", "oven-kit", "2020-01-01", "2020-01-31"),
      ],
    });
    // 100 days after the first release it came into view; it left at 101, the ended one at 30, among five.
    expect(retention?.curve.map((p) => [p.days, p.atRisk])).toEqual([
      [0, 5],
      [30, 5],
      [101, 5],
      [1827, 4],
    ]);
    expect(timeToAdoptDays).toEqual({ p50: 365, p85: 365, n: 5 });
  });

  it("is null below five uses of known age, and says why", () => {
    const few = ["rye", "oat", "bun", "pie"].map((name) => use(name, "oven-kit", "2020-01-01"));
    const unseen = use("roll", "oven-kit", "2020-01-01", null, { isFromCensored: true });
    const result = assess({
      components: [
        shop("roll", { born: null }),
        ...["rye", "oat", "bun", "pie"].map((n) => shop(n)),
      ],
      consumptions: [...few, unseen],
    });
    expect(result.retention).toBeNull();
    expect(result.unknown).toContainEqual(
      expect.objectContaining({ field: "retention", code: "too-few-uses" }),
    );
  });

  it("gives no clustered band for fewer than five owners", () => {
    const names = ["rye", "spelt", "oat", "bun", "roll"];
    const { retention } = assess({
      components: names.map((name) => shop(name, { ownerIds: ["team:bread"] })),
      consumptions: names.map((name) => use(name, "oven-kit", "2020-01-01")),
    });
    expect(retention).toMatchObject({ n: 5, events: 0, clusteredBand: null, medianDays: null });
  });
});

describe("leavers", () => {
  const packageJobs = new Map([
    ["pkg:gem/toaster", "bake"],
    ["pkg:gem/ladle", "pour"],
  ]);
  const capabilities = [
    kit("oven-kit", { job: "bake" }),
    kit("grill-kit", { job: "bake" }),
    kit("new-oven-kit", { job: "bake", formerNames: ["pkg:gem/oven-kit"] }),
  ];

  it("go to the nearest substitute within 90 days in the same component, or to nothing", () => {
    const { leaversTo, retention } = assess(
      {
        capabilities,
        consumptions: [
          use("rye", "oven-kit", "2019-01-01", "2020-06-01"),
          use("spelt", "oven-kit", "2019-01-01", "2020-06-01"),
          use("oat", "oven-kit", "2019-01-01", "2020-06-01"),
          use("bun", "oven-kit", "2019-01-01", "2020-06-01"),
          use("pie", "oven-kit", "2019-01-01", "2020-06-01"),
          use("rye", "grill-kit", "2020-08-30"),
          use("spelt", "grill-kit", "2020-08-31"),
          use("pie", "new-oven-kit", "2020-06-02"),
        ],
        thirdPartyUses: [
          bought("oat", "pkg:gem/toaster", "2020-05-01"),
          bought("oat", "pkg:gem/ladle", "2020-06-01"),
          bought("rye", "pkg:gem/toaster", "2020-03-01"),
          bought("roll", "pkg:gem/toaster", "2020-06-01"),
        ],
      },
      { packageJobs },
    );
    expect(leaversTo.map(({ reason, to, count }) => [reason, to, count])).toEqual([
      // Its provider gave it another name: who did not follow left what is retired.
      ["retired", null, 2],
      ["provider-renamed", "capability:new-oven-kit", 1],
      ["substitute", "capability:grill-kit", 1],
      ["substitute", "pkg:gem/toaster", 1],
    ]);
    expect(retention?.events).toBe(0);
  });

  it("chose where another solution was in use anywhere, and were captive where none was", () => {
    const parts = {
      capabilities,
      consumptions: [
        use("rye", "oven-kit", "2018-01-01"),
        use("oat", "oven-kit", "2020-01-01"),
        use("bun", "oven-kit", "2022-01-01"),
      ],
      thirdPartyUses: [bought("pie", "pkg:gem/toaster", "2019-01-01", "2021-01-01")],
    };
    expect(assess(parts, { packageJobs }).choice).toEqual({ chosen: 1, captive: 2, unknown: 0 });
    // Without a table of packages nobody can tell what else there was.
    expect(assess(parts).choice).toEqual({ chosen: 0, captive: 0, unknown: 3 });
    const jobless = { ...parts, capabilities: [kit("oven-kit")] };
    expect(assess(jobless, { packageJobs }).choice).toEqual({ chosen: 0, captive: 0, unknown: 3 });
  });

  it("defect quietly: a substitute beside it, a wrapper, a vendored copy", () => {
    const seen = { capabilityId: "capability:oven-kit", since: null, evidence: [] };
    const { defections } = assess(
      {
        capabilities,
        consumptions: [
          use("rye", "oven-kit", "2018-01-01"),
          use("oat", "oven-kit", "2018-01-01"),
          use("bun", "oven-kit", "2018-01-01", "2020-01-01"),
          use("rye", "grill-kit", "2020-01-01"),
        ],
        thirdPartyUses: [
          bought("oat", "pkg:gem/toaster", "2017-01-01"),
          bought("bun", "pkg:gem/toaster", "2019-01-01"),
        ],
        workarounds: [
          { ...seen, componentId: "component:oat", kind: "wrapper", text: "lib/oven_wrapper.rb" },
          { ...seen, componentId: "component:bun", kind: "vendored-copy", text: "vendor/oven" },
        ],
      },
      { packageJobs },
    );
    expect(defections.map(({ kind, componentId }) => [kind, componentId])).toEqual([
      ["vendored-copy", "component:bun"],
      ["wrapper", "component:oat"],
      ["substitute", "component:rye"],
    ]);
    expect(defections[2]?.text).toBe("uses grill-kit beside it");
  });
});

describe("cohorts", () => {
  it("follow each quarter year by year, without archived consumers", () => {
    const { cohorts } = assess({
      components: [
        shop("rye"),
        shop("oat"),
        shop("bun"),
        shop("pie", { goneAt: Date.parse("2022-06-01T00:00:00Z") / 1000 }),
      ],
      consumptions: [
        use("rye", "oven-kit", "2022-01-10"),
        use("oat", "oven-kit", "2022-03-31", "2023-06-01"),
        use("pie", "oven-kit", "2022-02-01"),
        use("bun", "oven-kit", "2024-04-01"),
      ],
    });
    expect(cohorts).toEqual([
      { quarter: "2022-Q1", size: 3, stillUsing: 1, stayedByYear: [1, 0.5] },
      { quarter: "2024-Q2", size: 1, stillUsing: 1, stayedByYear: [] },
    ]);
  });
});
