import { describe, expect, it } from "vitest";
import { alertWindows, type AlertWindow } from "#insight/reliability/alert-windows.ts";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { budgetOf, secondsToSpend } from "#insight/reliability/budget.ts";
import { alertState } from "#insight/reliability/burn-rate.ts";
import { errorBudget } from "#insight/reliability/objective.ts";
import { SliIndex } from "#insight/reliability/sli-index.ts";
import { bySlice } from "#insight/reliability/slices.ts";
import { periodAt } from "#insight/reliability/windows.ts";
import { loaves, noon, series } from "#fixtures/objective-bakery.ts";

const day = 86_400;
const hour = 3_600;
const rule = { target: 0.999, minimumCoverage: 0.5 };
const rolling = (count: number, unit: "d" | "w") =>
  periodAt({ duration: { count, unit }, calendar: null, isAssumed: false }, noon);

/** One slice that holds everything, at the start of the window. */
const once = (good: number, total: number, seconds: number) =>
  new SliIndex(series(seconds, seconds, () => ({ good, total })));

describe("worked examples of the SRE Workbook", () => {
  it("chapter 5: windows and burn rates of a 99.9 % objective over 30 days", () => {
    const { windows, dropped } = alertWindows(0.999, 30 * day);
    expect(dropped).toEqual([]);
    expect(
      windows.map((one) => [one.severity, one.longSeconds, one.shortSeconds, one.factor]),
    ).toEqual([
      ["page", hour, 300, 14.4],
      ["page", 6 * hour, 1_800, 6],
      ["ticket", day, 2 * hour, 3],
      ["ticket", 3 * day, 6 * hour, 1],
    ]);
  });

  it("chapter 5: time to exhaustion by burn rate", () => {
    expect([1, 2, 10, 1000].map((rate) => secondsToSpend(30 * day, rate))).toEqual([
      30 * day,
      15 * day,
      3 * day,
      2_592, // 43 minutes
    ]);
  });

  it("chapter 5: a burn rate of 35 spends thirty days in 20.5 hours, an outage of 99.999 % in 26 seconds", () => {
    expect((secondsToSpend(30 * day, 35) ?? 0) / hour).toBeCloseTo(20.57, 2);
    expect(secondsToSpend(30 * day, 1 / errorBudget(0.99999))).toBeCloseTo(25.92, 6);
  });

  /** Minutes of errors at that ratio, from the tenth day on, in ten and more days of steady traffic. */
  const errors = (ratio: number, minutes: number) => {
    const start = noon - day;
    const index = new SliIndex(
      series(11 * day, 60, (at) => ({
        good: at >= start && at < start + minutes * 60 ? 10_000 * (1 - ratio) : 10_000,
        total: 10_000,
      })),
    );
    return (window: AlertWindow, after: number) =>
      alertState(index, start + after * 60, window, rule).state;
  };
  const firstMinute = (isTrue: (minute: number) => boolean): number => {
    for (let minute = 0; minute <= 1_440; minute++) if (isTrue(minute)) return minute;
    return Number.NaN;
  };

  it.each([0.02, 0.05, 0.1, 0.15, 1])(
    "chapter 5: detection takes (1 - SLO) / ratio x window x burn rate, at a ratio of %d",
    (ratio) => {
      for (const window of alertWindows(0.999, 30 * day).windows) {
        const expected = ((0.001 / ratio) * window.longSeconds * window.factor) / 60;
        const stateAt = errors(ratio, 1_440);
        const found = firstMinute((minute) => stateAt(window, minute) === "firing");
        // The first whole minute at which the rate is above, not at, the factor.
        expect([window.longSeconds, found]).toEqual([
          window.longSeconds,
          Math.floor(expected + 1e-9) + 1,
        ]);
      }
    },
  );

  it("chapter 5: ten minutes of 15 % page once 2 % are spent, and stop within five minutes, not an hour", () => {
    const [page] = alertWindows(0.999, 30 * day).windows;
    if (page === undefined) throw new Error("no window");
    const stateAt = errors(0.15, 10);
    const fires = firstMinute((minute) => stateAt(page, minute) === "firing");
    expect((fires * 0.15) / (30 * 1_440 * 0.001)).toBeCloseTo(0.0208, 4);
    const calm = (window: AlertWindow): number =>
      firstMinute((minute) => minute >= 10 && stateAt(window, minute) === "quiet");
    expect(calm(page)).toBe(15);
    expect(calm({ ...page, shortSeconds: page.longSeconds })).toBeGreaterThan(60);
  });

  it("chapter 5: of ten requests an hour one failure takes 13.9 % of the budget, and cannot be judged", () => {
    const index = new SliIndex(
      series(30 * day, 360, (at) => ({ good: Number(at !== noon - 360), total: 1 })),
    );
    const budget = budgetOf(index, rolling(30, "d"), 0.999, "occurrences");
    expect(1 - (budget?.left ?? 0)).toBeCloseTo(0.139, 3);
    const [page] = alertWindows(0.999, 30 * day).windows;
    if (page === undefined) throw new Error("no window");
    const state = alertState(index, noon, { ...page, shortSeconds: 360 }, rule);
    expect(state).toMatchObject({
      state: "unknown",
      reason: expect.stringContaining("low traffic"),
    });
  });

  it("chapter 2: error budgets of four weeks", () => {
    const budget = (target: number, good = 3_663_253) =>
      budgetOf(once(good, 3_663_253, 28 * day), rolling(4, "w"), target, "occurrences");
    expect(Math.floor(budget(0.97)?.allowed ?? 0)).toBe(109_897);
    expect(Math.floor(budget(0.9)?.allowed ?? 0)).toBe(366_325);
    expect(Math.floor(budget(0.99)?.allowed ?? 0)).toBe(36_632);
    const million = budgetOf(
      once(998_500, 1_000_000, 28 * day),
      rolling(4, "w"),
      0.999,
      "occurrences",
    );
    expect(million?.allowed).toBeCloseTo(1_000, 9);
    expect(million?.left).toBeCloseTo(-0.5, 9);
  });
});

describe("worked examples of OpenSLO", () => {
  it("low traffic: 99.95 % of the minutes of a week leave 5 minutes and 2.4 seconds", () => {
    const week = new SliIndex(series(7 * day, 60, () => ({ good: 1, total: 1 })));
    const budget = budgetOf(week, rolling(1, "w"), 0.9995, "timeslices");
    expect((budget?.allowed ?? 0) * 60).toBeCloseTo(302.4, 9);
  });

  /** Ninety-nine of a hundred succeed; one of a hundred during the attack. */
  const attacked = (minutes: number) =>
    series(14 * day, 60, (at) => ({ good: at >= noon - minutes * 60 ? 1 : 99, total: 100 }));

  it("time slices: an attack spends two weeks at 95 % in 16 hours and 48 minutes", () => {
    const left = (minutes: number) =>
      budgetOf(new SliIndex(bySlice(attacked(minutes), 0.95)), rolling(2, "w"), 0.95, "timeslices")
        ?.left;
    expect(left(16 * 60 + 48)).toBeCloseTo(0, 9);
    expect(left(16 * 60 + 47)).toBeGreaterThan(0);
  });

  it("ratio time slices: in about 13 hours and 45 minutes", () => {
    const left = (minutes: number) =>
      budgetOf(
        new SliIndex(bySlice(attacked(minutes), null)),
        rolling(2, "w"),
        0.95,
        "ratio-timeslices",
      )?.left ?? 0;
    expect(left(13 * 60 + 42)).toBeGreaterThan(0);
    expect(left(13 * 60 + 43)).toBeLessThan(0);
  });
});

describe("alert windows", () => {
  it("are dropped, with the reason, where they cannot fire or mean nothing", () => {
    const low = alertWindows(0.9, 30 * day);
    expect(low.dropped.map((one) => [one.longSeconds, one.reason.split(":")[0]])).toEqual([
      [hour, "cannot fire"],
    ]);
    const week = alertWindows(0.99, 7 * day);
    expect(week.dropped.map((one) => [one.longSeconds, one.reason.split(":")[0]])).toEqual([
      [day, "means nothing"],
      [3 * day, "means nothing"],
    ]);
    expect(alertWindows(0.999, 30 * day, 600).dropped[0]?.reason).toContain("below one slice");
  });

  it("fire only while both windows burn", () => {
    const outage = (from: number, to: number) =>
      assessObjective(
        loaves(),
        series(30 * day, 300, (at) => ({
          good: at >= noon - from && at < noon - to ? 0 : 100,
          total: 100,
        })),
        noon,
      );
    const states = (status: ReturnType<typeof outage>) =>
      status.alerts.map((one) => `${String(one.longSeconds / hour)} ${one.state}`);
    expect(states(outage(900, 0))).toEqual(["1 firing", "6 firing", "24 firing", "72 firing"]);
    expect(states(outage(3_300, 2_700))).toEqual(["1 quiet", "6 quiet", "24 firing", "72 firing"]);
    expect(outage(900, 0).state).toBe("burning");
    expect(outage(0, 0)).toMatchObject({ state: "ok", budget: { left: 1, spent: 0 } });
    expect(outage(3_600, 0)).toMatchObject({ state: "spent", spentInSeconds: null });
  });
});
