import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  adoptionByCapability,
  countedUses,
  groupBy,
  providedBy,
  untilAsOf,
  usersOf,
  usesNow,
  usesOf,
} from "#web/api/look-ups.ts";
import { itemOf, keyOfDelivery, keyOfJob } from "#web/api/section-items.ts";
import { adoption, capability, sample, use } from "./rows.ts";

const uses = [
  use({ id: "1", consumerComponentId: "shop", capabilityId: "kit" }),
  use({ id: "2", consumerComponentId: "till", capabilityId: "kit", to: "2025-01-01T00:00:00Z" }),
  use({ id: "3", consumerComponentId: "shop", capabilityId: "ui", scope: "reverse-test" }),
  use({ id: "4", consumerComponentId: "shop", capabilityId: "ui" }),
];
const ids = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

describe("uses", () => {
  it("count as adoption unless the provider tests its consumer", () => {
    expect(ids(countedUses(uses))).toEqual(["1", "2", "4"]);
  });

  it("of today are those that have not ended", () => {
    expect(ids(usesNow(uses))).toEqual(["1", "4"]);
  });

  it("are found by who is used and by who uses, past ones too", () => {
    expect(ids(usersOf(uses, "kit"))).toEqual(["1", "2"]);
    expect(ids(usersOf(uses, "ui"))).toEqual(["4"]);
    expect(ids(usesOf(uses, "shop"))).toEqual(["1", "4"]);
    expect(usersOf(uses, "oven")).toBe(usersOf(uses, "crumb"));
    expect(usesOf(uses, "oven")).toEqual([]);
  });

  it("of one report are not those of another", () => {
    expect(ids(usersOf([...uses, use({ id: "5", capabilityId: "kit" })], "kit"))).toEqual([
      "1",
      "2",
      "5",
    ]);
    expect(usersOf(uses, "kit")).toBe(usersOf(uses, "kit"));
  });
});

it("what a component provides is found by it, and what nobody provides by nobody", () => {
  const capabilities = [
    capability("capability:kit", { providerComponentId: "component:oven" }),
    capability("capability:far", { providerComponentId: null }),
  ];
  expect(ids(providedBy(capabilities, "component:oven"))).toEqual(["capability:kit"]);
  expect(providedBy(capabilities, "component:shop")).toEqual([]);
});

describe("adoption by capability", () => {
  const point = (date: string, components: number) => ({
    date,
    components,
    owners: 1,
    eligible: null,
    joined: 0,
    left: 0,
  });
  const rows = [
    adoption({ capabilityId: "kit", curve: [point("2026-01-31T23:59:59Z", 1)] }),
    adoption({
      capabilityId: "ui",
      curve: [point("2026-01-31T23:59:59Z", 2), point("2026-03-04T00:00:00Z", 3)],
    }),
  ];

  it("names its place in the report, and ends its curve on the day looked at", () => {
    const found = adoptionByCapability(rows, "2026-03-03T23:59:59Z").get("ui");
    expect(found?.pointer).toBe("/adoption/ui");
    expect(found?.adoption.curve.map(({ date, components }) => [date, components])).toEqual([
      ["2026-01-31T23:59:59Z", 2],
      ["2026-03-03T23:59:59Z", 3],
    ]);
    expect(rows[1]?.curve[1]?.date).toBe("2026-03-04T00:00:00Z");
  });

  it("is the same for the same day and another for another", () => {
    const of = (day: string) => adoptionByCapability(rows, day);
    expect(of("2026-03-03T23:59:59Z")).toBe(of("2026-03-03T23:59:59Z"));
    expect(of("2026-03-05T00:00:00Z").get("ui")?.adoption.curve.at(-1)?.date).toBe(
      "2026-03-04T00:00:00Z",
    );
  });
});

describe("points until the day looked at", () => {
  test.each([
    [[], []],
    [["2026-01-01"], ["2026-01-01"]],
    [
      ["2026-01-01", "2026-02-11"],
      ["2026-01-01", "2026-02-10"],
    ],
    [["2026-02-10", "2026-02-11"], ["2026-02-10"]],
  ])("%j end as %j", (before, after) => {
    const points = before.map((date) => ({ date }));
    expect(untilAsOf(points, "2026-02-10").map(({ date }) => date)).toEqual(after);
  });

  it("never reach beyond it, where only the last may", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1000, max: 2000 })), (years) => {
        const points = years.toSorted((a, b) => a - b).map((year) => ({ date: String(year) }));
        const asOf = points.at(-2)?.date ?? "1500";
        const ended = untilAsOf(points, asOf);
        expect(ended.every(({ date }) => date <= asOf)).toBe(true);
        expect(new Set(ended.map(({ date }) => date)).size).toBe(ended.length);
      }),
    );
  });
});

it("rows are grouped in their order", () => {
  expect([...groupBy(["rye", "oat", "rusk"], (one) => one[0] ?? "")]).toEqual([
    ["r", ["rye", "rusk"]],
    ["o", ["oat"]],
  ]);
});

describe("a row by the key in its address", () => {
  it("is found in every section that has such rows", () => {
    const [row] = sample.delivery;
    const [job] = sample.jobs;
    if (row === undefined || job === undefined) throw new Error("the sample is empty");
    expect(itemOf("delivery", sample, keyOfDelivery(row))).toBe(row);
    expect(itemOf("jobs", sample, keyOfJob(job))).toBe(job);
    for (const name of ["components", "capabilities", "teams", "consumptions"] as const) {
      expect(itemOf(name, sample, sample[name][1]?.id ?? "")).toBe(sample[name][1]);
    }
    expect(itemOf("adoption", sample, sample.adoption[2]?.capabilityId ?? "")).toBe(
      sample.adoption[2],
    );
    expect(itemOf("reliability", sample, sample.reliability[1]?.sloId ?? "")).toBe(
      sample.reliability[1],
    );
    expect(itemOf("value", sample, sample.value.capabilities[0]?.capabilityId ?? "")).toBe(
      sample.value.capabilities[0] ?? null,
    );
  });

  it("is null where there is none, also where the section is empty", () => {
    expect(itemOf("teams", sample, "team:nobody")).toBeNull();
    expect(itemOf("duplication", { duplication: null }, "clone:1")).toBeNull();
  });
});
