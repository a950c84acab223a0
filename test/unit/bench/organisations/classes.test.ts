import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byConfidence,
  confusionLines,
  isRight,
  judgeClasses,
  placeOf,
  scoreClasses,
  type ClassedComponent,
  type JudgedClass,
} from "#bench/organisations/classes.ts";
import { expectedClasses, type Label } from "#bench/organisations/inputs.ts";

function component(
  name: string,
  path: string,
  answer: ClassedComponent["class"],
): ClassedComponent {
  const probabilities = { product: 0.2, platform: 0.7, supporting: 0.1 };
  return {
    repositoryId: `repository:github.com/harbour/${name}`,
    path,
    class: answer,
    probabilities,
  };
}

function label(repo: string, expected: Label["expected"], path?: string): Label {
  const rest = { confidence: "clear", published: { owner: null } };
  return path === undefined ? { repo, expected, ...rest } : { repo, expected, path, ...rest };
}

const judged = (expected: JudgedClass["expected"], answer: JudgedClass["answer"]): JudgedClass => {
  const place = { repository: "oven", path: null, confidence: "clear" };
  return { ...place, expected, answer, probability: 0.5 };
};

describe("classes against labels", () => {
  test("a repository is its component at the root, wherever that stands; else the first one", () => {
    const components = [
      component("bakery", "tools", "supporting"),
      component("bakery", ".", "product"),
      component("bakery", "shop", "unknown"),
      component("mill", "stones", "platform"),
      component("mill", "sieve", "supporting"),
    ];
    const labels = [label("harbour/bakery", "product"), label("harbour/mill", "platform")];
    expect(judgeClasses(labels, components).map(({ answer }) => answer)).toEqual([
      "product",
      "platform",
    ]);
  });

  test("a part is the component at exactly that path; where none stands the answer is none", () => {
    const components = [component("bakery", ".", "product"), component("bakery", "ui", "platform")];
    const labels = [
      label("harbour/bakery", "platform", "ui"),
      label("harbour/bakery", "supporting", "docs"),
    ];
    const [ui, docs] = judgeClasses(labels, components);
    expect(ui).toMatchObject({ answer: "platform", probability: 0.7, path: "ui" });
    expect(docs).toMatchObject({ answer: "none", probability: 1 / 3 });
    expect([ui, docs].map((one) => one !== undefined && isRight(one))).toEqual([true, false]);
    expect(docs === undefined ? null : placeOf(docs)).toBe("bakery#docs");
  });

  test("what either class fits is not asked", () => {
    expect(judgeClasses([label("harbour/bakery", "either")], [])).toEqual([]);
  });

  test("right counts 1, no answer 0.3, wrong −1; each expected platform is right for who always says so", () => {
    const score = scoreClasses([
      judged("platform", "platform"),
      judged("platform", "unknown"),
      judged("product", "supporting"),
      judged("supporting", "none"),
    ]);
    expect(score).toMatchObject({ all: 4, right: 1, answered: 2, alwaysPlatform: 2 });
    expect(score.utility).toBeCloseTo((1 - 1 + 0.6) / 4);
    expect(score.logLoss).toBeCloseTo(Math.LN2);
    expect(scoreClasses([])).toMatchObject({ all: 0, logLoss: null, utility: null });
  });

  test("a class called impossible costs much, not without end", () => {
    const loss = scoreClasses([{ ...judged("product", "platform"), probability: 0 }]).logLoss ?? 0;
    expect(loss).toBeGreaterThan(10);
    expect(Number.isFinite(loss)).toBe(true);
  });

  test("clear and arguable labels are counted apart", () => {
    const arguable = { ...judged("product", "product"), confidence: "arguable" };
    const groups = byConfidence([judged("product", "unknown"), arguable]);
    expect([...groups].map(([name, of]) => [name, of.length])).toEqual([
      ["arguable", 1],
      ["clear", 1],
    ]);
  });

  test("every label stands once in the confusion matrix", () => {
    const answer = fc.constantFrom(...expectedClasses, "unknown" as const, "none" as const);
    const one = fc.record({ expected: fc.constantFrom(...expectedClasses), answer });
    fc.assert(
      fc.property(fc.array(one), (list) => {
        const all = list.map((row) => judged(row.expected, row.answer));
        const cells = confusionLines(all)
          .slice(1)
          .flatMap((line) => line.trim().split(/\s+/).slice(1).map(Number));
        expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(list.length);
      }),
    );
  });
});
