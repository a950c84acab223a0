import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { AdoptionOptions } from "#insight/adoption/options.ts";
import type { Consumption } from "#model/organisation.ts";
import { asOf, bakery, bought, DAY, kit, on, shop, use } from "./bakery.ts";

function usesOf(consumptions: Consumption[], options: Partial<AdoptionOptions> = {}) {
  return assessAdoption(bakery({ consumptions }), options)[0]!.uses.map(
    ({ componentId, from, to }) => [componentId.replace("component:", ""), from, to],
  );
}

describe("uses", () => {
  it("joins a use that pauses for 90 days, and not one that pauses longer", () => {
    const pause = (back: string) => [
      use("rye", "oven-kit", "2020-01-01", "2020-06-01"),
      use("rye", "oven-kit", back, "2021-01-01"),
    ];
    expect(usesOf(pause("2020-08-30"))).toEqual([["rye", on("2020-01-01"), on("2021-01-01")]]);
    expect(usesOf(pause("2020-08-31"))).toEqual([
      ["rye", on("2020-01-01"), on("2020-06-01")],
      ["rye", on("2020-08-31"), on("2021-01-01")],
    ]);
  });

  it("unites scopes and kinds of use, a long one around a short one included", () => {
    expect(
      usesOf([
        use("rye", "oven-kit", "2020-01-01", null),
        use("rye", "oven-kit", "2020-02-01", "2020-03-01", { scope: "test" }),
        use("rye", "oven-kit", "2023-01-01", null, { via: "service", confidence: "low" }),
      ]),
    ).toEqual([["rye", on("2020-01-01"), null]]);
  });

  it("leaves out reverse tests, the provider itself, strangers and the future", () => {
    expect(
      usesOf([
        use("rye", "oven-kit", "2020-01-01", null, { scope: "reverse-test" }),
        use("oven", "oven-kit", "2020-01-01"),
        use("nobody", "oven-kit", "2020-01-01"),
        use("bun", "oven-kit", "2025-06-01"),
        use("oat", "oven-kit", "2024-06-01", "2025-06-01"),
      ]),
    ).toEqual([["oat", on("2024-06-01"), null]]);
  });

  it("leaves out what is less certain than asked for", () => {
    const guess = [use("rye", "oven-kit", "2020-01-01", null, { confidence: "low" })];
    expect(usesOf(guess)).toHaveLength(1);
    expect(usesOf(guess, { minimumConfidence: "medium" })).toHaveLength(0);
  });

  it("ends with its consumer", () => {
    const components = [
      shop("rye", { goneAt: on("2022-01-01") }),
      shop("bun", {
        lifecycle: "archived",
        lastHuman: { commit: "l", at: on("2021-01-01") },
      }),
    ];
    const consumptions = [
      use("rye", "oven-kit", "2020-01-01"),
      use("bun", "oven-kit", "2020-01-01"),
    ];
    const [result] = assessAdoption(bakery({ components, consumptions }));
    expect(result?.uses.map(({ to, isConsumerGone }) => [to, isConsumerGone])).toEqual([
      [on("2021-01-01"), true],
      [on("2022-01-01"), true],
    ]);
    expect(result?.adoptersNow).toBe(0);
    expect(result?.leaversTo).toMatchObject([{ reason: "archived", count: 2 }]);
  });
});

describe("eligible", () => {
  const eligible = (
    components: ReturnType<typeof shop>[],
    more = {},
    others: ReturnType<typeof shop>[] = [],
  ) => {
    const [result] = assessAdoption(
      bakery({
        components: [shop("oven"), ...components, ...others],
        capabilities: [kit("oven-kit", more)],
        consumptions: components.map(({ name }) => use(name, "oven-kit", "2016-01-01")),
      }),
    );
    return result!;
  };

  it("asks for life, an artefact of the type served, and another team", () => {
    const result = eligible(
      [
        shop("rye"),
        shop("spelt", { isLive: null, lastHuman: null }),
        shop("gone", { goneAt: on("2020-01-01") }),
      ],
      {},
      [
        shop("idle", { isLive: false, lastHuman: { commit: "l", at: asOf - 181 * DAY } }),
        shop("site", { artefacts: [npm] }),
        shop("sister", { ownerIds: ["team:oven"] }),
        shop("rewritten", {
          artefacts: [
            { type: "ruby-web-application", from: on("2015-01-01"), to: on("2019-01-01") },
          ],
        }),
      ],
    );
    expect(result).toMatchObject({
      eligibleCount: 2,
      eligibleType: "ruby-web-application",
      rate: 1,
      rateNumerator: 2,
      adoptersNow: 2,
    });
    const in2018 = result.curve.find(({ date }) => date === on("2018-02-01") - 1);
    expect(in2018?.eligible).toBe(5);
  });

  const npm = { type: "npm-package", from: on("2015-01-01"), to: null };
  const ruby = { type: "ruby-web-application", from: on("2015-01-01"), to: null };

  it("has no rate where who uses it is none of those that could, and nothing is common to all", () => {
    const result = eligible([
      shop("rye"),
      shop("spelt"),
      shop("site", { artefacts: [{ ...npm, type: "helm-chart" }] }),
    ]);
    expect(result).toMatchObject({ eligibleCount: null, rate: null, rateNumerator: null });
    expect(result.unknown).toContainEqual(
      expect.objectContaining({ field: "rate", code: "adopters-outside" }),
    );
    expect(result.curve.at(-1)?.eligible).toBeNull();
  });

  it("has no rate where more use it than could, for they are of its own team", () => {
    const sisters = ["a", "b"].map((name) => shop(name, { ownerIds: ["team:oven"] }));
    const result = eligible([shop("rye"), ...sisters]);
    expect(result).toMatchObject({ adoptersNow: 3, rate: null });
  });

  it("is learnt from adopters: the commonest type of its ecosystem that all of them have", () => {
    const made = (name: string, ...types: string[]) =>
      shop(name, { artefacts: types.map((type) => ({ ...ruby, type })) });
    const result = eligible(
      [
        made("rye", "ruby-component", "ruby-web-application", "ansible"),
        made("spelt", "ruby-component", "ruby-web-application", "ansible"),
        made("site", "ruby-component", "ruby-library", "ansible"),
      ],
      {},
      [made("bun", "ruby-component"), made("roll", "npm-component")],
    );
    expect(result).toMatchObject({ eligibleType: "ruby-component", eligibleCount: 4, rate: 0.75 });
  });

  it("leaves out who lacks a framework that all adopters share beyond chance", () => {
    const names = ["rye", "spelt", "oat", "bun", "roll", "pie"];
    const others = Array.from({ length: 12 }, (_, at) => `other${String(at)}`);
    const rate = (withFramework: readonly string[]) =>
      assessAdoption(
        bakery({
          components: ["oven", ...names, ...others].map((name) => shop(name)),
          consumptions: names.map((name) => use(name, "oven-kit", "2020-01-01")),
          thirdPartyUses: withFramework.map((name) => bought(name, "pkg:gem/rails", "2019-01-01")),
        }),
        { packageJobs: new Map([["pkg:gem/rails", "web-framework"]]) },
      )[0];
    expect(rate([...names, "other0", "other1"])).toMatchObject({
      eligibleTraits: ["pkg:gem/rails"],
      eligibleCount: 8,
      rate: 0.75,
    });
    // Nearly everybody has it: that all adopters do says nothing.
    expect(rate([...names, ...others.slice(1)])).toMatchObject({
      eligibleTraits: [],
      eligibleCount: 18,
    });
  });

  it("excludes only the provider where the provider's owner is unknown", () => {
    const orphan = shop("oven", { ownerIds: [] });
    const [result] = assessAdoption(
      bakery({
        components: [orphan, shop("rye"), shop("stray", { ownerIds: [] })],
        capabilities: [kit("oven-kit", { ownerIds: [] })],
        consumptions: [use("rye", "oven-kit", "2020-01-01")],
      }),
    );
    expect(result).toMatchObject({ eligibleCount: 2, rate: 0.5 });
  });

  it("is unknown, with what would help, where the types served are unknown", () => {
    const result = eligible([shop("rye")], { serves: null });
    expect(result).toMatchObject({ eligibleCount: null, rate: null, reuse: null });
    expect(result.curve.at(-1)?.eligible).toBeNull();
    expect(result.unknown.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["eligibleCount", "rate", "rateNumerator", "curve.eligible", "reuse"]),
    );
  });

  it("has no rate where nobody is eligible", () => {
    const result = eligible([], {});
    expect(result).toMatchObject({ eligibleCount: 0, rate: null });
    expect(result.unknown).toContainEqual(expect.objectContaining({ code: "nobody-eligible" }));
  });
});
