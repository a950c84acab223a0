import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aalenJohansen,
  clusteredSurvivalBand,
  kaplanMeier,
  medianSurvival,
  type Spell,
} from "#kernel/stats-survival.ts";
import { seededRandom } from "#kernel/stats-resample.ts";

/** Weeks in remission on 6-MP (Freireich et al. 1963, Blood 21:699); negative: still in remission then. */
const remission = [
  6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
].map((weeks) => ({ entry: 0, exit: Math.abs(weeks), cause: weeks > 0 ? 1 : 0 }));

const spell = fc.record({
  entry: fc.integer({ min: 0, max: 20 }),
  lasted: fc.integer({ min: 1, max: 30 }),
  cause: fc.constantFrom(0, 1, 2),
});
const spells = fc
  .array(spell, { maxLength: 40 })
  .map((list) => list.map(({ entry, lasted, cause }) => ({ entry, exit: entry + lasted, cause })));

describe("kaplanMeier", () => {
  // Kleinbaum and Klein, Survival Analysis, chapter 2 (S, at risk); Cox and Oakes 1984 data as fitted by R's
  // survfit(conf.type = "log-log") (standard errors, limits).
  it.each([
    [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
  ])(
    "agrees with the published table at week %i",
    (time, atRisk, events, survival, error, low, high) => {
      const point = kaplanMeier(remission).find((candidate) => candidate.time === time);
      expect(point).toMatchObject({ atRisk, events });
      expect(point?.survival).toBeCloseTo(survival, 4);
      expect(point?.standardError).toBeCloseTo(error, 4);
      expect(point?.low).toBeCloseTo(low, 4);
      expect(point?.high).toBeCloseTo(high, 4);
    },
  );

  it("finds the published median, and none while more than half remain", () => {
    expect(kaplanMeier(remission)).toHaveLength(7);
    expect(medianSurvival(kaplanMeier(remission))).toBe(23);
    expect(medianSurvival(kaplanMeier(remission.filter(({ exit }) => exit > 13)))).toBeNull();
  });

  it("counts a late entrant as at risk only after its entry", () => {
    const late: Spell[] = [
      { entry: 0, exit: 4, cause: 1 },
      { entry: 0, exit: 9, cause: 1 },
      { entry: 4, exit: 9, cause: 0 },
      { entry: 5, exit: 12, cause: 1 },
    ];
    expect(kaplanMeier(late).map(({ time, atRisk, survival }) => [time, atRisk, survival])).toEqual(
      [
        [4, 2, 0.5],
        [9, 3, 0.5 * (1 - 1 / 3)],
        [12, 1, 0],
      ],
    );
  });

  it("never rises, stays within its band and within 0 and 1", () => {
    fc.assert(
      fc.property(spells, (list) => {
        let before = 1;
        for (const { survival, low, high } of kaplanMeier(list)) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(low).toBeLessThanOrEqual(survival + 1e-12);
          expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          before = survival;
        }
      }),
    );
  });
});

describe("aalenJohansen", () => {
  it("splits the ends of a small table as by hand", () => {
    const list = [
      { entry: 0, exit: 1, cause: 1 },
      { entry: 0, exit: 2, cause: 2 },
      { entry: 0, exit: 3, cause: 0 },
      { entry: 0, exit: 4, cause: 1 },
    ];
    expect(aalenJohansen(list, [1, 2])).toEqual([
      { time: 1, survival: 0.75, incidence: [0.25, 0] },
      { time: 2, survival: 0.5, incidence: [0.25, 0.25] },
      { time: 4, survival: 0, incidence: [0.75, 0.25] },
    ]);
  });

  it("adds up: 1 − survival is the sum of the incidences, and survival that of either cause", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const either = kaplanMeier(list, [1, 2]);
        for (const [index, point] of aalenJohansen(list, [1, 2]).entries()) {
          const total = point.incidence.reduce((sum, value) => sum + value, 0);
          expect(1 - point.survival).toBeCloseTo(total, 10);
          expect(point.survival).toBeCloseTo(either[index]!.survival, 10);
        }
      }),
    );
  });
});

describe("clusteredSurvivalBand", () => {
  it("agrees with Greenwood's standard error when everyone is a cluster of its own", () => {
    const alone = remission.map((_, index) => index);
    const band = clusteredSurvivalBand(
      { spells: remission, clusters: alone },
      [6, 7, 10, 13],
      4000,
      seededRandom("6-MP"),
    );
    const halfWidth = (band[3]!.high - band[3]!.low) / 2 / 1.96;
    expect(halfWidth).toBeGreaterThan(0.09);
    expect(halfWidth).toBeLessThan(0.12);
  });
});

it("cumulative incidence never leaves [0, 1], whatever the rounding", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
      (exits) => {
        const ended = exits.map((exit) => ({ entry: 0, exit, cause: 1 }));
        for (const point of aalenJohansen(ended, [1, 2])) {
          for (const value of point.incidence) expect(value).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
