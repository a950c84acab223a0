import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { Capability } from "#model/organisation.ts";
import { bakery, kit, on, release, use } from "./bakery.ts";

const releases = [
  release("1.0.0", "2018-01-01"),
  release("1.1.0", "2019-01-01"),
  release("2.0.0", "2020-01-01"),
  release("2.1.0", "2021-01-01"),
  release("3.0.0.beta1", "2024-06-01"),
];

function running(versions: Record<string, string>, more: Partial<Capability> = {}) {
  const consumptions = Object.entries(versions).map(([consumer, version]) =>
    use(consumer, "oven-kit", "2019-06-01", null, {
      versions: [
        { version: "0.9.0", from: on("2019-06-01"), to: on("2022-01-01") },
        { version, from: on("2022-01-01"), to: null },
      ],
    }),
  );
  return assessAdoption(
    bakery({ capabilities: [kit("oven-kit", { releases, ...more })], consumptions }),
  )[0]!;
}

describe("currency", () => {
  it("measures majors, releases and years behind the newest stable release", () => {
    const { currency, consistency } = running({
      rye: "2.1.0",
      oat: "2.0.0",
      bun: "1.0.0",
      pie: "2.1.0",
    });
    expect(currency.newestMajor).toBe("2");
    expect(currency.onNewestMajor).toEqual({
      major: "2",
      share: 0.75,
      numerator: 3,
      denominator: 4,
    });
    expect(currency.versionsBehind).toEqual({ p50: 0.5, max: 3, n: 4 });
    expect(currency.libyears?.n).toBe(4);
    expect(currency.libyears?.total).toBeCloseTo((366 + 1096) / 365.25, 10);
    expect(currency.versionsInUse[0]).toEqual({
      version: "2.1.0",
      count: 2,
      componentIds: ["component:pie", "component:rye"],
    });
    expect(consistency).toEqual({ simpson: 0.375, n: 4 });
  });

  it("asks nobody for more than the lowest major where all are in their days of grace", () => {
    const { currency } = running({ rye: "2.0.0" }, { releases: [release("2.0.0", "2024-12-20")] });
    expect(currency.onNewestMajor).toMatchObject({ major: "2", numerator: 1, denominator: 1 });
  });

  it("counts no placeholder as a version in use", () => {
    const { currency } = running({
      rye: "2.1.0",
      oat: "0.0.0",
      bun: "0.0.0-semantically-released",
    });
    expect(currency.versionsInUse).toMatchObject([{ version: "2.1.0", count: 1 }]);
    expect(currency.onNewestMajor).toMatchObject({ denominator: 1 });
  });

  it("does not ask for a major that came out less than 90 days ago", () => {
    const fresh = (date: string) =>
      running({ rye: "2.1.0" }, { releases: [...releases, release("3.0.0", date)] }).currency;
    expect(fresh("2024-10-04")).toMatchObject({
      newestMajor: "3",
      onNewestMajor: { numerator: 1 },
    });
    expect(fresh("2024-10-03")).toMatchObject({
      newestMajor: "3",
      onNewestMajor: { numerator: 0 },
    });
  });

  it("is never negative, and counts a consumer on a pre-release as ahead", () => {
    const { currency } = running({ rye: "3.0.0.beta1" });
    expect(currency.versionsBehind).toEqual({ p50: 0, max: 0, n: 1 });
    expect(currency.libyears).toEqual({ p50: 0, total: 0, n: 1 });
  });

  it("leaves libyears unknown without the release date of what is used", () => {
    const { currency, unknown } = running({ rye: "1.0.7" });
    expect(currency.libyears).toBeNull();
    expect(currency.versionsBehind?.max).toBe(3);
    expect(unknown).toContainEqual(expect.objectContaining({ field: "currency.libyears" }));
  });

  it("is unknown without releases or without versions in use", () => {
    const without = running({ rye: "1.0.0" }, { releases: [] });
    expect(without.currency).toMatchObject({ newestMajor: null, onNewestMajor: null });
    expect(without.currency.versionsInUse).toHaveLength(1);
    expect(without.price.upgradesImposed).toBeNull();
    expect(without.timeToAdoptDays).toBeNull();
    const idle = running({});
    expect(idle.currency).toMatchObject({ newestMajor: "2", onNewestMajor: null, libyears: null });
    expect(idle.consistency).toBeNull();
  });

  it("charges every later major to those who used it on that day", () => {
    const [result] = assessAdoption(
      bakery({
        capabilities: [
          kit("oven-kit", { releases: [...releases, release("3.0.0", "2022-01-01")] }),
        ],
        consumptions: [
          use("rye", "oven-kit", "2019-01-01"),
          use("oat", "oven-kit", "2019-01-01", "2021-01-01"),
          use("bun", "oven-kit", "2021-06-01"),
        ],
      }),
    );
    expect(result?.price).toMatchObject({ majorsCount: 2, upgradesImposed: 4, hoursWaited: null });
  });
});

describe("scale and richness", () => {
  it("come from what is fed in and what is seen, else are unknown", () => {
    const organisation = bakery({
      capabilities: [
        kit("oven-kit", { exports: { unit: "names", names: ["Oven", "Tray", "Timer", "Door"] } }),
        kit("sieve"),
      ],
      usedNames: new Map([
        [
          "capability:oven-kit",
          new Map([
            ["component:rye", new Set(["Oven", "Elsewhere"])],
            ["component:spelt", new Set(["Oven", "Tray"])],
          ]),
        ],
      ]),
    });
    const series = { source: "prometheus", unit: "loaves per hour", values: [30, 10, 20] };
    const [oven, sieve] = assessAdoption(organisation, {
      scale: new Map([["capability:oven-kit", series]]),
    });
    expect(oven?.scale).toEqual({
      source: "prometheus",
      unit: "loaves per hour",
      min: 10,
      p50: 20,
      max: 30,
      n: 3,
    });
    expect(oven?.richness).toMatchObject({ exportedCount: 4, unit: "names", usedShare: 0.5 });
    expect(sieve).toMatchObject({ scale: null, richness: null });
    expect(sieve?.unknown.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["scale", "richness"]),
    );
  });
});
