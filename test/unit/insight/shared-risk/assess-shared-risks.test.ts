import { cycleOf } from "#insight/shared-risk/end-of-life.ts";
import { describe, expect, it } from "vitest";
import { endOfLifeOf, publishedEndsOfLife } from "#insight/shared-risk/end-of-life.ts";
import {
  assessSharedRisks,
  type SharedRiskInput,
} from "#insight/shared-risk/assess-shared-risks.ts";
import { defaultSharedRiskOptions } from "#insight/shared-risk/options.ts";
import { asOf, bakery, bought, kit, on, shop, use } from "../adoption/bakery.ts";

const pins = (name: string, version: string, runtime: "ruby" | "node" = "ruby") => ({
  componentId: `component:${name}`,
  repositoryId: `repository:${name}`,
  runtime,
  version,
  written: version,
  line: 1,
  rank: 0,
  path: ".ruby-version",
  commit: "head",
  at: asOf,
});
const locks = (name: string, purl: string, version: string) => ({
  componentId: `component:${name}`,
  repositoryId: `repository:${name}`,
  purl,
  version,
  from: on("2024-01-01"),
  to: null,
  path: "Gemfile.lock",
  commit: "c1",
});
const flour = "pkg:gem/flour";
const hot = {
  id: "BAKERY-2024-1",
  aliases: [],
  summary: "Burns",
  affected: [
    {
      purl: flour,
      versions: [],
      ranges: [
        {
          events: [
            { kind: "introduced", version: "0" },
            { kind: "fixed", version: "1.4.0" },
          ],
        },
      ],
    },
  ],
} as const;

const judge = (input: Partial<SharedRiskInput>, options = defaultSharedRiskOptions) =>
  assessSharedRisks(
    { organisation: bakery({}), runtimes: [], locked: [], advisories: null, ...input },
    options,
  );

describe("runtimes past their end of support", () => {
  const runtimes = [
    pins("rye", "2.7.8"),
    pins("oat", "2.7.1"),
    pins("bun", "3.4.1"),
    pins("pie", "9.9"),
  ];

  it("are a share of the owners that could be judged, one whose cycle nobody knows left out", () => {
    const { risks, runtimesJudged } = judge({ runtimes });
    expect(risks.map(({ share, ownersJudged }) => [share, ownersJudged])).toEqual([[2 / 3, 3]]);
    expect(runtimesJudged).toBe(3);
  });

  it("of Go end half a year after half a year", () => {
    const until = (version: string) => endOfLifeOf("go", version, publishedEndsOfLife)?.day;
    expect([until("1.24.1"), until("1.26")]).toEqual(["2026-02-10", "2027-02-28"]);
  });

  it("belong to a cycle: as the table has it, else as long as its newest is, the major of Java", () => {
    expect(cycleOf("node", "20.15.0")).toBe("20");
    expect(cycleOf("node", "99.1.0")).toBe("99");
    expect(cycleOf("python", "3.12.4")).toBe("3.12");
    expect(cycleOf("ruby", "9.9.1")).toBe("9.9");
    expect(cycleOf("java", "21.0.3")).toBe("21");
  });

  it("hit the share of owners that pin them, with each file as evidence", () => {
    const { risks, runtimesJudged, unknownCycles } = judge({ runtimes });
    expect(risks).toMatchObject([
      {
        id: "runtime:ruby@2.7",
        ownerIds: ["team:oat", "team:rye"],
        share: 2 / 3,
        versions: ["2.7.1", "2.7.8"],
      },
    ]);
    expect(risks[0]?.evidence.map(({ path }) => path)).toEqual([".ruby-version", ".ruby-version"]);
    expect([runtimesJudged, unknownCycles]).toEqual([3, ["ruby 9.9"]]);
  });

  it("are judged by what fulcrum.yaml says first", () => {
    const extended = {
      runtime: "ruby",
      cycle: "2.7",
      day: "2030-01-01",
      source: "fulcrum.yaml",
    } as const;
    const endsOfLife = [...publishedEndsOfLife, extended];
    expect(judge({ runtimes }, { ...defaultSharedRiskOptions, endsOfLife }).risks).toEqual([]);
  });

  it("end with the last day of support, not before", () => {
    const day = (at: string) =>
      judge({ organisation: bakery({ asOf: on(at) }), runtimes: [pins("rye", "3.1.2")] }).risks
        .length;
    expect([day("2025-03-26"), day("2025-03-27")]).toEqual([0, 1]);
  });

  it("belong to the longest cycle that fits: 3.10 is not 3.1", () => {
    const cycle = (version: string) => endOfLifeOf("python", version, publishedEndsOfLife)?.cycle;
    expect([cycle("3.10.4"), cycle("3.1"), cycle("3")]).toEqual(["3.10", undefined, undefined]);
  });

  it("have their remedy in the base image that most build on", () => {
    const image = kit("ruby-base", { kind: "tooling", packages: ["pkg:docker/bakery/ruby-base"] });
    const built = (path: string) => {
      const consumptions = ["rye", "oat"].map((name) => {
        const one = use(name, "ruby-base", "2023-01-01");
        return { ...one, evidence: one.evidence.map((ref) => ({ ...ref, path })) };
      });
      const organisation = bakery({ capabilities: [image], consumptions });
      return judge({ organisation, runtimes }).risks[0]?.remedy;
    };
    expect(built("Dockerfile")).toMatchObject({ capabilityId: "capability:ruby-base", reach: 2 });
    // What a pipeline runs beside them brings them no runtime.
    expect(built(".buildkite/pipeline.yml")).toMatchObject({ capabilityId: null });
    expect(judge({ runtimes }).risks[0]?.remedy).toMatchObject({ capabilityId: null, reach: 0 });
  });

  it("ask to move those that are worked on, unless no other is hit", () => {
    const asked = (...isLive: readonly (boolean | null)[]) => {
      const all = bakery({});
      const components = all.components.map((one) => {
        const at = ["rye", "oat"].findIndex((name) => one.id.includes(name));
        return at < 0 ? one : { ...one, isLive: isLive[at] ?? null };
      });
      const { risks } = judge({ organisation: { ...all, components }, runtimes });
      return /move (.*?) to/.exec(risks[0]?.remedy.text ?? "")?.[1];
    };
    expect(asked(true, null)).toBe("2 components");
    expect(asked(true, false)).toBe("1 component");
    expect(asked(false, false)).toBe("2 components");
  });
});

describe("advisories", () => {
  const locked = [
    locks("rye", flour, "1.3.9"),
    locks("oat", flour, "1.4.0"),
    locks("bun", "pkg:gem/salt", "1.0.0"),
  ];

  it("hit those whose lock files hold an affected version", () => {
    const { risks } = judge({ locked, advisories: [hot] });
    expect(risks).toMatchObject([
      {
        id: `advisory:BAKERY-2024-1:${flour}`,
        componentIds: ["component:rye"],
        share: 1 / 3,
        versions: ["1.3.9"],
      },
    ]);
    expect(risks[0]?.remedy.text).toContain("1.4.0");
  });

  it("of an action hit those that use a folder of it", () => {
    const purl = "pkg:githubactions/bakery/oven";
    const action = { ...hot, affected: hot.affected.map((one) => ({ ...one, purl })) };
    const uses = [
      locks("rye", `${purl}#init`, "v1.3.9"),
      locks("oat", `${purl}#init`, "v1.4.0"),
      locks("bun", "pkg:githubactions/bakery/oven-door#init", "v1.3.9"),
    ];
    expect(judge({ locked: uses, advisories: [action] }).risks).toMatchObject([
      { subject: purl, componentIds: ["component:rye"] },
    ]);
  });

  it("of Go's standard library hit those whose toolchain brings it", () => {
    const purl = "pkg:golang/stdlib";
    const library = { ...hot, affected: hot.affected.map((one) => ({ ...one, purl })) };
    const go = (name: string, version: string) => ({
      ...pins(name, version),
      runtime: "go" as const,
    });
    const runtimes = [
      go("rye", "1.3.9"),
      go("oat", "1.4.0"),
      go("bun", "1.3"),
      pins("pie", "1.3.9"),
    ];
    const hit = judge({ runtimes, advisories: [library] }).risks.filter(
      ({ kind }) => kind === "advisory",
    );
    expect(hit).toMatchObject([{ subject: purl, componentIds: ["component:rye"] }]);
  });

  it("of one vulnerability are one risk, whichever of them names the other", () => {
    const also = { ...hot, id: "BREAD-7", aliases: ["CVE-2024-9"] };
    const [first, ...more] = judge({
      locked,
      advisories: [{ ...hot, aliases: ["CVE-2024-9"] }, also, { ...hot, id: "CVE-2024-9" }],
    }).risks;
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      id: `advisory:BAKERY-2024-1:${flour}`,
      title: "BAKERY-2024-1 (BREAD-7, CVE-2024-9): Burns",
      componentIds: ["component:rye"],
    });
    const apart = judge({ locked, advisories: [hot, { ...hot, id: "BAKERY-2024-2" }] }).risks;
    expect(apart).toHaveLength(2);
  });

  it("of one vulnerability add what each says is affected", () => {
    const named = {
      ...hot,
      id: "BREAD-8",
      aliases: ["BAKERY-2024-1"],
      affected: [{ purl: flour, versions: ["1.4"], ranges: [] }],
    };
    expect(judge({ locked, advisories: [hot, named] }).risks).toMatchObject([
      { componentIds: ["component:oat", "component:rye"], versions: ["1.3.9", "1.4.0"] },
    ]);
  });

  it("hit those whose manifests fix an affected version, where no lock file is", () => {
    const declared = [
      { ...locks("pie", flour, "1.2.0"), path: "Gemfile", isDeclared: true as const },
    ];
    const { risks, componentsLocked, componentsJudged } = judge({
      locked,
      declared,
      advisories: [hot],
    });
    expect(risks[0]).toMatchObject({ componentIds: ["component:pie", "component:rye"] });
    expect(risks[0]?.evidence.map(({ text }) => text)).toEqual([
      `locks ${flour} at 1.3.9`,
      `declares ${flour} at 1.2.0`,
    ]);
    expect(componentsJudged).toBe(4);
    // What a manifest fixes is locked by nothing.
    expect(componentsLocked).toBe(3);
  });

  it("name the versions that their ranges cannot be held against", () => {
    const odd = {
      ...hot,
      affected: [
        {
          purl: flour,
          versions: [],
          ranges: [
            {
              events: [
                { kind: "introduced" as const, version: "0" },
                { kind: "fixed" as const, version: "the next one" },
              ],
            },
          ],
        },
      ],
    };
    const found = judge({
      locked: [...locked, locks("pie", flour, "as milled")],
      advisories: [odd],
    });
    expect(found.risks).toEqual([]);
    expect(found.unorderedVersions).toEqual([
      { purl: flour, versions: ["as milled", "the next one"] },
    ]);
    expect(judge({ locked, advisories: [hot] }).unorderedVersions).toEqual([]);
  });

  it("that were not given are unknown, not none", () => {
    const missing = judge({ locked });
    expect(missing.advisoriesCount).toBeNull();
    expect(missing.unknown[0]).toMatchObject({ field: "advisoriesCount", code: "not-given" });
    expect(judge({ locked, advisories: [] }).unknown).toEqual([]);
  });
});

describe("outdated majors", () => {
  const locked = [
    locks("rye", flour, "1.9.0"),
    locks("oat", flour, "1.0.0"),
    locks("bun", flour, "2.0.0"),
    locks("pie", "pkg:gem/salt", "1.0.0"),
  ];

  it("are those below what others here use, when two owners share them", () => {
    expect(judge({ locked }).risks).toMatchObject([
      {
        id: `outdated-major:${flour}`,
        componentIds: ["component:oat", "component:rye"],
        share: 0.5,
      },
    ]);
    expect(judge({ locked: locked.slice(1) }).risks).toEqual([]);
  });

  it("are remedied in a library that brings the package itself", () => {
    const inGemspec = { ...bought("oven", flour, "2022-01-01") };
    const evidence = [{ ...use("oven", "x", "2022-01-01").evidence[0]!, path: "oven.gemspec" }];
    const organisation = bakery({
      consumptions: ["rye", "oat"].map((name) => use(name, "oven-kit", "2023-01-01")),
      thirdPartyUses: [{ ...inGemspec, evidence }],
    });
    expect(judge({ organisation, locked }).risks[0]?.remedy.capabilityId).toBe(
      "capability:oven-kit",
    );
  });

  it("are not remedied where users choose the version, nor where it is a tool of those who work on it", () => {
    const remedy = (subject: string, path: string, more: { isPeer?: true } = {}) => {
      const evidence = [{ ...use("oven", "x", "2022-01-01").evidence[0]!, path }];
      const organisation = bakery({
        consumptions: ["rye", "oat"].map((name) => use(name, "oven-kit", "2023-01-01")),
        thirdPartyUses: [{ ...bought("oven", subject, "2022-01-01"), evidence, ...more }],
      });
      const renamed = locked.map((one) => ({ ...one, purl: subject }));
      return judge({ organisation, locked: renamed }).risks[0]?.remedy.capabilityId ?? null;
    };
    const own = "capability:oven-kit";
    expect(remedy("pkg:npm/yeast", "package.json")).toBe(own);
    expect(remedy("pkg:npm/yeast", "package.json", { isPeer: true })).toBeNull();
    expect(remedy("pkg:pypi/yeast", "requirements/base.in")).toBe(own);
    expect(remedy("pkg:pypi/yeast", "requirements/pip.in")).toBeNull();
  });

  it("do not count components that have gone, nor one person as an owner", () => {
    const organisation = bakery({
      components: [
        shop("rye", { ownerIds: ["team:individual-owned"] }),
        shop("oat"),
        shop("bun"),
        shop("spelt", { goneAt: asOf - 1 }),
      ],
    });
    expect(
      judge({ organisation, locked: [...locked, locks("spelt", flour, "1.0.0")] }).risks,
    ).toEqual([]);
  });
});

describe("what a runtime is there for", () => {
  const old = (name: string, more: object) => ({ ...pins(name, "14.1.0", "node"), ...more });

  it("is running where a function or an image says so, and building where pages are made with it", () => {
    const organisation = bakery({
      components: [
        shop("rye", {}),
        shop("oat", {}),
        shop("bun", { surface: [{ mark: "api-framework", text: "ovens", count: 1 }] }),
        shop("pie", {}),
      ],
    });
    const { risks } = judge({
      organisation,
      runtimes: [
        old("rye", { runs: "function" }),
        old("oat", { runs: "image" }),
        old("bun", {}),
        old("pie", {}),
        // What builds the function of rye is not counted once more.
        old("rye", {}),
      ],
    });
    expect(risks[0]?.componentIds).toHaveLength(4);
    expect(risks[0]?.functionIds).toEqual(["component:rye"]);
    expect(risks[0]?.buildingIds).toEqual(["component:pie"]);
  });

  it("is building in a folder of scripts, and running in a Ruby application that renders pages", () => {
    const organisation = bakery({
      components: [
        shop("rye", { path: "stock/scripts" }),
        shop("oat", { surface: [{ mark: "web-framework", text: "Rails", count: 1 }] }),
        shop("bun", { surface: [{ mark: "documentation-site", text: "Middleman", count: 1 }] }),
      ],
    });
    const runtimes = ["rye", "oat", "bun"].map((name) => pins(name, "2.7.8"));
    expect(judge({ organisation, runtimes }).risks[0]?.buildingIds).toEqual([
      "component:bun",
      "component:rye",
    ]);
  });
});
