import { describe, expect, test } from "vitest";
import { simulatedPanel, type PanelPlan } from "#fixtures/simulated-panel.ts";
import { associate } from "#insight/value/association.ts";
import { defaultValueOptions } from "#insight/value/options.ts";
import { seededRandom } from "#kernel/stats-resample.ts";

const options = { ...defaultValueOptions, permutations: 99 };
const harbour: PanelPlan = {
  owners: 24,
  componentsPerOwner: 2,
  quarters: 18,
  adoptingShare: 0.5,
  effect: 0,
};

function trial(plan: PanelPlan, number: number) {
  const random = seededRandom(`harbour ${String(number)}`);
  return associate(simulatedPanel(plan, random), "lead-time", options, random);
}

describe("association of adoption with an outcome", () => {
  test("a planted effect is found at its size", () => {
    const effects: number[] = [];
    let found = 0;
    for (let number = 0; number < 20; number++) {
      const { value } = trial({ ...harbour, effect: Math.log(0.6) }, number);
      expect(value?.unit).toBe("relative");
      effects.push(value?.effect ?? 0);
      if ((value?.pValue ?? 1) <= 0.05) found++;
      expect(value?.curve.some((one) => one.quarter === 0)).toBe(true);
    }
    const mean = effects.reduce((sum, one) => sum + one, 0) / effects.length;
    expect(mean).toBeGreaterThan(-0.45);
    expect(mean).toBeLessThan(-0.35);
    expect(found).toBeGreaterThanOrEqual(18);
  });

  test("no effect is seldom taken for one, and its interval holds 0", () => {
    let alarms = 0;
    let held = 0;
    for (let number = 0; number < 60; number++) {
      const { value } = trial(harbour, number);
      if ((value?.pValue ?? 0) <= 0.05) alarms++;
      if (value !== null && value.low <= 0 && value.high >= 0) held++;
    }
    // The exactness suite draws 400; of 60 more than 7 are expected once in a thousand.
    expect(alarms).toBeLessThanOrEqual(7);
    expect(held).toBeGreaterThanOrEqual(50);
  });

  test("too few owners on either side: unknown, with the numbers", () => {
    const few = trial({ ...harbour, owners: 14 }, 1);
    expect(few.value).toBeNull();
    expect(few.unknown?.reason).toContain("7 owners adopted it and 7 did not");
  });

  test("equal seeds give equal answers", () => {
    expect(trial(harbour, 3)).toEqual(trial(harbour, 3));
  });
});
