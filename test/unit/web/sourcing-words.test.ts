import { describe, expect, test } from "vitest";
import {
  criterionWords,
  fitWords,
  groundWords,
  pointsOf,
  pointsWords,
  whyParts,
} from "#web/features/sourcing/sourcing-words.ts";
import { sample } from "./rows.ts";

const [option] = sample.sourcing.options;

describe("where somebody could come from", () => {
  test.each([
    [{ low: 0.2, high: 0.93 }, "0.60 of 1, between 0.20 and 0.93"],
    [{ low: 0.601, high: 0.604 }, "0.60 of 1"],
  ])("a range only where there is one: %#", (fitRange, words) =>
    expect(fitWords({ fit: 0.6, fitRange })).toBe(words),
  );

  test.each([
    [12, 12, 0, "all 12 answers"],
    [4, 12, 3, "4 of 12 answers, and 3 that the evidence suggests"],
    [4, 12, 0, "4 of 12 answers"],
  ])("%s of %s answered", (answeredCount, questionsCount, suggestedCount, words) =>
    expect(groundWords({ answeredCount, questionsCount, suggestedCount })).toBe(words),
  );

  test("points of all answers are the fit of what they could be at most", () => {
    const weights = option?.weights ?? [];
    const own = weights.flatMap(({ input }) => pointsOf({ weights }, input) ?? []);
    const sum = (of: (one: { given: number; most: number }) => number): number =>
      own.reduce((total, one) => total + of(one), 0);
    const contributed = weights.reduce((total, one) => total + one.contribution, 0);
    expect(sum((one) => one.given) / sum((one) => one.most)).toBeCloseTo(contributed, 9);
    expect(pointsOf({ weights }, "none")).toBeNull();
    expect(pointsWords({ given: 1.5, most: 2 })).toBe("1.5 of 2");
  });

  test("why is told in its first sentence, which may name versions", () => {
    expect(whyParts("It left oven 1.2. It uses 3 capabilities.")).toEqual([
      "It left oven 1.2.",
      "It uses 3 capabilities.",
    ]);
    expect(whyParts("It left oven.")).toEqual(["It left oven.", ""]);
  });

  test("a criterion says who measures it and where it stands", () => {
    expect(criterionWords({ measuredBy: "the sponsor", today: "Not seen from here." })).toBe(
      "Measured by the sponsor. Today: not seen from here.",
    );
  });
});
