import { describe, expect, test } from "vitest";
import type { Sweep } from "#model/sweeps.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { MainlineChange } from "#model/mainline-changes.ts";
import { asOf, bought, DAY, kit, shop, use } from "../adoption/bakery.ts";
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
  const five = [40, 240, 440, 640, 840].map((ago) => swept(`use sieve ${String(ago)}`, ago));

  test("is to be made once: all but the first of each are repeats, by the year", () => {
    const [found] = propose({}, { sweeps: five });
    expect(found).toMatchObject({
      kind: "enable",
      title:
        "Change many repositories in one go: 7 changes a year only repeat what another repository got",
      reach: { count: 4, unit: "team" },
      measure: { present: 7, unit: "a year" },
    });
    expect(found?.replaces).toMatch(/^15 changes by people in the last 2 years /);
    expect(found?.reasons[0]).toContain("2 of them in the last year");
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
    expect(propose({}, { sweeps: twice })[0]?.measure.present).toBe(7);
  });
});

describe("actions of other makers", () => {
  const slow = { costs: { ...costs, change: { low: 10, likely: 20, high: 40 } } };
  const told = (parts: Parameters<typeof propose>[0]) => propose(parts, slow);
  const called = (name: string, action: string, isMovable = true) => ({
    ...bought(name, `pkg:githubactions/${action}`, "2020-01-01"),
    ...(isMovable ? { isMovable: true as const } : {}),
  });
  const tagged = ["rye", "oat", "pie"].flatMap((name) => [
    called(name, "miller/grind"),
    called(name, "miller/sift"),
  ]);

  test("are to be pinned where tags call them in three repositories", () => {
    const [found] = told({
      thirdPartyUses: [...tagged, called("bun", "miller/grind", false)],
    });
    expect(found).toMatchObject({
      kind: "secure",
      title: "Pin the actions of other makers to commits: 6 of 7 follow a tag or branch",
      measure: { present: 6 },
      reach: { count: 3, unit: "team" },
    });
    expect(found?.reasons[1]).toBe(
      "1 repository of 4 that call any names commits only: it can be done here",
    );
    expect(told({ thirdPartyUses: tagged.slice(0, 4) })).toEqual([]);
  });

  test("are not the forge's own, nor what was used, nor what an older clone says", () => {
    const own = tagged.map((one) => ({ ...one, purl: "pkg:githubactions/actions/checkout" }));
    const gone = tagged.map((one) => ({ ...one, to: asOf - 10 * DAY }));
    expect(told({ thirdPartyUses: own })).toEqual([]);
    expect(told({ thirdPartyUses: gone })).toEqual([]);
    const olderClones = new Map([["repository:rye", asOf - 60 * DAY]]);
    expect(told({ thirdPartyUses: tagged, olderClones })).toEqual([]);
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
