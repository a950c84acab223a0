import { describe, expect, it } from "vitest";
import { seededRandom } from "#kernel/stats-resample.ts";
import { densestWindow, scanStatistic } from "#kernel/stats-scan.ts";

const year = 365;
const widths = [30, 90, 365];

describe("densestWindow", () => {
  it("finds the fullest window, ends included, the earliest of equals", () => {
    const times = [0, 10, 40, 41, 70, 200, 201, 230];
    expect(densestWindow(times, 30)).toEqual({ width: 30, first: 2, end: 5, count: 3 });
    expect(densestWindow([], 30).count).toBe(0);
  });
});

describe("scanStatistic", () => {
  const end = 8 * year;
  const shortestFade = 2 * year;
  const thinning = (random: () => number): number =>
    (-Math.log1p(random() * Math.expm1(-3)) / 3) * end;

  it("sees a wave in years of quiet, and names its window", () => {
    const times = [100, 900, 1500, 1502, 1510, 1514, 1519, 1525, 2400];
    const range = { from: 0, to: 8 * year, firstIsFixed: false, shortestFade };
    const scan = scanStatistic(times, widths, range, {
      replicates: 999,
      random: seededRandom("wave"),
    })!;
    expect(scan.pValue).toBeLessThan(0.01);
    expect(scan.densest).toEqual({ width: 30, first: 2, end: 8, count: 6 });
  });

  it("does not take a burst right at the start for thinning out", () => {
    const times = Array.from({ length: 17 }, (_, index) => index * 9);
    const range = { from: 0, to: 5 * year, firstIsFixed: true, shortestFade };
    const scan = scanStatistic(times, widths, range, {
      replicates: 999,
      random: seededRandom("start"),
    })!;
    expect(scan.pValue).toBeLessThan(0.01);
    expect(scan.densest.width).toBe(365);
  });

  it("finds more alarms in thinning starts when chance is held to be uniform", () => {
    const random = seededRandom("uniform only");
    let alarms = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const times = Array.from({ length: 30 }, () => thinning(random)).sort((a, b) => a - b);
      const range = { from: 0, to: end, firstIsFixed: false, shortestFade: Infinity };
      if (scanStatistic(times, widths, range, { replicates: 299, random })!.pValue < 0.01)
        alarms += 1;
    }
    expect(alarms / 200).toBeGreaterThan(0.05);
  });

  it("has nothing to say of one time or of no range", () => {
    const range = { from: 0, to: 0, firstIsFixed: false, shortestFade };
    expect(
      scanStatistic([1], widths, { ...range, to: 9 }, { replicates: 9, random: seededRandom("") }),
    ).toBeNull();
    expect(
      scanStatistic([0, 0], widths, range, { replicates: 9, random: seededRandom("") }),
    ).toBeNull();
  });
});
