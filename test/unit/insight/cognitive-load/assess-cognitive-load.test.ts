import { describe, expect, it } from "vitest";
import { assessCognitiveLoad } from "#insight/cognitive-load/assess-cognitive-load.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bakery, bought, kit, on, shop, use } from "../adoption/bakery.ts";

const team = (name: string, ...shops: readonly string[]) => ({
  id: `team:${name}`,
  name,
  source: "codeowners" as const,
  kind: "team" as const,
  componentIds: shops.map((one) => `component:${one}`),
  evidence: [],
});
const locks = (name: string, version: string) => ({
  componentId: `component:${name}`,
  repositoryId: `repository:${name}`,
  purl: "pkg:gem/flour",
  version,
  from: on("2020-01-01"),
  to: null,
  path: "Gemfile.lock",
  commit: "c1",
});

function judge(parts: Partial<Organisation>, versions: readonly ReturnType<typeof locks>[] = []) {
  return assessCognitiveLoad({
    organisation: bakery({
      components: [shop("oven"), shop("rye"), shop("oat")],
      teams: [team("grain", "rye", "oat")],
      ...parts,
    }),
    jobs: jobIndex([]),
    sizes: new Map([
      [
        "component:rye",
        {
          filesCount: 5,
          languages: new Map([
            ["Ruby", 4],
            ["Shell", 1],
          ]),
        },
      ],
      ["component:oat", { filesCount: 3, languages: new Map([["Go", 3]]) }],
    ]),
    runtimes: [],
    locked: versions,
  });
}

it("counts a cycle of a runtime once, however exactly files pin it", () => {
  const pins = (name: string, version: string) => ({
    componentId: `component:${name}`,
    repositoryId: `repository:${name}`,
    runtime: "node" as const,
    version,
    written: version,
    rank: 0,
    path: ".nvmrc",
    line: 1,
    commit: "c1",
    at: on("2024-01-01"),
  });
  const [load] = assessCognitiveLoad({
    organisation: bakery({ teams: [team("grain", "rye", "oat")] }),
    jobs: jobIndex([]),
    sizes: new Map(),
    runtimes: [pins("rye", "20"), pins("oat", "20.15.0")],
    locked: [],
  });
  expect(load?.dimensions.find((one) => one.dimension === "runtimes")?.items).toEqual(["node 20"]);
});

const countsOf = ([load]: ReturnType<typeof judge>) =>
  Object.fromEntries((load?.dimensions ?? []).map((one) => [one.dimension, one.count]));

describe("cognitive load", () => {
  it("looks at what a team has, not at everything for each team", () => {
    const names = Array.from({ length: 100 }, (_, at) => `oven${String(at)}`);
    let readings = 0;
    const versions = names.map((name) => ({
      ...locks(name, "1.2.0"),
      get componentId() {
        readings++;
        return `component:${name}`;
      },
    }));
    const consumptions = names.map((name) => ({
      ...use(name, "oven-kit", "2020-01-01"),
      get consumerComponentId() {
        readings++;
        return `component:${name}`;
      },
    }));
    const components = names.map((name) => shop(name));
    const teams = names.map((name) => team(name, name));
    const loads = judge({ components, teams, consumptions }, versions);
    expect(loads.map((one) => one.itemsCount)).toEqual(names.map(() => 1));
    expect(readings).toBeLessThan(20 * names.length);
  });

  it("counts distinct things over the components of a team", () => {
    const loads = judge(
      {
        consumptions: [use("rye", "oven-kit", "2020-01-01"), use("oat", "oven-kit", "2021-01-01")],
        thirdPartyUses: [
          bought("rye", "pkg:gem/rails", "2020-01-01"),
          bought("rye", "pkg:gem/sidekiq", "2020-01-01"),
          bought("oat", "pkg:gem/resque", "2020-01-01"),
        ],
      },
      [locks("rye", "1.2.0"), locks("oat", "2.0.0")],
    );
    expect(countsOf(loads)).toEqual({
      languages: 2,
      runtimes: 0,
      frameworks: 1,
      tools: 2,
      infrastructure: 0,
      capabilities: 1,
      "parallel-versions": 1,
    });
    expect(loads[0]?.itemsCount).toBe(7);
    expect(loads[0]?.dimensions.at(-1)?.items).toEqual(["pkg:gem/flour 1"]);
  });

  it("counts a thing once: no Dockerfile or HCL beside images and Terraform, no own capability as a tool", () => {
    const loadOf = (artefacts: readonly string[]) =>
      assessCognitiveLoad({
        organisation: bakery({
          components: [
            shop("rye", {
              artefacts: artefacts.map((type) => ({ type, from: on("2015-01-01"), to: null })),
            }),
          ],
          teams: [team("grain", "rye")],
          capabilities: [kit("oven-kit", { job: "testing" })],
          consumptions: [use("rye", "oven-kit", "2020-01-01")],
        }),
        jobs: jobIndex([]),
        sizes: new Map([
          [
            "component:rye",
            {
              filesCount: 8,
              languages: new Map([
                ["Go", 2],
                ["Dockerfile", 2],
                ["HCL", 2],
                ["Makefile", 2],
              ]),
            },
          ],
        ]),
        runtimes: [],
        locked: [],
      })[0];
    const itemsOf = (artefacts: readonly string[], dimension: string) =>
      loadOf(artefacts)?.dimensions.find((one) => one.dimension === dimension)?.items;
    expect(itemsOf(["dockerfile", "terraform"], "languages")).toEqual(["Go", "Makefile"]);
    expect(itemsOf(["dockerfile"], "languages")).toEqual(["Go", "HCL", "Makefile"]);
    expect(itemsOf(["dockerfile"], "tools")).toEqual([]);
    expect(itemsOf(["dockerfile"], "capabilities")).toEqual(["oven-kit"]);
    expect(loadOf(["dockerfile", "terraform"])?.itemsCount).toBe(5);
  });

  it("grows as planted, over quarter-ends", () => {
    const begun = [
      "2022-04-01",
      "2022-10-01",
      "2023-04-01",
      "2023-10-01",
      "2024-04-01",
      "2024-10-01",
    ];
    const tools = ["sidekiq", "rspec", "webmock", "redis", "faraday", "rubocop"];
    const [load] = judge({
      thirdPartyUses: tools.map((name, index) =>
        bought("rye", `pkg:gem/${name}`, begun[index] ?? ""),
      ),
    });
    expect(load?.trend.at(-1)?.count).toBe(6);
    expect(load?.growth?.perYear).toBeCloseTo(2, 0);
    expect(load?.growth?.low).toBeGreaterThan(0);
  });

  it("leaves out one person's components, and what has gone", () => {
    const loads = judge({
      components: [shop("rye"), shop("oat", { goneAt: asOf - 1 })],
      teams: [
        team("grain", "rye", "oat"),
        { ...team("me", "rye"), id: "team:individual-owned", kind: "individual-owned" },
      ],
    });
    expect(loads.map((one) => [one.teamId, one.componentsCount])).toEqual([["team:grain", 1]]);
  });

  it("has no growth, and says why, of a team that is new", () => {
    const young = shop("rye", { born: { commit: "c", at: on("2024-09-01") } });
    const [load] = judge({ components: [young], teams: [team("grain", "rye")] });
    expect(load?.growth).toBeNull();
    expect(load?.unknown[0]).toMatchObject({ field: "growth", code: "too-few-quarters" });
  });
});
