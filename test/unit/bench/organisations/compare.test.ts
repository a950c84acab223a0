import { describe, expect, test } from "vitest";
import type { JudgedClass } from "#bench/organisations/classes.ts";
import { changeLines } from "#bench/organisations/compare.ts";
import type { Measurement } from "#bench/organisations/result.ts";

type Compared = Parameters<typeof changeLines>[0];

const nothing: Compared = {
  organisation: "library",
  classes: [],
  parts: [],
  uses: { wanted: [], further: [], shownCount: 0 },
  owners: [],
  problems: [],
};
const judged = (repository: string, answer: JudgedClass["answer"]): JudgedClass => {
  const rest = { path: null, confidence: "clear", probability: 0.5 };
  return { repository, expected: "platform", answer, ...rest };
};
const wanted = (consumer: string, isFound: boolean): Measurement["uses"]["wanted"][number] => {
  return { consumer, provider: "shelves", kinds: ["npm"], isFound };
};

describe("an earlier measurement against a later one", () => {
  test("classes: right now, wrong now, and wrong otherwise; what stayed is not told", () => {
    const names = ["cards", "lamps", "desks", "loans"] as const;
    const before = ["unknown", "platform", "unknown", "platform"] as const;
    const after = ["platform", "product", "supporting", "platform"] as const;
    const classes = (answers: readonly JudgedClass["answer"][]): JudgedClass[] =>
      names.map((name, index) => judged(name, answers[index] ?? "none"));
    expect(
      changeLines(
        { ...nothing, classes: classes(before) },
        { ...nothing, classes: classes(after) },
      ),
    ).toEqual([
      "+ class cards: unknown, now platform (platform expected)",
      "- class lamps: platform, now product (platform expected)",
      "~ class desks: unknown, now supporting (platform expected)",
    ]);
  });

  test("uses found and lost, further ones that came and went", () => {
    const further = (consumer: string) => [{ consumer, provider: "shelves", capabilities: [] }];
    const earlier = {
      wanted: [wanted("cards", true), wanted("loans", false)],
      further: further("desks"),
      shownCount: 2,
    };
    const now = {
      wanted: [wanted("cards", false), wanted("loans", true)],
      further: further("lamps"),
      shownCount: 2,
    };
    expect(changeLines({ ...nothing, uses: earlier }, { ...nothing, uses: now })).toEqual([
      "+ use loans -> shelves",
      "- use cards -> shelves",
      "+ further use lamps -> shelves",
      "- further use desks -> shelves",
    ]);
  });
});
