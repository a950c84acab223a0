import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { rollUp } from "#insight/reliability/roll-up.ts";
import type { ObjectiveStatus } from "#insight/reliability/result.ts";
import { loaves, noon, series } from "#fixtures/objective-bakery.ts";

const day = 86_400;
const hour = 3_600;
const well = { good: 1_000, total: 1_000 };

describe("what cannot be judged", () => {
  const reasonOf = (...args: Parameters<typeof assessObjective>): string => {
    const { state, budget, unknown } = assessObjective(...args);
    expect([state, budget]).toEqual(["unjudgeable", null]);
    return unknown?.code ?? "";
  };
  it("is said with its reason, never as a number", () => {
    const full = series(30 * day, hour, () => well);
    expect(reasonOf(loaves({ window: null }), full, noon)).toBe("no-window");
    expect(
      reasonOf(
        loaves(),
        series(10 * day, hour, () => well),
        noon,
      ),
    ).toBe("data-missing");
    expect(
      reasonOf(
        loaves(),
        series(30 * day, hour, () => ({ good: 0, total: 0 })),
        noon,
      ),
    ).toBe("no-traffic");
    expect(
      reasonOf(
        loaves(),
        series(30 * day, hour, () => ({ good: 1, total: 1 })),
        noon,
      ),
    ).toBe("low-traffic");
    const given = { code: "no-data", reason: "none", needs: "some" };
    expect(reasonOf(loaves(), given, noon)).toBe("no-data");
    const minute = { duration: { count: 1, unit: "m" }, calendar: null, isAssumed: false } as const;
    expect(reasonOf(loaves({ window: minute }), full, noon)).toBe("window-too-short");
    const slices = { method: "timeslices", sliceTarget: 0.9, sliceSeconds: 60 } as const;
    expect(reasonOf(loaves(slices), full, noon)).toBe("coarse-data");
  });

  it("is still spent when the slices that were seen already spent it", () => {
    const slices = { method: "timeslices", sliceTarget: 0.9, sliceSeconds: hour } as const;
    const status = assessObjective(
      loaves(slices),
      series(5 * day, hour, () => ({ good: 1, total: 2 })),
      noon,
    );
    expect(status.state).toBe("spent");
  });

  it("leaves burn rates of windows finer than the data unknown", () => {
    const status = assessObjective(
      loaves(),
      series(30 * day, 6 * hour, () => well, noon),
      noon,
    );
    expect(status.state).toBe("ok");
    expect(status.burnRates.map((one) => one.rate)).toEqual([null, 0, 0, 0, 0]);
    expect(status.alerts.map((one) => one.state)).toEqual(["unknown", "quiet", "quiet", "quiet"]);
  });
});

describe("budgeting methods on the same fortnight", () => {
  const night = (at: number) =>
    at % day < 6 * hour ? { good: 5, total: 10 } : { good: 1_000, total: 1_000 };
  const given = {
    target: 0.9,
    window: { duration: { count: 14, unit: "d" }, calendar: null, isAssumed: false },
  } as const;
  const left = (method: "occurrences" | "timeslices" | "ratio-timeslices") =>
    assessObjective(
      loaves({
        ...given,
        method,
        sliceTarget: method === "timeslices" ? 0.9 : null,
        sliceSeconds: method === "occurrences" ? null : hour,
      }),
      series(14 * day, hour, night),
      noon,
    ).budget?.left ?? Number.NaN;
  it("weigh a bad night by its few events, by its hours, or by what each hour lacked", () => {
    expect(left("occurrences")).toBeCloseTo(1 - 30 / (0.1 * 18_060), 9);
    expect(left("timeslices")).toBeCloseTo(1 - 0.25 / 0.1, 9);
    expect(left("ratio-timeslices")).toBeCloseTo(1 - 0.125 / 0.1, 9);
  });
});

const counts = fc.array(
  fc.record({ total: fc.integer({ min: 0, max: 500 }), bad: fc.integer({ min: 0, max: 500 }) }),
  { minLength: 30, maxLength: 30 },
);
const judged = (rows: readonly { total: number; bad: number }[], target = 0.99): ObjectiveStatus =>
  assessObjective(
    loaves({ target }),
    series(30 * day, day, (at) => {
      const row = rows[Math.floor((at - (noon - 30 * day)) / day)] ?? { total: 0, bad: 0 };
      return { good: row.total - Math.min(row.bad, row.total), total: row.total };
    }),
    noon,
  );

describe("properties", () => {
  it("one more failure never leaves more budget, a stricter target neither", () => {
    fc.assert(
      fc.property(counts, fc.nat(29), (rows, place) => {
        const before = judged(rows).budget?.left ?? null;
        const worse = rows.map((row, index) =>
          index === place ? { ...row, bad: row.bad + 1 } : row,
        );
        const after = judged(worse).budget?.left ?? null;
        const stricter = judged(rows, 0.995).budget?.left ?? null;
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before);
        if (before !== null && stricter !== null) expect(stricter).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("a burn-down never rises and ends at what is left", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const { burnDown, budget } = judged(rows);
        burnDown.forEach((point, index) => {
          expect(point.budgetLeft).toBeLessThanOrEqual(burnDown[index - 1]?.budgetLeft ?? 1);
        });
        if (budget !== null) expect(burnDown.at(-1)?.budgetLeft).toBeCloseTo(budget.left, 9);
      }),
    );
  });

  const rank = { ok: 0, unjudgeable: 1, burning: 2, spent: 3 };
  it("a roll-up is its worst child, and one more child never makes it better", () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (all) => {
        const statuses = all.map((rows) => judged(rows));
        const whole = rollUp(statuses);
        expect(rank[whole?.state ?? "ok"]).toBe(
          Math.max(...statuses.map((one) => rank[one.state])),
        );
        expect(whole?.children).toHaveLength(statuses.length);
        const fewer = rollUp(statuses.slice(1));
        if (fewer !== null)
          expect(rank[whole?.state ?? "ok"]).toBeGreaterThanOrEqual(rank[fewer.state]);
      }),
    );
    expect(rollUp([])).toBeNull();
  });
});
