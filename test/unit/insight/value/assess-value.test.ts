import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessValue } from "#insight/value/assess-value.ts";
import type { ValueOptions } from "#insight/value/options.ts";
import type { ComponentEffort } from "#model/effort.ts";
import { monthOf } from "#model/effort.ts";
import type { Organisation } from "#model/organisation.ts";
import { bakery, kit, on, release, shop, use } from "../adoption/bakery.ts";

/** Thirty person-months of six people, one a month from January 2020. */
function ovenEffort(more: Partial<ComponentEffort> = {}): ComponentEffort {
  const first = monthOf(on("2020-01-15"));
  const months = new Map(Array.from({ length: 30 }, (_, index) => [first + index, 1] as const));
  return { componentId: "component:oven", months, total: 30, peopleCount: 6, ...more };
}

const names = { unit: "names", names: ["Oven", "Tray", "Dough", "Timer"] } as const;

function assess(
  parts: Partial<Organisation>,
  effort: readonly ComponentEffort[] = [ovenEffort()],
  options: Partial<ValueOptions> = {},
  partlyRead: readonly string[] = [],
) {
  const organisation = bakery({ capabilities: [kit("oven-kit", { exports: names })], ...parts });
  const result = assessValue(
    {
      organisation,
      effort,
      adoption: assessAdoption(organisation),
      delivery: [],
      platformIds: new Set(["component:oven"]),
      partlyRead: new Set(partlyRead),
    },
    options,
  );
  return { result, line: result.capabilities[0]! };
}

const halfUsed = new Map([
  [
    "capability:oven-kit",
    new Map([
      ["component:rye", new Set(["Oven", "Tray"])],
      ["component:spelt", new Set(["Dough", "Timer"])],
    ]),
  ],
]);

describe("the ledger", () => {
  test("a worked example after Poulin: what two teams saved", () => {
    const { line, result } = assess({
      consumptions: [use("rye", "oven-kit", "2021-01-01"), use("spelt", "oven-kit", "2021-01-01")],
      usedNames: halfUsed,
    });
    // For one's own use it had cost 30 ÷ 1.5 = 20; each uses half; 80 % of that is saved: 2 × 8.
    expect(line.avoidedPersonMonths?.likely).toBeCloseTo(16, 9);
    expect(line.avoidedPersonMonths?.low).toBe(0);
    expect(line.avoidedPersonMonths?.high).toBeCloseTo(2 * (30 / 1.2) * 0.5 * 0.97, 9);
    expect(line.leverage?.likely).toBeCloseTo(16 / 30, 9);
    expect(line.writingForReusePersonMonths?.likely).toBeCloseTo(10, 9);
    expect(line.usedShare).toEqual({ value: 0.5, isAssumed: false });
    expect(result.platform?.leverage?.likely).toBeCloseTo(16 / 30, 9);
  });

  test("who uses it from elsewhere counts as using it, even where nobody knows whose it is", () => {
    const oven = shop("oven");
    const used = (rye: ReturnType<typeof shop>) =>
      assess({ components: [oven, rye], consumptions: [use("rye", "oven-kit", "2021-01-01")] });
    const stranger = used(shop("rye", { ownerIds: [] }));
    expect([stranger.line.reusingOwners, stranger.line.reusingComponents]).toEqual([null, 1]);
    expect(stranger.line.unknown.map(({ field }) => field)).toContain("reusingOwnersCount");
    expect(stranger.result.usedCount).toBe(1);
    const own = used(shop("rye", { ownerIds: [], repositoryId: oven.repositoryId }));
    expect([own.line.reusingOwners, own.line.reusingComponents]).toEqual([0, 0]);
    expect(own.result.usedCount).toBe(0);
  });

  test("components of one team write once; the provider's own do not count", () => {
    const { line } = assess({
      components: [
        shop("oven"),
        shop("rye"),
        shop("spelt", { ownerIds: ["team:rye"] }),
        shop("oat", { ownerIds: ["team:oven"] }),
      ],
      consumptions: ["rye", "spelt", "oat"].map((name) => use(name, "oven-kit", "2021-01-01")),
      usedNames: new Map([
        ["capability:oven-kit", new Map([["component:rye", new Set(["Oven", "Tray"])]])],
      ]),
    });
    expect([line.reusingOwners, line.reusingComponents]).toEqual([1, 2]);
    expect(line.avoidedPersonMonths?.likely).toBeCloseTo(8, 9);
  });

  test("who left saved only what there was until then", () => {
    const { line } = assess({
      consumptions: [
        use("rye", "oven-kit", "2020-02-01", "2020-10-01"),
        use("spelt", "oven-kit", "2021-01-01"),
      ],
      usedNames: halfUsed,
    });
    expect(line.avoidedPersonMonths?.likely).toBeCloseTo((10 / 1.5) * 0.5 * 0.8 + 8, 9);
  });

  test("effort of fewer than five people is withheld, and so is what follows from it", () => {
    const { line, result } = assess(
      { consumptions: [use("rye", "oven-kit", "2021-01-01")], usedNames: halfUsed },
      [ovenEffort({ peopleCount: 4 })],
    );
    expect([line.investedPersonMonths, line.avoidedPersonMonths, line.leverage]).toEqual([
      null,
      null,
      null,
    ]);
    expect(line.unknown.filter((one) => one.code === "suppressed").map((one) => one.field)).toEqual(
      expect.arrayContaining(["investedPersonMonths", "avoidedPersonMonths", "leverage"]),
    );
    expect(result.platform).toBeNull();
  });

  test("unseen use is unknown, unless others of its kind show theirs", () => {
    const unseen = assess({ consumptions: [use("rye", "oven-kit", "2021-01-01")] }).line;
    expect(unseen.investedPersonMonths).toBe(30);
    expect(unseen.avoidedPersonMonths).toBeNull();
    expect(unseen.unknown.some((one) => one.code === "use-unseen")).toBe(true);
  });

  test("a median of its kind stands in, marked as assumed and listed", () => {
    const others = ["a", "b", "c"].map((name) =>
      kit(name, { exports: names, providerComponentId: `component:${name}`, ownerIds: [] }),
    );
    const { result } = assess({
      capabilities: [kit("oven-kit"), ...others],
      consumptions: [use("rye", "oven-kit", "2021-01-01")],
      usedNames: new Map(
        others.map((one) => [one.id, new Map([["component:rye", new Set(["Oven"])]])]),
      ),
    });
    const line = result.capabilities.find((one) => one.capabilityId === "capability:oven-kit");
    expect(line?.usedShare).toEqual({ value: 0.25, isAssumed: true });
    expect(result.assumptions.some((one) => one.name.endsWith("library"))).toBe(true);
  });

  test("that median weighs each by the owners who use it", () => {
    const others = ["a", "b", "c"].map((name) =>
      kit(name, { exports: names, providerComponentId: `component:${name}`, ownerIds: [] }),
    );
    const shops = ["rye", "spelt"].map((name) => shop(name, { ownerIds: [`team:${name}`] }));
    const all = new Map(shops.map(({ id }) => [id, new Set(names.names)]));
    const { result } = assess({
      components: [shop("oven"), ...shops],
      capabilities: [kit("oven-kit"), ...others],
      consumptions: [use("rye", "oven-kit", "2021-01-01")],
      usedNames: new Map(
        others.map(({ id }, index) => [
          id,
          index === 0 ? all : new Map([["component:rye", new Set(["Oven"])]]),
        ]),
      ),
    });
    const line = result.capabilities.find((one) => one.capabilityId === "capability:oven-kit");
    // All of it for two owners, a quarter for one owner each of two: midway, where half of the weight is reached to the dot.
    expect(line?.usedShare?.value).toBe((0.25 + 1) / 2);
    const assumed = result.assumptions.find((one) => one.name.endsWith("library"));
    expect(assumed?.source).toContain("weighted by the owners");
  });

  test("a range that holds 1 shows nothing; what would narrow it is said", () => {
    const { line, result } = assess({
      consumptions: [use("rye", "oven-kit", "2021-01-01"), use("spelt", "oven-kit", "2021-01-01")],
      usedNames: halfUsed,
    });
    expect(line.avoidedPersonMonths!.high).toBeLessThan(30);
    expect(line.payback).toBe("does-not-pay");
    const wide = assess({
      consumptions: ["rye", "spelt", "oat", "bun"].map((name) =>
        use(name, "oven-kit", "2021-01-01"),
      ),
      usedNames: halfUsed,
    });
    expect(wide.line.avoidedPersonMonths!.high).toBeGreaterThan(30);
    expect(wide.line.payback).toBe("not-shown");
    expect(wide.line.narrowedBy.join(" ")).toContain("open source would have served");
    expect(result.platform?.payback).toBe("does-not-pay");
  });

  test("nothing is divided where users without an owner were left out, or history is cut off", () => {
    const parts = {
      components: [shop("oven"), shop("rye"), shop("spelt"), shop("oat", { ownerIds: [] })],
      consumptions: ["rye", "spelt", "oat"].map((name) => use(name, "oven-kit", "2021-01-01")),
      usedNames: halfUsed,
    };
    const { line, result } = assess(parts);
    expect(line).toMatchObject({ leverage: null, payback: "not-shown", isSavedInPart: true });
    expect(line.unknown.find((one) => one.field === "leverage")?.reason).toBe(
      "1 of 3 components that use it have no known owner: what it saved is known for a part only",
    );
    expect(result.platform?.leverage).toBeNull();
    const elsewhere = kit("mill-kit", { providerComponentId: null, ownerIds: [] });
    const unread = assess({
      capabilities: [kit("oven-kit", { exports: names }), elsewhere],
      consumptions: ["oven-kit", "mill-kit"].map((name) => use("rye", name, "2021-01-01")),
      usedNames: halfUsed,
    });
    const oven = unread.result.capabilities.find(
      (one) => one.capabilityId === "capability:oven-kit",
    );
    expect(oven).toMatchObject({ leverage: null, payback: "not-shown" });
    expect(oven?.unknown.find(({ field }) => field === "leverage")?.reason).toBe(
      "1 thing in use here comes from repositories of the organisation that were not read: what it saved there is not known",
    );
    const shallow = assess(parts, undefined, {}, ["repository:oven"]);
    expect(shallow.line).toMatchObject({ investedPersonMonths: null, avoidedPersonMonths: null });
    expect(shallow.line.unknown[0]?.code).toBe("history-cut-off");
  });

  test("a sum of the platform needs both sides of 60 % of what others use", () => {
    const sum = (blind: number) =>
      assess({
        capabilities: [
          kit("oven-kit", { exports: names }),
          kit("tray-kit", { exports: names }),
          kit("dough-kit", { exports: names }),
          ...Array.from({ length: blind }, (_, at) =>
            kit(`action-${String(at)}`, { kind: "action", exports: null }),
          ),
        ].map((one) => ({ ...one, exports: one.kind === "action" ? null : one.exports })),
        consumptions: [
          "oven-kit",
          "tray-kit",
          "dough-kit",
          ...Array.from({ length: blind }, (_, at) => `action-${String(at)}`),
        ].map((name) => use("rye", name, "2021-01-01")),
        usedNames: new Map(
          ["oven-kit", "tray-kit", "dough-kit"].map((name) => [
            `capability:${name}`,
            new Map([["component:rye", new Set(["Oven"])]]),
          ]),
        ),
      }).result;
    expect(sum(2)).toMatchObject({ knownCount: 3, usedCount: 5 });
    expect(sum(2).platform).not.toBeNull();
    expect(sum(3).platform).toBeNull();
    expect(sum(3).unknown[0]?.reason).toBe(
      "both sides are known for 3 of 6 capabilities of the platform that others have used: too few for a sum",
    );
  });

  test("a used share that is assumed is not counted as known", () => {
    const named = ["oven-kit", "tray-kit", "dough-kit"];
    const { result } = assess({
      capabilities: [
        ...named.map((name) => kit(name, { exports: names })),
        kit("mill-kit", { exports: null }),
      ],
      consumptions: [...named, "mill-kit"].map((name) => use("rye", name, "2021-01-01")),
      usedNames: new Map(
        named.map((name) => [
          `capability:${name}`,
          new Map([["component:rye", new Set(["Oven"])]]),
        ]),
      ),
    });
    expect(result).toMatchObject({ usedCount: 4, knownCount: 3, assumedCount: 1 });
    expect(result.platform).toMatchObject({ assumedCount: 1 });
  });

  test("hours waited are counted where requests are fed in, and are no effort", () => {
    const organisation = bakery({ capabilities: [kit("oven-kit", { exports: names })] });
    const waiting = (hoursWaited: ReadonlyMap<string, number> | null) =>
      assessValue({
        organisation,
        effort: [ovenEffort()],
        adoption: assessAdoption(organisation, { hoursWaited }),
        delivery: [],
        partlyRead: new Set(),
        platformIds: new Set(["component:oven"]),
      }).capabilities[0]!;
    const fed = waiting(new Map([["capability:oven-kit", 36]]));
    expect(fed.negatives[1]).toEqual({ kind: "waiting", count: 36, personMonths: null });
    expect(fed.unknown.map((one) => one.field)).not.toContain("negatives.1.count");
    expect(waiting(new Map()).negatives[1]?.count).toBe(0);
    expect(waiting(null).negatives[1]?.count).toBeNull();
  });

  test("imposed migrations stand on the other side", () => {
    const parts = {
      capabilities: [
        kit("oven-kit", {
          exports: names,
          releases: [release("1.0.0", "2020-02-01"), release("2.0.0", "2022-01-01")],
        }),
      ],
      consumptions: [use("rye", "oven-kit", "2021-01-01")],
      usedNames: halfUsed,
    };
    expect(assess(parts).line.negatives[0]).toEqual({
      kind: "imposed-migrations",
      count: 1,
      personMonths: null,
    });
    const hours = { low: 7, likely: 14, high: 28 };
    expect(
      assess(parts, [ovenEffort()], { upgradeHours: hours }).line.negatives[0]?.personMonths,
    ).toEqual({ low: 0.05, likely: 0.1, high: 0.2 });
  });
});
