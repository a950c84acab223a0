import { describe, expect, it } from "vitest";
import { lastForecast } from "#web/features/capabilities/adoption-words.ts";
import { adoptionEvents } from "#web/features/capability/adoption-events.ts";
import { adoptionPlot } from "#web/features/capability/adoption-plot.ts";
import { forecastPoints } from "#web/features/capability/forecast-points.ts";
import { censoredAt, watchedAxis } from "#web/features/capability/retention-axis.ts";
import { adoption, capability, plain } from "./rows.ts";

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

  it("begins where the curve stands, and its band with it", () => {
    const points = forecastPoints(grown);
    expect(points.map(({ likely, low, high }) => [likely, low, high])).toEqual([
      [4, 4, 4],
      [6, 5, 8],
      [7.6, 5, 10],
    ]);
    expect(points[0]?.x).toBe(Date.parse("2026-03-03T00:00:00Z"));
  });

  it("is drawn to its last point and named there", () => {
    const plot = adoptionPlot(grown, [], "not");
    expect(plot?.labels.at(-1)).toMatchObject({ words: "8 forecast", y: 7.6 });
    expect(plot?.xAxis.domain[1]).toBe(Date.parse("2027-12-31T00:00:00Z"));
    expect(plot?.rows.map(({ ys }) => ys)).toEqual([[4], [6], [7.6]]);
    expect(lastForecast(grown)?.likely).toBe(7.6);
  });

  it("is nothing where there is none", () => {
    const none = adoption({ curve: grown.curve, forecast: null });
    expect(forecastPoints(none)).toEqual([]);
    expect(lastForecast(none)).toBeNull();
  });
});

describe("the curve of adoption", () => {
  const grown = adoption({
    curve: [point("2025-01-31T00:00:00Z", 1, 9), point("2026-03-03T00:00:00Z", 4, 34)],
    forecast: null,
  });

  it("is drawn with who could and how many teams, each named at its end", () => {
    const plot = adoptionPlot(grown, [], "mostly");
    expect(plot?.labels.map(({ words }) => plain(words))).toEqual([
      "34 could",
      "4 use it",
      "2 teams",
    ]);
    expect(plot?.stocks[1]?.values.map(({ y }) => y)).toEqual([1, 4]);
    expect(plot?.yAxis.domain).toEqual([0, 40]);
  });

  it("leaves out who could and teams where they are not known", () => {
    const bare = adoption({ curve: [point("2026-03-03T00:00:00Z", 1)], forecast: null });
    expect(adoptionPlot(bare, [], "not")?.labels.map(({ words }) => words)).toEqual(["1 uses it"]);
    expect(adoptionPlot(adoption({ curve: [] }), [], "not")).toBeNull();
  });

  it("has room for a wave before its first point and for the day looked at after its last", () => {
    const [first, last] = ["2025-01-02T00:00:00Z", "2026-03-09T00:00:00Z"].map((at) =>
      Date.parse(at),
    );
    const plot = adoptionPlot(
      grown,
      [
        { at: first ?? 0, word: "wave", kind: "wave" },
        { at: last ?? 0, word: "as of", kind: "as-of" },
      ],
      "mostly",
    );
    expect(plot?.xAxis.domain[0]).toBeLessThan(first ?? 0);
    expect(plot?.xAxis.domain[1]).toBe(last);
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

describe("the axis below how many stay", () => {
  const curve = [
    [0, 30],
    [500, 12],
    [900, 4],
  ].map(([days = 0, atRisk = 0]) => ({ days, atRisk, survival: 1, low: 1, high: 1 }));

  it("counts in years, and says who was watched only at the points that it was counted at", () => {
    const { ticks, notes } = watchedAxis(curve);
    expect(ticks(6).map(({ at, words }) => [at, plain(words)])).toEqual([
      [0, "adopted"],
      [365.25, "1 year"],
      [730.5, "2 years"],
    ]);
    expect(notes).toEqual([
      { at: 0, words: "30 watched" },
      { at: 500, words: "12 watched" },
      { at: 900, words: "4 watched" },
    ]);
  });

  it("has fewer years where there is room for fewer", () => {
    const long = curve.map((one) => ({ ...one, days: one.days * 6 }));
    expect(
      watchedAxis(long)
        .ticks(3)
        .map(({ words }) => plain(words)),
    ).toEqual(["adopted", "5 years", "10 years"]);
  });

  it("is marked where a use ended with the window alone", () => {
    expect(censoredAt(curve).map(({ days }) => days)).toEqual([500, 900]);
    const falling = curve.map((one, index) => ({ ...one, survival: 1 - index / 10 }));
    expect(censoredAt(falling)).toEqual([]);
  });
});
