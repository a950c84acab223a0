import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "./bakery.ts";

const names = Array.from({ length: 40 }, (_, index) => `shop${index}`);
const dateOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 10);

function adoptedOn(dates: string[], parts: Partial<Organisation> = {}, owners = 40) {
  return assessAdoption(
    bakery({
      components: names.map((name, index) => shop(name, { ownerIds: [`team:${index % owners}`] })),
      capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2016-01-01")] })],
      consumptions: dates.map((date, index) => use(names[index]!, "oven-kit", date)),
      ...parts,
    }),
  )[0]!;
}

const inMarch = ["2017-03-01", "2017-03-02", "2017-03-09", "2017-03-20", "2017-03-31"];
const spread = ["2018-05-01", "2019-09-01", "2021-02-01", "2023-07-01", "2024-08-01"];

describe("waves", () => {
  it("are synchronised when 30 days hold half of the adopters", () => {
    const [wave, ...rest] = adoptedOn([...inMarch, ...spread]).waves;
    expect(rest).toEqual([]);
    expect(wave).toMatchObject({
      kind: "synchronised",
      from: on("2017-03-01"),
      to: on("2017-03-31"),
      windowDays: 30,
      adopters: 5,
      owners: 5,
      share: 0.5,
    });
    expect(wave?.evidence).toHaveLength(5);
    expect(wave?.pValue).toBeLessThan(0.01);
  });

  it("are synchronised when a longer window holds more than chance explains", () => {
    const overAYear = Array.from({ length: 12 }, (_, i) => dateOf(on("2022-01-15") + i * 25 * DAY));
    const [wave] = adoptedOn([...overAYear, ...spread]).waves;
    expect(wave).toMatchObject({ kind: "synchronised", windowDays: 365, adopters: 12 });
    expect(wave?.reason).toContain("more than chance explains");
  });

  it("are not seen in steady adoption, among few adopters, or within two teams", () => {
    const steady = names.map((_, i) => dateOf(on("2016-02-01") + i * 80 * DAY));
    expect(adoptedOn(steady).waves).toEqual([]);
    expect(adoptedOn(inMarch.slice(1)).waves).toEqual([]);
    expect(adoptedOn(inMarch, {}, 2).waves).toEqual([]);
  });

  it("leave out starts that were not seen", () => {
    const consumptions = inMarch.map((date, index) =>
      use(names[index]!, "oven-kit", date, null, { isFromCensored: true }),
    );
    expect(adoptedOn([], { consumptions }).waves).toEqual([]);
  });

  it("are mandated only by a decision that comes before their end and not long before", () => {
    const decided = (date: string) =>
      adoptedOn([...inMarch, ...spread], {
        mandates: [
          {
            capabilityId: "capability:oven-kit",
            at: on(date),
            text: "every shop bakes with the kit",
            evidence: [],
          },
        ],
      }).waves[0];
    expect(decided("2017-02-01")).toMatchObject({ kind: "mandated" });
    expect(decided("2017-02-01")?.reason).toContain("every shop bakes with the kit");
    expect(decided("2016-01-01")?.kind).toBe("synchronised");
    expect(decided("2017-04-01")?.kind).toBe("synchronised");
  });
});

/** Cumulative Bass adoption of 40 shops with p = 0.01, q = 0.35 per quarter, on the days it predicts. */
function bassDates(count: number, ceiling: number): string[] {
  const [p, q] = [0.01, 0.35];
  const start = on("2017-01-01");
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / ceiling;
    const quarters = Math.log((1 + (q / p) * share) / (1 - share)) / (p + q);
    return dateOf(start + quarters * 91.3125 * DAY);
  });
}

describe("forecast", () => {
  it("follows the curve it was made from, below the eligible population", () => {
    const dates = bassDates(39, 40).filter((date) => on(date) < asOf);
    expect(dates.length).toBeGreaterThan(35);
    const { forecast, eligibleCount } = adoptedOn(dates);
    expect(forecast?.ceiling).toBeGreaterThan(dates.length - 1);
    expect(forecast?.ceiling).toBeLessThanOrEqual(eligibleCount!);
    expect(forecast?.heldOutError.model).toBeLessThan(forecast!.heldOutError.straightLine);
    expect(forecast?.points).toHaveLength(8);
    let before = dates.length;
    for (const { likely, low, high } of forecast!.points) {
      expect(likely).toBeGreaterThanOrEqual(before);
      expect(low).toBeLessThanOrEqual(likely);
      expect(high).toBeGreaterThanOrEqual(likely);
      expect(high).toBeLessThanOrEqual(40);
      before = likely;
    }
  });

  it.each([
    ["too-few-adoptions", bassDates(19, 40), {}],
    ["too-few-periods", names.slice(0, 20).map((_, i) => dateOf(asOf - (i + 1) * 40 * DAY)), {}],
    [
      "peak-not-passed",
      // Every quarter a third more than the one before.
      Array.from({ length: 38 }, (_, i) => dateOf(asOf - Math.log(40 / (i + 1)) * 330 * DAY)),
      {},
    ],
    ["eligible-unknown", bassDates(30, 40), { capabilities: [kit("oven-kit", { serves: null })] }],
    [
      "starts-unseen",
      [],
      {
        consumptions: bassDates(30, 40).map((date, i) =>
          use(names[i]!, "oven-kit", date, null, { isFromCensored: i % 4 === 0 }),
        ),
      },
    ],
    [
      "no-better-than-a-line",
      // One every quarter, and one more in the eighth: slower at the end, yet a line says it best.
      [8.5, ...names.slice(0, 24).map((_, i) => i)].map((i) => dateOf(asOf - (i + 1) * 91 * DAY)),
      {},
    ],
  ])("is null with the gate that failed: %s", (code, dates, parts) => {
    const result = adoptedOn(dates, parts);
    expect(result.forecast).toBeNull();
    expect(result.unknown.find(({ field }) => field === "forecast")?.code).toBe(code);
  });
});
