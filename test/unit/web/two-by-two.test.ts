import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutTwoByTwo, linesOf } from "#web/features/signals/two-by-two-layout.ts";
import { quadrantWords, standingWords } from "#web/features/signals/two-by-two-words.ts";
import { sample } from "./rows.ts";

const { verdict } = sample.signals;
type Verdict = typeof verdict;
const given = (needed: number, more: Partial<Verdict> = {}): Verdict => ({
  ...verdict,
  chances: { needed, soon: (1 - needed) / 2, "not-yet": (1 - needed) / 2 },
  atPriors: [],
  rolePersonMonths: 12,
  avoidablePersonMonths: null,
  isCostCovered: null,
  ...more,
});
const months = (low: number, likely: number, high: number) => ({
  avoidablePersonMonths: { low, likely, high },
});

describe("both axes of the verdict in one picture", () => {
  test.each([
    [0.9, months(13, 15, 20), true, true],
    [0.9, months(1, 2, 6), true, false],
    [0.2, months(13, 15, 20), false, true],
    [0.2, months(1, 2, 6), false, false],
  ])(
    "%s of chance stands in the quarter it belongs to: %#",
    (needed, more, isNeeded, isCovered) => {
      const { chance, avoidable, middle } = layoutTwoByTwo(given(needed, more), "wide");
      expect(chance.likely < middle.y).toBe(isNeeded);
      expect((avoidable?.likely ?? 0) > middle.x).toBe(isCovered);
    },
  );

  test("a range beyond four times what the role costs ends at the edge, and says so", () => {
    const { avoidable, plot, most } = layoutTwoByTwo(given(0.5, months(3, 22, 180)), "wide");
    expect(most).toBe(48);
    expect(avoidable).toMatchObject({ high: plot.right, isCut: true });
    expect(layoutTwoByTwo(given(0.5, months(3, 9, 20)), "wide").avoidable?.isCut).toBe(false);
    expect(layoutTwoByTwo(given(0.5), "wide").avoidable).toBeNull();
  });

  test("the chance is a bar from where signs are rare to where they are common", () => {
    const atPriors = [0.3, 0.8].map((needed) => ({ prior: 0.2, chances: given(needed).chances }));
    const { chance } = layoutTwoByTwo(given(0.5, { atPriors }), "narrow");
    expect(chance.low).toBeGreaterThan(chance.likely);
    expect(chance.high).toBeLessThan(chance.likely);
  });

  test("everything lies in the plot, and no words of a quarter where the range runs", () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const amount = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          needed: chance,
          cost: amount,
          low: amount,
          more: amount,
          size: fc.constantFrom("wide" as const, "narrow" as const, "flat" as const),
        }),
        ({ needed, cost, low, more, size }) => {
          const span = months(low, low + more / 2, low + more);
          const found = layoutTwoByTwo(given(needed, { ...span, rolePersonMonths: cost }), size);
          const { plot, chance: at, avoidable, quadrants } = found;
          for (const x of [avoidable?.low, avoidable?.likely, avoidable?.high, found.middle.x]) {
            expect(x).toBeGreaterThanOrEqual(plot.left);
            expect(x).toBeLessThanOrEqual(plot.right);
          }
          expect(at.likely).toBeGreaterThan(plot.top);
          expect(at.likely).toBeLessThan(plot.bottom);
          for (const one of quadrants)
            for (const y of linesOf(one, 1)) expect(Math.abs(y - 4 - at.likely)).toBeGreaterThan(8);
        },
      ),
    );
  });
});

describe("in a sentence", () => {
  test.each([
    [
      given(0.9, { ...months(13, 15, 20), isCostCovered: true }),
      "The signs say needed, and it would pay for itself",
    ],
    [
      given(0.2, { ...months(13, 15, 20), isCostCovered: true }),
      "The signs do not say needed, but it would pay for itself",
    ],
    [
      given(0.9, { ...months(1, 2, 6), isCostCovered: false }),
      "The signs say needed; what was counted as avoidable does not pay for it alone",
    ],
    [
      given(0.9, months(1, 12, 60)),
      "The signs say needed; whether it pays for itself is not shown by what was counted",
    ],
    [given(0.9), "The signs say needed; what could be avoided is not known"],
    [
      given(0.2, { answer: "not-looked-at" }),
      "Hardly anything was looked at: the point says little",
    ],
  ])("%#", (one, words) => expect(standingWords(one)).toBe(words));

  test("each quarter has words of its own", () => {
    const all = [true, false].flatMap((isNeeded) =>
      [true, false].map((isCovered) => quadrantWords({ isNeeded, isCovered }).join(" ")),
    );
    expect(new Set(all).size).toBe(4);
  });
});
