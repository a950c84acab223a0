import { describe, expect, it, test } from "vitest";
import {
  eligibleWords,
  lastForecast,
  leftWords,
  rateFigures,
  rateWords,
  retirementWords,
  stayShare,
  stayWords,
} from "#web/features/capabilities/adoption-words.ts";
import { capabilityRows } from "#web/features/capabilities/capability-columns.tsx";
import { adoptionEvents } from "#web/features/capability/adoption-events.ts";
import { adoptionOption } from "#web/features/capability/adoption-option.ts";
import { forecastBand, forecastLine } from "#web/features/capability/forecast-series.ts";
import type { Palette } from "#web/ui/chart/palette.ts";
import { adoption, byId, capability, plain, team } from "./rows.ts";

const spread = adoption({
  adoptersNow: 30,
  rate: 28 / 34,
  rateNumerator: 28,
  eligibleCount: 34,
  eligibleType: "gem-web-application",
});

describe("how many of how many", () => {
  it("names both, what they are, and the share", () => {
    expect(plain(rateWords(spread))).toBe("28 of 34 Ruby web applications (82 %)");
    expect(plain(rateFigures(spread))).toBe("28 of 34 (82 %)");
  });

  it("is the bare count where nobody can say who could", () => {
    const unknown = adoption({
      adoptersNow: 1,
      rate: null,
      rateNumerator: null,
      eligibleCount: null,
    });
    expect([rateWords(unknown), rateFigures(unknown)].map(plain)).toEqual([
      "1 component",
      "1 component",
    ]);
    expect(eligibleWords(unknown)).toBe("");
  });

  it("says of what, and how many use it in all where that is more", () => {
    expect(plain(eligibleWords(spread))).toBe("Ruby web applications, 30 in all");
    expect(eligibleWords({ ...spread, adoptersNow: 28, eligibleType: "dockerfile" })).toBe(
      "with a Dockerfile",
    );
  });
});

describe("who left", () => {
  const left = { count: 8, livedOn: 5, ended: 1, moved: 2, retired: 0 };

  it("is told by why, and nothing where nobody did", () => {
    expect(leftWords(adoption({ left }))).toBe(
      "8 no longer do: 5 left, 2 moved to what took its place, 1 ended themselves",
    );
    expect(
      leftWords(adoption({ left: { ...left, count: 1, livedOn: 1, moved: 0, ended: 0 } })),
    ).toBe("1 no longer does: 1 left");
    expect(leftWords(adoption({ left: { ...left, count: 0 } }))).toBe("");
  });

  test.each([
    [null, ""],
    [
      { state: "completed", left: 12, of: 12 },
      "Completed retirement: all 12 components have left it",
    ],
    [
      { state: "completed", left: 1, of: 1 },
      "Completed retirement: the only component that used it has left it",
    ],
    [{ state: "under-way", left: 1, of: 3 }, "Retirement under way: 1 of 3 components has left it"],
  ])("a retirement of %j reads %j", (retirement, words) => {
    expect(plain(retirementWords(adoption({ retirement: retirement as never })))).toBe(words);
  });
});

describe("how many stay", () => {
  const curve = (...points: readonly (readonly [days: number, survival: number])[]) => ({
    n: 9,
    events: 2,
    clusteredBand: null,
    medianDays: null,
    competing: [],
    leaversTo: [],
    curve: points.map(([days, survival]) => ({
      days,
      survival,
      low: survival - 0.1,
      high: Math.min(1, survival + 0.1),
      atRisk: 5,
    })),
  });

  it("is read at two years, at the last point before them", () => {
    const stay = stayShare(
      adoption({ retention: curve([0, 1], [400, 0.9], [730, 0.8], [731, 0.5]) }),
    );
    expect(stay).toMatchObject({ years: 2, survival: 0.8, n: 9, events: 2 });
  });

  it("is read at one year where two have not passed, and not at all below one", () => {
    expect(stayShare(adoption({ retention: curve([0, 1], [300, 0.9], [500, 0.4]) }))).toMatchObject(
      {
        years: 1,
        survival: 0.9,
      },
    );
    expect(stayShare(adoption({ retention: curve([0, 1], [364, 0.9]) }))).toBeNull();
    expect(stayShare(adoption({ retention: null }))).toBeNull();
  });

  it("claims no certainty where nobody left", () => {
    const stay = { years: 2, survival: 0.8, low: 0.62, high: 0.91, n: 9, events: 2 };
    expect(plain(stayWords(stay))).toBe("80 % (62 to 91 %)");
    expect(stayWords({ ...stay, events: 0, survival: 1, low: 1, high: 1 })).toBe("all so far");
    expect(stayWords({ ...stay, survival: 1, low: 1, high: 1 })).toBe("all");
  });
});

const point = (date: string, components: number, eligible: number | null = null) => ({
  date,
  components,
  owners: 2,
  eligible,
  joined: 0,
  left: 0,
});
const forecast = {
  model: "logistic",
  ceiling: 10,
  points: [
    { date: "2026-12-31T00:00:00Z", likely: 6, low: 5, high: 8 },
    { date: "2027-12-31T00:00:00Z", likely: 7.6, low: 5, high: 10 },
  ],
} as never;

describe("a forecast", () => {
  const grown = adoption({ curve: [point("2026-03-03T00:00:00Z", 4)], forecast });
  const palette = { use: "u" } as Palette;

  it("begins where the curve stands, and its band is as wide as high is above low", () => {
    const [floor, band] = forecastBand(grown, palette) as { data: [number, number][] }[];
    expect(floor?.data.map(([, value]) => value)).toEqual([4, 5, 5]);
    expect(band?.data.map(([, value]) => value)).toEqual([0, 3, 5]);
    expect(band?.data[0]?.[0]).toBe(Date.parse("2026-03-03T00:00:00Z"));
  });

  it("is drawn to its last point and named there", () => {
    const [line] = forecastLine(grown, palette) as {
      data: [number, number][];
      endLabel: { formatter: () => string };
    }[];
    expect(line?.data.map(([, value]) => value)).toEqual([4, 6, 7.6]);
    expect(line?.endLabel.formatter()).toBe("8 forecast");
    expect(lastForecast(grown)?.likely).toBe(7.6);
  });

  it("is nothing where there is none", () => {
    const none = adoption({ curve: grown.curve, forecast: null });
    expect([forecastBand(none, palette), forecastLine(none, palette)]).toEqual([[], []]);
    expect(lastForecast(none)).toBeNull();
  });
});

describe("the curve of adoption", () => {
  const grown = adoption({
    curve: [point("2025-01-31T00:00:00Z", 1, 9), point("2026-03-03T00:00:00Z", 4, 34)],
    forecast: null,
  });
  interface Drawn {
    readonly yAxis: { readonly max: number };
    readonly xAxis: { readonly min: number; readonly max: number };
    readonly series: readonly {
      readonly data: readonly (readonly [number, number | null])[];
      readonly endLabel: { readonly formatter: () => string };
    }[];
  }
  const draw = (
    known: "mostly" | "not",
    of = grown,
    events: Parameters<typeof adoptionOption>[1] = [],
  ) => adoptionOption(of, events, known, [{} as Palette, 900], () => "") as unknown as Drawn;

  it("is drawn with who could and how many teams, each named at its end", () => {
    const { series, yAxis } = draw("mostly");
    expect(series.map(({ endLabel }) => plain(endLabel.formatter()))).toEqual([
      "34 could",
      "4 use it",
      "2 teams",
    ]);
    expect(series[1]?.data.map(([, value]) => value)).toEqual([1, 4]);
    expect(yAxis.max).toBe(40);
  });

  it("leaves out who could and teams where they are not known", () => {
    const bare = adoption({ curve: [point("2026-03-03T00:00:00Z", 1)], forecast: null });
    expect(draw("not", bare).series.map(({ endLabel }) => endLabel.formatter())).toEqual([
      "1 uses it",
    ]);
    expect(
      adoptionOption(adoption({ curve: [] }), [], "not", [{} as Palette, 900], () => ""),
    ).toEqual({});
  });

  it("has room for a wave that began before its first point", () => {
    const at = Date.parse("2025-01-02T00:00:00Z");
    const { xAxis } = draw("mostly", grown, [{ at, word: "wave", kind: "wave" }]);
    expect(xAxis.min).toBeLessThan(at);
    expect(xAxis.max).toBe(Date.parse("2026-03-03T00:00:00Z"));
  });

  it("has the newest five major releases, waves, mandates and the day looked at as events", () => {
    const releases = ["v1", "1.1.0", "2.0.0", "3", "4.0", "5.0.0", "v6.0.0", "7.0.0-rc1"].map(
      (version, place) => ({ version, at: `202${String(place)}-06-01T00:00:00Z` }),
    );
    const events = adoptionEvents(
      capability("capability:kit", { releases }),
      adoption({
        curve: [point("2020-01-31T00:00:00Z", 1)],
        waves: [
          { kind: "mandated", from: "2022-01-01T00:00:00Z" },
          { kind: "synchronised", from: "2023-01-01T00:00:00Z" },
        ] as never,
      }),
      "2026-03-03T00:00:00Z",
    );
    expect(events.map(({ word, kind }) => `${kind} ${plain(word)}`)).toEqual([
      "release v2",
      "release v3",
      "release v4.0",
      "release v5",
      "release v6",
      "mandate mandate",
      "wave wave",
      "as-of as of 3 Mar 2026",
    ]);
  });
});

describe("the rows of capabilities", () => {
  it("have their adoption, owners by name, and since when they are used", () => {
    const used = adoption({ adoptersEver: 2, curve: [point("2021-01-31T00:00:00Z", 1)] });
    const never = adoption({ adoptersEver: 0, curve: [] });
    const rows = capabilityRows(
      [
        capability("capability:kit", { ownerIds: ["team:oven", "team:gone"] }),
        capability("capability:new", { ownerIds: [], firstRelease: "2020-01-01T00:00:00Z" }),
        capability("capability:lost", { ownerIds: [] }),
      ],
      new Map([
        ["capability:kit", { adoption: used, pointer: "/adoption/7" }],
        ["capability:new", { adoption: never, pointer: "/adoption/8" }],
      ]),
      {
        teams: byId([team("team:oven", { name: "Ovens" })]),
        components: new Map(),
        consumptions: [],
      },
    );
    expect(rows.map(({ ownerNames, since, pointer }) => [ownerNames, since, pointer])).toEqual([
      ["Ovens, team:gone", "2021-01-31T00:00:00Z", "/adoption/7"],
      ["", null, "/adoption/8"],
      ["", null, "/adoption"],
    ]);
  });
});
