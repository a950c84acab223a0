import { describe, expect, test } from "vitest";
import type { UpdateBot } from "#evidence/automation.ts";
import { noAutomation } from "#model/automation.ts";
import type { Sweep } from "#model/sweeps.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { MainlineChange } from "#model/mainline-changes.ts";
import { asOf, DAY, kit, shop, use } from "../adoption/bakery.ts";
import { costs, propose } from "./propose.ts";

describe("a change that goes into many repositories", () => {
  const swept = (
    name: string,
    daysAgo: number,
    shops: readonly string[] = ["rye", "oat", "pie", "bun"],
  ): Sweep => ({
    mark: name,
    places: shops.map((each, at) => ({
      repositoryId: `repository:${each}`,
      commit: `${name} ${each}`,
      at: asOf - (daysAgo - at) * DAY,
    })),
  });
  const five = [40, 140, 240, 440, 640].map((ago) => swept(`use sieve ${String(ago)}`, ago));

  test("is to be made once: all but the first of each are repeats, of the last twelve months", () => {
    const [found] = propose({}, { sweeps: five });
    expect(found).toMatchObject({
      kind: "enable",
      title:
        "Change many repositories in one go: 9 changes a year only repeat what another repository got",
      reach: { count: 4, unit: "team" },
      measure: { present: 9, unit: "a year" },
    });
    expect(found?.replaces).toMatch(/^9 changes by people in the last year /);
    expect(found?.reasons[0]).toBe(
      "3 changes went into three or more repositories each in the last year; in the two years before 2 did",
    );
    expect(found?.evidence[0]).toMatchObject({ source: "git", commit: "use sieve 40 rye" });
  });

  test("is none where it was seldom, or long ago", () => {
    expect(propose({}, { sweeps: five.slice(1) })).toEqual([]);
    expect(propose({}, { sweeps: five.map((one) => ({ ...one, places: later(one) })) })).toEqual(
      [],
    );
  });
  const later = ({ places }: Sweep) => places.map((one) => ({ ...one, at: one.at - 800 * DAY }));

  test("is one a day of a repository, whatever it is made of", () => {
    const twice = five.flatMap((one) => [one, { ...one, mark: `${one.mark} again` }]);
    expect(propose({}, { sweeps: twice })[0]?.measure.present).toBe(9);
  });

  test("goes through the tool that is there for it, where a document names one", () => {
    const bulkTools = [
      {
        name: "bulk-changer",
        line: 3,
        repositoryId: "repository:rye",
        path: "docs/ruby.md",
        commit: "head",
        at: asOf,
      },
    ];
    const automation = { ...noAutomation, bulkTools };
    const [found] = propose({}, { sweeps: five, automation });
    expect(found?.title).toBe(
      "Bring what goes into many repositories through bulk-changer: 9 changes a year only repeat what another repository got",
    );
    expect(found?.firstStep).toContain("docs/ruby.md of rye names for this");
    expect(found?.firstStep).not.toContain("script");
  });
});

describe("actions of other makers", () => {
  const calls = (
    name: string,
    action: string,
    reach: "publishes" | "secrets" | null,
    ref = "v1",
  ) => ({
    repositoryId: `repository:${name}`,
    path: `.github/workflows/${reach ?? "check"}.yml`,
    commit: "head",
    at: asOf,
    jobs: [{ from: 1, to: 9, isCall: false, reach, loose: [{ action, ref, line: 7 }] }],
  });
  const told = (
    workflows: readonly ReturnType<typeof calls>[],
    parts: Parameters<typeof propose>[0] = {},
    bots: ReadonlyMap<string, readonly UpdateBot[]> = new Map(),
  ) =>
    propose(parts, {
      automation: { ...noAutomation, workflows, bots },
      costs: { ...costs, change: { low: 10, likely: 20, high: 40 } },
    });
  const actions: UpdateBot = {
    bot: "Dependabot",
    types: ["githubactions"],
    folders: ["."],
    line: 3,
  };
  const publishing = ["rye", "oat"].map((name) => calls(name, "miller/grind", "publishes", "main"));

  test("are to be pinned first where their jobs publish: two are enough", () => {
    const [found] = told([...publishing, calls("pie", "miller/sift", "secrets")]);
    expect(found).toMatchObject({
      kind: "secure",
      title:
        "Pin the actions that publish to commits: in 2 repositories miller/grind follows a tag or branch",
      measure: { present: 2, unit: "calls" },
      reach: { count: 3, unit: "team" },
    });
    expect(found?.firstStep).toContain("set up a bot for actions there");
    expect(found?.reasons[0]).toContain("publishes.yml of rye (miller/grind@main)");
    expect(found?.evidence[0]).toMatchObject({ source: "pipeline-jobs", line: 7 });
    expect(told(publishing.slice(0, 1))).toEqual([]);
  });

  test("are raised by a bot only where one is set up for actions", () => {
    const bots = (types: readonly string[]) =>
      new Map(
        ["rye", "oat"].map((name) => [`repository:${name}`, [{ ...actions, types }]] as const),
      );
    expect(told(publishing, {}, bots(["githubactions"]))[0]?.firstStep).toContain(
      "its bot raises both",
    );
    expect(told(publishing, {}, bots(["gem"]))[0]?.firstStep).toContain("set up a bot");
  });

  test("are a matter beside secrets where they are several, and none in jobs that can do nothing", () => {
    const six = (reach: "secrets" | null) =>
      ["rye", "oat", "pie"].flatMap((name) => [
        calls(name, "miller/grind", reach),
        calls(name, "miller/sift", reach),
      ]);
    expect(told(six("secrets"))[0]?.title).toBe(
      "Pin the actions of other makers to commits where secrets are at hand: 6 calls in 3 repositories follow a tag or branch",
    );
    expect(told(six("secrets").slice(0, 4))).toEqual([]);
    expect(told(six(null))).toEqual([]);
  });

  test("are not what the organisation makes, nor what an older clone says", () => {
    const own = publishing.map((one) => ({
      ...one,
      repositoryId: one.repositoryId.replace(":", ":forge.test/bakery/"),
    }));
    const components = ["rye", "oat"].map((name) => ({
      ...shop(name),
      repositoryId: `repository:forge.test/bakery/${name}`,
    }));
    const calling = (action: string) =>
      told(
        own.map((one) => ({
          ...one,
          jobs: one.jobs.map((job) => ({
            ...job,
            loose: job.loose.map((each) => ({ ...each, action })),
          })),
        })),
        { components },
      );
    expect(calling("bakery/ship")).toEqual([]);
    expect(calling("miller/ship")).toHaveLength(1);
    const olderClones = new Map([["repository:rye", asOf - 60 * DAY]]);
    expect(told(publishing, { olderClones })).toEqual([]);
  });
});

describe("what most have left", () => {
  const left = ["rye", "spelt", "oat", "bun", "roll"].map((name) =>
    use(name, "oven-kit", "2019-01-01", "2024-06-01"),
  );
  const titles = (consumptions: ReturnType<typeof use>[], lifecycle = "production" as const) =>
    propose({
      capabilities: [kit("oven-kit", { lifecycle })],
      components: [
        shop("oven"),
        ...["rye", "spelt", "oat", "bun", "roll", "pie", "tart"].map((name) => shop(name)),
      ],
      consumptions,
    })
      .filter(({ kind }) => kind === "remove")
      .map(({ title }) => title);
  const pie = use("pie", "oven-kit", "2019-01-01");
  const tart = use("tart", "oven-kit", "2019-01-01");

  test("is to be left by the few that stay", () => {
    expect(titles([...left, pie, tart])).toEqual([
      "Finish leaving oven-kit: 2 repositories still use what most have left",
    ]);
  });

  test("is told with what the others took in its place, where a change shows it", () => {
    const firstStep = (takenUpBeside: readonly string[], path = "Gemfile") =>
      propose({
        capabilities: [kit("oven-kit"), kit("heat-kit")],
        components: [
          shop("oven"),
          ...["rye", "spelt", "oat", "bun", "roll", "pie", "tart"].map((name) => shop(name)),
        ],
        consumptions: [
          ...left.map((one) => ({
            ...one,
            takenUpBeside,
            evidence: one.evidence.map((ref) => ({ ...ref, path })),
          })),
          pie,
          tart,
        ],
      })[0]?.firstStep;
    expect(firstStep(["capability:heat-kit"])).toMatch(/^See whether heat-kit, which others began/);
    // Those who stay use it in another way.
    expect(firstStep(["capability:heat-kit"], ".github/workflows/bake.yml")).toMatch(/^Ask pie /);
    expect(firstStep([])).toMatch(/^Ask pie and tart whether they still need oven-kit: /);
  });

  test("lives on for who came late, and one that stays is its own matter", () => {
    expect(titles([...left, pie, use("tart", "oven-kit", "2024-03-01")])).toEqual([]);
    expect(titles([...left, pie])).toEqual([]);
    expect(titles([...left.slice(0, 2), pie, tart])).toEqual([]);
  });
});

describe("versions of what others make", () => {
  const raised = (name: string, count: number, path = "Gemfile.lock"): LockedUse[] =>
    Array.from({ length: count + 1 }, (_, at) => ({
      componentId: `component:${name}`,
      repositoryId: `repository:${name}`,
      purl: "pkg:gem/yeast",
      version: `1.${String(at)}.0`,
      from: at === 0 ? asOf - 900 * DAY : asOf - (300 - at * 20) * DAY,
      to: null,
      path,
      commit: `${name}${String(at)}`,
    }));
  const change: MainlineChange = { isBot: false, isBeyondManifests: false, isMore: false };
  const titles = (locked: readonly LockedUse[], more: Partial<MainlineChange> = {}) =>
    propose({}, { locked, changeOf: () => ({ ...change, ...more }) }).map(({ title }) => title);
  const two = [...raised("rye", 6), ...raised("oat", 5)];

  test("that people raise and do nothing else are work for a bot", () => {
    expect(titles(two)).toEqual([
      "Let bots raise versions in rye and oat: 11 changes a year by people do nothing else",
    ]);
    expect(titles([...two, ...raised("rye", 6, "web/Gemfile.lock")])[0]).toContain(": 11 changes");
  });

  const set = (
    names: readonly string[],
    more: Partial<UpdateBot> = {},
    isBot: (at: number) => boolean = () => false,
  ) =>
    propose(
      {},
      {
        locked: two,
        changeOf: (_id, at) => ({ ...change, isBot: isBot(at) }),
        automation: {
          ...noAutomation,
          bots: new Map(
            names.map((name) => [
              `repository:${name}`,
              [{ bot: "Dependabot", types: ["gem"], folders: ["."], line: 3, ...more }],
            ]),
          ),
        },
      },
    );

  test("are not asked of a bot that is set up already: then it is asked what keeps it", () => {
    const [found, ...others] = set(["rye", "oat"]);
    expect(others).toEqual([]);
    expect(found?.title).toBe(
      "Find out why people raise versions in rye and oat though a bot is set up: 11 changes a year",
    );
    expect(found?.firstStep).toMatch(/^Look at the requests of Dependabot for gems in rye /);
    // One with, one without: no two repositories for either.
    expect(set(["rye"])).toEqual([]);
  });

  test("are asked of a bot for what it is not set up for: another ecosystem, another folder, all but security", () => {
    for (const more of [
      { types: ["npm"] },
      { folders: ["web"] },
      { isSecurityOnly: true as const },
    ])
      expect(set(["rye", "oat"], more)[0]?.title).toMatch(
        /^Let bots raise versions in rye and oat/,
      );
    expect(set(["rye", "oat"], { isSecurityOnly: true })[0]?.firstStep).toContain(
      "set up for those with a known vulnerability only",
    );
  });

  test("that people raised before there was a bot are none of its matter", () => {
    expect(set(["rye", "oat"], {}, (at) => at >= asOf - 221 * DAY)).toEqual([]);
  });

  test("are none where a bot raises them, where they are part of other work, or in one repository", () => {
    expect(titles(two, { isBot: true })).toEqual([]);
    expect(titles(two, { isBegunByBot: true })).toEqual([]);
    expect(titles(two, { isBeyondManifests: true, isMore: true })).toEqual([]);
    expect(titles([...raised("rye", 6), ...raised("oat", 4)])).toEqual([]);
    const own = two.map((one) => ({ ...one, purl: "pkg:gem/oven-kit" }));
    expect(titles(own)).toEqual([]);
    const capabilities = ["rye", "oat"].map((name) =>
      kit(`${name}-kit`, {
        providerComponentId: `component:${name}`,
        releases: two
          .filter(({ repositoryId }) => repositoryId === `repository:${name}`)
          .map(({ version, from, commit }) => ({ version, at: from, commit })),
      }),
    );
    const releasing = { locked: two, changeOf: () => change };
    expect(propose({ capabilities }, releasing)).toEqual([]);
    const back = two.map((one) => ({ ...one, version: "1.0.0" }));
    expect(titles(back)).toEqual([]);
  });
});
