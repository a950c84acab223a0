import { expect, test } from "vitest";
import { perFeature } from "#insight/classification/feature.ts";
import type { JudgedFact } from "#bench/classification/judge-facts.ts";
import { calibrationOf, kappaOf, scoreOf } from "#bench/classification/scores.ts";

function judged(
  label: JudgedFact["label"]["class"],
  answer: JudgedFact["answer"],
  probability = 0.9,
  second: JudgedFact["label"]["class"] | null = null,
): JudgedFact {
  const rest = (1 - probability) / 2;
  const likeliest = answer === "unknown" ? "product" : answer;
  const probabilities = {
    product: rest,
    platform: rest,
    supporting: rest,
    [likeliest]: probability,
  };
  return {
    organisation: "north",
    repository: "line",
    path: ".",
    label: { class: label, confidence: "clear" },
    secondLabel: second === null ? null : { class: second, confidence: "clear" },
    values: perFeature(() => 0),
    rule: null,
    parts: [],
    answer,
    probabilities,
    through: null,
  };
}

test("right is worth 1, no answer 0.3, wrong −1; labels that leave it open do not count", () => {
  const score = scoreOf([
    judged("product", "product"),
    judged("platform", "product"),
    judged("platform", "unknown", 0.5),
    judged("either", "product"),
  ]);
  expect(score).toMatchObject({ all: 3, right: 1, answered: 2, alwaysPlatform: 2 });
  expect(score.utility).toBeCloseTo((1 - 1 + 0.3) / 3, 12);
  expect(score.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.05) + Math.log(0.25)) / 3, 12);
});

test("how sure it was is set beside how often it was right", () => {
  const bins = calibrationOf([
    judged("product", "product", 0.92),
    judged("platform", "product", 0.94),
    judged("product", "unknown", 0.5),
  ]);
  expect(bins.map(({ all, right }) => [all, right])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
    [2, 1],
    [0, 0],
  ]);
  expect(bins[3]?.said).toBeCloseTo(0.93, 12);
});

test("kappa takes from agreement what chance would bring", () => {
  const same = [
    judged("product", "product", 0.9, "product"),
    judged("platform", "platform", 0.9, "platform"),
  ];
  expect(kappaOf(same)).toEqual({ all: 2, same: 2, kappa: 1 });
  const half = [
    ...same,
    judged("product", "product", 0.9, "platform"),
    judged("platform", "platform", 0.9, "product"),
  ];
  expect(kappaOf(half).kappa).toBeCloseTo(0, 12);
  expect(kappaOf([judged("either", "product", 0.9, "product")]).kappa).toBeNull();
});
