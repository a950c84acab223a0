import { describe, expect, test } from "vitest";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import type { Job } from "#insight/jobs/job.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import { quarterEnds } from "#insight/jobs/trend.ts";
import { asOf, bakery, bought, kit, on, shop, use } from "../adoption/bakery.ts";

const catalogue: readonly Job[] = [
  {
    id: "baking",
    title: "Baking",
    definition: "Makes bread of dough.",
    countsIn: "production",
    solutions: [
      { packages: ["pkg:gem/gas", "pkg:gem/gas-*"], reason: "flame" },
      { packages: ["pkg:gem/wood"], reason: "embers" },
      { packages: ["pkg:npm/steam"], reason: "vapour" },
    ],
    absent: {},
  },
];
const index = jobIndex([], catalogue);

describe("jobs of an organisation", () => {
  test("solutions, shares, effective number, by ecosystem", () => {
    const results = assessJobs(
      bakery({
        thirdPartyUses: [
          bought("rye", "pkg:gem/gas", "2020-01-01"),
          bought("rye", "pkg:gem/gas-timer", "2020-02-01"),
          bought("spelt", "pkg:gem/gas-timer", "2020-01-01"),
          bought("oat", "pkg:gem/wood", "2020-01-01"),
          bought("bun", "pkg:npm/steam", "2020-01-01"),
          bought("bun", "pkg:npm/flour", "2020-01-01"),
        ],
      }),
      { index },
    );
    expect(results.map(({ ecosystem }) => ecosystem)).toEqual(["gem", "npm"]);
    expect(results[0]).toMatchObject({
      job: "baking",
      title: "Baking",
      ownersCount: 3,
      isFragmented: false,
      solutions: [
        {
          package: "pkg:gem/gas",
          packages: ["pkg:gem/gas", "pkg:gem/gas-timer"],
          reason: "flame",
          componentIds: ["component:rye", "component:spelt"],
          ownerIds: ["team:rye", "team:spelt"],
          share: 0.666666667,
          capabilityId: null,
        },
        { package: "pkg:gem/wood", share: 0.333333333 },
      ],
      unknown: [],
    });
    // exp(−(2/3 ln 2/3 + 1/3 ln 1/3)) = 3 ÷ 2^(2/3)
    expect(results[0]?.effectiveNumber).toBeCloseTo(3 / 2 ** (2 / 3), 6);
    expect(results[1]).toMatchObject({ effectiveNumber: null, isFragmented: null });
    expect(results[1]?.unknown.map(({ field }) => field)).toEqual([
      "effectiveNumber",
      "isFragmented",
      "trend",
    ]);
  });

  test("two ways in equal parts are fragmented", () => {
    const [result] = assessJobs(
      bakery({
        thirdPartyUses: ["rye", "spelt", "oat", "bun"].map((name, place) =>
          bought(name, place < 2 ? "pkg:gem/gas" : "pkg:gem/wood", "2020-01-01"),
        ),
      }),
      { index },
    );
    expect(result).toMatchObject({ effectiveNumber: 2, isFragmented: true });
  });

  test("where most components have no team their repositories are counted; persons are no team", () => {
    const names = ["rye", "spelt", "oat", "bun"];
    const ownerIds = [["team:rye"], [], ["team:individual-owned"], []];
    const [result] = assessJobs(
      bakery({
        components: names.map((name, place) => shop(name, { ownerIds: ownerIds[place] ?? [] })),
        thirdPartyUses: names.map((name, place) =>
          bought(name, place < 2 ? "pkg:gem/gas" : "pkg:gem/wood", "2020-01-01"),
        ),
      }),
      { index },
    );
    expect(result).toMatchObject({
      ownersCount: 1,
      keepers: { count: 4, unit: "repository" },
      effectiveNumber: 2,
      isFragmented: true,
      unknown: [],
    });
    expect(result?.solutions.map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  test("tests and tools do not answer a job of production; a job about them counts them", () => {
    const organisation = bakery({
      thirdPartyUses: [{ ...bought("rye", "pkg:gem/gas", "2020-01-01"), scope: "test" }],
    });
    expect(assessJobs(organisation, { index })).toEqual([]);
    const any = jobIndex([], [{ ...catalogue[0]!, countsIn: "any" }]);
    expect(assessJobs(organisation, { index: any })).toHaveLength(1);
  });

  test("an image that only helps to build ships nothing", () => {
    const organisation = bakery({
      thirdPartyUses: [{ ...bought("rye", "pkg:gem/gas", "2020-01-01"), isOfHelper: true }],
    });
    const shipped = jobIndex([], [{ ...catalogue[0]!, countsIn: "shipped" }]);
    expect(assessJobs(organisation, { index: shipped })).toEqual([]);
    expect(assessJobs(organisation, { index })).toHaveLength(1);
  });

  test("what ended, what begins later and who has gone do not count", () => {
    const results = assessJobs(
      bakery({
        components: [
          shop("rye"),
          shop("oat"),
          shop("pie", { lifecycle: "archived", goneAt: on("2022-01-01") }),
        ],
        thirdPartyUses: [
          bought("rye", "pkg:gem/gas", "2020-01-01", "2021-01-01"),
          bought("oat", "pkg:gem/wood", "2025-06-01"),
          bought("pie", "pkg:gem/gas", "2020-01-01"),
        ],
      }),
      { index },
    );
    expect(results).toEqual([]);
  });

  test("an own capability is a solution, and the platform's answer even where nobody uses it", () => {
    const parts = {
      capabilities: [
        kit("clay-oven", { job: "baking" }),
        kit("gas-settings"),
        kit("dream-oven", { job: "baking", lifecycle: "archived" }),
        kit("delivery", { job: "baking", packages: [] }),
      ],
      consumptions: [
        use("rye", "clay-oven", "2021-01-01"),
        use("rye", "gas-settings", "2021-01-01"),
        use("oven", "clay-oven", "2021-01-01"),
      ],
      thirdPartyUses: [bought("rye", "pkg:gem/gas", "2020-01-01")],
    };
    const [result] = assessJobs(bakery(parts), { index });
    expect(
      result?.solutions.map((one) => [one.package, one.capabilityId, one.componentIds]),
    ).toEqual([
      // Settings of a listed tool are part of it, not another way.
      ["pkg:gem/clay-oven", "capability:clay-oven", ["component:rye"]],
      ["pkg:gem/gas", "capability:gas-settings", ["component:rye"]],
    ]);
    expect(result?.platformAnswerIds).toEqual([
      "capability:clay-oven",
      "capability:delivery",
      "capability:gas-settings",
    ]);
  });

  test("what gives views to draw with is the platform's answer to that job, whatever its package is called", () => {
    const [result] = assessJobs(
      bakery({
        capabilities: [kit("crust", { kind: "ui-components" })],
        consumptions: [use("rye", "crust", "2021-01-01")],
      }),
      { index: jobIndex() },
    );
    expect(result).toMatchObject({
      job: "ui-components",
      platformAnswerIds: ["capability:crust"],
      solutions: [{ capabilityId: "capability:crust", componentIds: ["component:rye"] }],
    });
  });

  test("among teams, components without one are named, and counted in no share", () => {
    const [result] = assessJobs(
      bakery({
        components: [shop("rye", { ownerIds: [] }), shop("oat"), shop("bun")],
        thirdPartyUses: [bought("rye", "pkg:gem/gas", "2020-01-01")],
      }),
      { index },
    );
    expect(result).toMatchObject({
      ownersCount: 0,
      solutions: [{ componentIds: ["component:rye"], ownerIds: [], share: null }],
    });
    expect(result?.unknown.map(({ field }) => field)).toContain("solutions");
  });

  test("the trend has quarter-ends and as-of, from the first use on", () => {
    const [result] = assessJobs(
      bakery({
        thirdPartyUses: [
          bought("rye", "pkg:gem/gas", "2024-05-01"),
          bought("oat", "pkg:gem/gas", "2024-05-01"),
          bought("pie", "pkg:gem/wood", "2024-08-01"),
        ],
      }),
      { index },
    );
    expect(
      result?.trend.map(({ at, effectiveNumber, ownersCount }) => [
        new Date(at * 1000).toISOString().slice(0, 10),
        effectiveNumber === null ? null : Math.round(effectiveNumber * 100) / 100,
        ownersCount,
      ]),
    ).toEqual([
      ["2024-06-30", null, 2],
      ["2024-09-30", 1.89, 3],
      ["2024-12-31", 1.89, 3],
    ]);
    expect(result?.trend.at(-1)).toMatchObject({ effectiveNumber: result?.effectiveNumber });
    expect(quarterEnds(asOf, 12)).toHaveLength(12);
    expect(quarterEnds(on("2024-02-29"), 3).map((at) => new Date(at * 1000).toISOString())).toEqual(
      ["2023-09-30T23:59:59.000Z", "2023-12-31T23:59:59.000Z", "2024-02-29T00:00:00.000Z"],
    );
  });

  test("the order of the input does not matter", () => {
    const organisation = bakery({
      capabilities: [kit("clay-oven", { job: "baking" }), kit("gas-settings")],
      consumptions: [
        use("rye", "clay-oven", "2021-01-01"),
        use("spelt", "gas-settings", "2021-01-01"),
      ],
      thirdPartyUses: [
        bought("rye", "pkg:gem/gas", "2020-01-01"),
        bought("oat", "pkg:gem/wood", "2020-01-01"),
        bought("bun", "pkg:gem/gas-x", "2020-01-01"),
      ],
    });
    const turned = {
      ...organisation,
      components: organisation.components.toReversed(),
      capabilities: organisation.capabilities.toReversed(),
      consumptions: organisation.consumptions.toReversed(),
      thirdPartyUses: organisation.thirdPartyUses.toReversed(),
    };
    expect(assessJobs(turned, { index })).toEqual(assessJobs(organisation, { index }));
  });
});
