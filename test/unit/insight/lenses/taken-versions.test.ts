import { describe, expect, test } from "vitest";
import type { MainlineChange } from "#model/mainline-changes.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import { asOf, DAY, kit, on, use } from "../adoption/bakery.ts";
import { propose } from "./propose.ts";

/** Of each shop the versions that it had, ever so many days before as-of. */
type Had = readonly (readonly [version: string, daysAgo: number])[];

const shops = ["rye", "oat"];

function versions(had: Had) {
  const spans = had.map(([version, daysAgo]) => ({ version, from: asOf - daysAgo * DAY }));
  const all = [{ version: "0.9.0", from: on("2020-01-01") }, ...spans];
  return all.map((one, at) => ({ ...one, to: all[at + 1]?.from ?? null }));
}

function taking(
  had: Had,
  change: MainlineChange | null = null,
  { kits = ["oven-kit"], scope = "runtime" }: { kits?: readonly string[]; scope?: Scope } = {},
) {
  return propose(
    {
      capabilities: kits.map((name) => kit(name, { packages: [`pkg:gem/${name}`] })),
      consumptions: kits.flatMap((name) =>
        shops.map((shop) =>
          use(shop, name, "2020-01-01", null, { scope, versions: versions(had) }),
        ),
      ),
    },
    { changeOf: () => change },
  ).map(({ title, measure, atStakePersonHours }) => ({
    what: title.replace(/ (?:of|versions of) .*/, ""),
    count: measure.present,
    hours: atStakePersonHours.likely,
  }));
}

const minors: Had = [
  ["1.0.0", 400],
  ["1.1.0", 300],
  ["1.2.0", 260],
  ["1.3.0", 220],
  ["1.4.0", 180],
  ["1.5.0", 140],
];
const majors: Had = [
  ["1.0.0", 400],
  ["2.0.0", 300],
  ["3.0.0", 200],
  ["4.0.0", 100],
];
const only: MainlineChange = { isBot: false, isBeyondManifests: false, isMore: false };
const releases = { what: "Make releases", count: 10, hours: 10 };

describe("versions that were taken", () => {
  test("by a bot are nobody's work, whatever they raise", () => {
    expect(taking(minors, only)).toEqual([releases]);
    expect(taking(minors, { ...only, isBot: true })).toEqual([]);
    expect(taking(majors, { ...only, isBot: true, isMore: true })).toEqual([]);
  });

  test("that a bot took four times of five leave nothing to teach it", () => {
    const often: Had = Array.from({ length: 30 }, (_, at) => [
      `1.${String(at + 1)}.0`,
      330 - 10 * at,
    ]);
    const byBots = (share: number) =>
      propose(
        {
          consumptions: shops.map((shop) =>
            use(shop, "oven-kit", "2020-01-01", null, {
              versions: versions([["1.0.0", 400], ...often]),
            }),
          ),
        },
        { changeOf: (_, at) => ({ ...only, isBot: ((asOf - at) / DAY) % 100 < 100 * share }) },
      );
    expect(byBots(0.5)).toHaveLength(1);
    expect(byBots(0.8)).toEqual([]);
  });

  test("along with other work are that work", () => {
    expect(taking(minors, { ...only, isBeyondManifests: true })).toEqual([releases]);
    expect(taking(minors, { ...only, isBeyondManifests: true, isMore: true })).toEqual([]);
  });

  test("that may break are upgrades only where more than manifests was changed for them", () => {
    const upgrades = { what: "Make major", count: 6, hours: 24 };
    expect(taking(majors)).toEqual([upgrades]);
    expect(taking(majors, { ...only, isBeyondManifests: true })).toEqual([upgrades]);
    expect(taking(majors, only)).toEqual([]);
  });

  test("below 1.0.0 may break with every minor one", () => {
    const early: Had = [
      ["0.1.0", 400],
      ["0.2.0", 300],
      ["0.3.0", 200],
      ["0.3.1", 100],
    ];
    expect(taking(early)).toEqual([{ what: "Make major", count: 4, hours: 16 }]);
  });

  test("are one change, however many things it raised", () => {
    const kits = ["oven-kit", "rack-kit", "tray-kit"];
    expect(taking(minors, only, { kits })).toEqual([releases]);
    expect(taking(majors, null, { kits })).toMatchObject([{ count: 6 }]);
  });

  test("and were taken back within days are none", () => {
    const back: Had = [
      ["1.0.0", 400],
      ["2.0.0", 300],
      ["1.0.0", 290],
      ["2.0.0", 200],
      ["1.0.1", 150],
    ];
    expect(taking(back)).toEqual([]);
    // Gone after ten days it was tried, after fifty it had been taken.
    expect(taking([...back, ["3.0.0", 60]])).toMatchObject([{ what: "Make major", count: 4 }]);
  });

  test("weigh a fifth where they serve development alone", () => {
    const [found] = taking(
      majors.map(([version, days]) => [version, days] as const),
      null,
      { scope: "development" },
    );
    expect(found?.hours).toBeCloseTo(6 * 4 * 0.2, 9);
  });
});
