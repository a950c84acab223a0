import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { Component, Consumption, Organisation } from "#model/organisation.ts";
import { bakery, kit, on, shop, use } from "./bakery.ts";

const assess = (parts: Partial<Organisation>) =>
  assessAdoption(bakery(parts)).find(({ capabilityId }) => capabilityId === "capability:oven-kit")!;

/** A use whose end or start is the commit named. */
const ending = (name: string, from: string, to: string, commit: string, kitName = "oven-kit") =>
  use(name, kitName, from, to, { to: { commit, at: on(to) } });
const beginning = (name: string, from: string, commit: string, kitName = "oven-kit") =>
  use(name, kitName, from, null, { from: { commit, at: on(from) } });

/** A folder of one repository. */
const folder = (path: string, more: Partial<Component> = {}) =>
  shop(path, { repositoryId: "repository:street", path, ...more });

describe("a use that moves within its repository goes on", () => {
  it("in the component that took it up in the same commit, from the first day on", () => {
    const result = assess({
      components: [folder("till"), folder("counter")],
      consumptions: [
        ending("till", "2020-01-01", "2022-01-01", "move"),
        beginning("counter", "2022-01-01", "move"),
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
    expect(result.uses).toMatchObject([
      { componentId: "component:counter", from: on("2020-01-01"), to: null },
    ]);
    expect(result.ended).toEqual([
      {
        consumptionId: "consumption:till:oven-kit:2020-01-01",
        reason: "carried",
        to: "component:counter",
      },
    ]);
  });

  it("through a folder that was there for a while, and is gone", () => {
    const result = assess({
      components: [
        folder("till"),
        folder("bench", { goneAt: on("2023-01-01") }),
        folder("counter"),
      ],
      consumptions: [
        ending("till", "2020-01-01", "2022-01-01", "first"),
        {
          ...beginning("bench", "2022-01-01", "first"),
          to: { commit: "second", at: on("2023-01-01") },
        },
        beginning("counter", "2023-01-01", "second"),
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1 });
    expect(result.uses.map(({ from, to }) => [from, to])).toEqual([[on("2020-01-01"), null]]);
  });

  it.each([
    ["above, which had it all along", ".", "shops/till"],
    ["below, which had it all along", "shops", "shops/till"],
  ])("in the folder %s", (_, above, below) => {
    const [giver, taker] = above === "." ? [below, above] : [above, below];
    const result = assess({
      components: [folder(giver), folder(taker)],
      consumptions: [
        ending(giver, "2020-01-01", "2022-01-01", "hoist"),
        beginning(taker, "2019-01-01", "earlier"),
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
  });

  it("under the folder's own name, moved within weeks", () => {
    const result = assess({
      components: [
        folder("apps/till", { name: "till", goneAt: on("2022-01-01") }),
        folder("packages/till", { name: "@street/till" }),
      ],
      consumptions: [
        ending("apps/till", "2020-01-01", "2022-01-01", "out"),
        beginning("packages/till", "2022-02-01", "in"),
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1 });
  });

  it("but a neighbour that began by chance in the same weeks takes nothing over", () => {
    const result = assess({
      components: [folder("till"), folder("counter")],
      consumptions: [
        ending("till", "2020-01-01", "2022-01-01", "out"),
        beginning("counter", "2022-01-10", "in"),
      ],
    });
    expect(result).toMatchObject({
      adoptersNow: 1,
      adoptersEver: 2,
      left: { count: 1, livedOn: 1 },
    });
  });

  it("and one that takes it up and drops it too leaves once", () => {
    const result = assess({
      components: [folder("till"), folder("counter")],
      consumptions: [
        ending("till", "2020-01-01", "2022-01-01", "move"),
        {
          ...beginning("counter", "2022-01-01", "move"),
          to: { commit: "end", at: on("2023-01-01") },
        },
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 0, adoptersEver: 1, left: { count: 1 } });
    expect(result.leaversTo).toMatchObject([{ reason: "nothing", count: 1 }]);
  });
});

describe("a use that a sibling of the same build brings along goes on", () => {
  const shelf = (more: readonly Consumption[], gone: Partial<Component> = {}) =>
    assess({
      components: [folder("till", gone), folder("counter"), folder("drawer")],
      capabilities: [
        kit("oven-kit"),
        kit("counter-kit", { providerComponentId: "component:counter" }),
        kit("drawer-kit", { providerComponentId: "component:drawer" }),
      ],
      consumptions: [
        ending("till", "2020-01-01", "2022-01-01", "thin"),
        beginning("counter", "2019-01-01", "earlier"),
        ...more,
      ],
    });

  it.each([
    ["directly", [use("till", "counter-kit", "2022-01-01")]],
    [
      "through another",
      [use("till", "drawer-kit", "2020-01-01"), use("drawer", "counter-kit", "2020-01-01")],
    ],
    [
      "though they use one another in a circle",
      [
        use("till", "counter-kit", "2020-01-01"),
        use("counter", "drawer-kit", "2020-01-01"),
        use("drawer", "counter-kit", "2020-01-01"),
      ],
    ],
  ])("%s", (_, more) => {
    const result = shelf(more);
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
    expect(result.ended).toMatchObject([{ reason: "carried", to: "component:counter" }]);
  });

  it.each([
    ["it builds on none", []],
    ["it gave that up as well", [use("till", "counter-kit", "2020-01-01", "2022-01-01")]],
    ["it builds on another that has it not", [use("till", "drawer-kit", "2020-01-01")]],
    ["that builds on it, not it on that", [use("counter", "drawer-kit", "2020-01-01")]],
  ])("but not where %s", (_, more) => {
    expect(shelf(more).left).toMatchObject({ count: 1, livedOn: 1 });
  });

  it("and what is told of each of its own spells is that it came back", () => {
    const result = assess({
      components: [folder("till"), folder("till/drawer")],
      consumptions: [
        ending("till", "2020-01-01", "2020-06-01", "out"),
        {
          ...beginning("till/drawer", "2020-05-01", "in"),
          to: { commit: "gone", at: on("2021-03-01") },
        },
        ending("till", "2021-01-01", "2023-01-01", "end"),
      ],
    });
    expect(result.left).toMatchObject({ count: 1, livedOn: 1 });
    expect(result.ended.map(({ reason }) => reason)).toEqual(["returned", "carried", "nothing"]);
  });
});

describe("a folder that moved to a repository with the same history", () => {
  const both = (commit: string, to: string | null = null) =>
    assess({
      components: [shop("rye"), shop("spelt")],
      consumptions: [
        {
          ...ending("rye", "2020-01-01", "2022-01-01", "out"),
          from: { commit: "first", at: on("2020-01-01") },
        },
        {
          ...beginning("spelt", "2020-01-01", commit),
          to: to === null ? null : { commit: "end", at: on(to) },
        },
      ],
    });

  it("goes on there: it began there in the same commit", () => {
    expect(both("first")).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
  });

  it("is another's use where it only began on the same day, or ended before", () => {
    expect(both("other").left).toMatchObject({ count: 1, livedOn: 1 });
    expect(both("first", "2021-01-01").left).toMatchObject({ count: 1, livedOn: 1 });
  });
});

describe("a component that another repository took in", () => {
  const inside = shop("street", { name: "rye", repositoryId: "repository:street", path: "rye" });

  it("goes on there under its name, once it ended where it was", () => {
    const result = assess({
      components: [shop("rye", { goneAt: on("2022-01-01") }), inside],
      consumptions: [use("rye", "oven-kit", "2020-01-01"), use("street", "oven-kit", "2021-12-20")],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
  });

  it("is another while it lives where it was", () => {
    const result = assess({
      components: [shop("rye"), inside],
      consumptions: [
        use("rye", "oven-kit", "2020-01-01", "2022-01-01"),
        use("street", "oven-kit", "2021-12-20"),
      ],
    });
    expect(result).toMatchObject({ adoptersEver: 2, left: { livedOn: 1 } });
  });
});

describe("who left", () => {
  const idle = (last: string) => ({
    isLive: false,
    lastHuman: { commit: "l", at: on(last) },
  });

  it("are those that lived on; others ended with their component", () => {
    const result = assess({
      components: [
        shop("rye"),
        // The last that people did to it was to drop the kit, and there it still is.
        shop("oat", idle("2022-01-01")),
        shop("rusk", idle("2021-06-01")),
        shop("bun", idle("2022-06-01")),
        shop("pie", { goneAt: on("2022-02-01") }),
        shop("roll", { goneAt: on("2024-01-01") }),
      ],
      consumptions: ["rye", "oat", "rusk", "bun", "pie", "roll"].map((name) =>
        use(name, "oven-kit", "2020-01-01", "2022-01-01"),
      ),
    });
    expect(result.left).toEqual({ count: 6, livedOn: 4, ended: 2, moved: 0, retired: 0 });
    expect(result.retention?.events).toBe(4);
  });

  it("moved, where they took up another thing of the same provider in the commit", () => {
    const capabilities = [
      kit("oven-kit"),
      kit("oven-suite"),
      kit("fridge-kit", { providerComponentId: "component:fridge" }),
    ];
    const result = assess({
      components: [shop("oven"), shop("fridge"), shop("rye"), shop("oat")],
      capabilities,
      consumptions: [
        ending("rye", "2020-01-01", "2022-01-01", "swap"),
        beginning("rye", "2022-01-01", "swap", "oven-suite"),
        ending("oat", "2020-01-01", "2022-01-01", "other"),
        beginning("oat", "2022-01-01", "other", "fridge-kit"),
      ],
    });
    expect(result.left).toMatchObject({ count: 2, moved: 1, livedOn: 1 });
    expect(result.leaversTo.map(({ reason, to }) => [reason, to])).toEqual([
      ["moved", "capability:oven-suite"],
      ["nothing", null],
    ]);
  });

  it.each([
    ["pkg:npm/%40street/docs-builder", "pkg:npm/%40street/docs-actions", "moved"],
    ["pkg:golang/example.com/street/go", "pkg:golang/example.com/street/go-kit", "moved"],
    ["pkg:npm/%40street", "pkg:npm/%40street/till", "moved"],
    ["pkg:npm/%40street/docs", "pkg:npm/%40street/till", "nothing"],
    ["pkg:npm/%40street/docs-builder", "pkg:npm/%40alley/docs-builder-kit", "nothing"],
    ["pkg:gem/docs-builder", "pkg:gem/docs-actions", "nothing"],
  ])("of providers that are not known: %s to %s is %s", (old, taken, reason) => {
    const unknown = { providerComponentId: null, ownerIds: [] };
    const result = assess({
      capabilities: [
        kit("oven-kit", { ...unknown, packages: [old] }),
        kit("other", { ...unknown, packages: [taken, "pkg:npm/%40alley/new-name"] }),
      ],
      components: [shop("rye")],
      consumptions: [
        ending("rye", "2020-01-01", "2022-01-01", "swap"),
        beginning("rye", "2022-01-01", "swap", "other"),
      ],
    });
    expect(result.leaversTo).toMatchObject([{ reason, count: 1 }]);
  });

  it("do not include who came back: its first spell ended, no component left", () => {
    const result = assess({
      components: [shop("rye")],
      consumptions: [
        use("rye", "oven-kit", "2020-01-01", "2021-01-01"),
        use("rye", "oven-kit", "2023-01-01"),
      ],
    });
    expect(result).toMatchObject({ adoptersNow: 1, adoptersEver: 1, left: { count: 0 } });
    expect(result.leaversTo).toEqual([]);
    expect(result.ended.map(({ reason }) => reason)).toEqual(["returned"]);
    expect(result.choice).toEqual({ chosen: 0, captive: 0, unknown: 1 });
  });
});

describe("what its provider retires", () => {
  const street = ["rye", "oat", "bun", "pie", "roll"];
  const retiring = (lifecycle: "archived" | "deprecated", stillUsing: number) =>
    assess({
      components: street.map((name) => shop(name)),
      capabilities: [kit("oven-kit", { lifecycle })],
      consumptions: street.map((name, index) =>
        use(name, "oven-kit", "2020-01-01", index < stillUsing ? null : "2022-01-01"),
      ),
    });

  it("is left for good: a completed retirement, and nobody is lost", () => {
    const result = retiring("archived", 0);
    expect(result.retirement).toEqual({ state: "completed", left: 5, of: 5, successorIds: [] });
    expect(result.left).toMatchObject({ count: 5, retired: 5, livedOn: 0 });
    expect(result.leaversTo).toMatchObject([{ reason: "retired", count: 5 }]);
    expect(result.retention?.events).toBe(0);
  });

  it("is on its way while some still use it", () => {
    expect(retiring("deprecated", 2).retirement).toMatchObject({
      state: "under-way",
      left: 3,
      of: 5,
    });
  });

  it("names what took its place", () => {
    const result = assess({
      components: [shop("rye")],
      capabilities: [kit("oven-kit"), kit("oven-suite", { formerNames: ["oven-kit"] })],
      consumptions: [
        use("rye", "oven-kit", "2020-01-01", "2022-01-01"),
        use("rye", "oven-suite", "2022-01-01"),
      ],
    });
    expect(result.retirement).toEqual({
      state: "completed",
      left: 1,
      of: 1,
      successorIds: ["capability:oven-suite"],
    });
    expect(result.left).toMatchObject({ moved: 1, livedOn: 0 });
  });

  it("is not what lives and loses its users, nor what nobody ever used", () => {
    const result = assess({
      components: [shop("rye")],
      consumptions: [use("rye", "oven-kit", "2020-01-01", "2022-01-01")],
    });
    expect(result.retirement).toBeNull();
    expect(
      assess({ capabilities: [kit("oven-kit", { lifecycle: "archived" })] }).retirement,
    ).toBeNull();
  });

  it("where nothing is known of the life of a component, it is taken to live", () => {
    const result = assess({
      components: [shop("rye", { isLive: null, lastHuman: null })],
      consumptions: [use("rye", "oven-kit", "2020-01-01", "2022-01-01")],
    });
    expect(result.left).toMatchObject({ livedOn: 1 });
  });
});
