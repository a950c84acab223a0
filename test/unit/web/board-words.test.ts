import { describe, expect, test } from "vitest";
import {
  boardFacts,
  boardOptions,
  decisionWords,
  factWords,
} from "#web/features/board/board-words.ts";
import { plain, sample } from "./rows.ts";

const { signals, staffing, sourcing } = sample;
type Verdict = typeof signals.verdict;
const trial = "one person looks after oven-kit as its product manager, a day a week for a quarter";
const verdict = (more: Partial<Verdict>): Verdict => ({
  ...signals.verdict,
  firstStep: trial,
  rolePersonMonths: 12,
  ...more,
});
const people = { ...staffing, low: 1, high: 3, recommended: 2 };

describe("what the board is asked", () => {
  test.each([
    ["needed", "needed", /^Whether 1 to 3 people, 2 recommended should look after .* now, or/],
    ["soon", "soon", /within a year/],
    ["undecided", "needed", /^Whether .* tried for a quarter first\.$/],
    ["undecided", "not-yet", /^To wait/],
    ["not-yet", "not-yet", /^To wait/],
    ["filled", "needed", /one person is enough/],
    ["not-looked-at", "not-yet", /^Nothing yet: hardly anything was looked at\. First: one person/],
  ] as const)("%s, leaning %s", (answer, leaning, words) =>
    expect(decisionWords(verdict({ answer, leaning }), people)).toMatch(words),
  );
});

describe("facts", () => {
  const [first] = signals.signals;
  const signal = (id: number, chance: number, more: Partial<NonNullable<typeof first>> = {}) => ({
    ...first!,
    id,
    chance,
    prior: 0.25,
    state: "unlikely" as const,
    strongest: `figure ${String(id)}`,
    ...more,
  });

  test("are the three that moved the chance most, either way, and only what was looked at", () => {
    const facts = boardFacts([
      signal(1, 0.3),
      signal(2, 0.99),
      signal(3, 0.02),
      signal(4, 0.9),
      signal(5, 1, { strongest: null }),
      signal(6, 0, { state: "not-looked-at" }),
    ]);
    expect(facts.map(({ id }) => id)).toEqual([2, 4, 3]);
  });
});

test.each([
  [0.96, "Platform work is put off (96 %)"],
  [0.01, "Unlikely that platform work is put off (1 %)"],
])("a fact of a signal with a chance of %s", (chance, words) =>
  expect(plain(factWords({ title: "Platform work is put off", chance, prior: 0.25 }))).toBe(words),
);

describe("options", () => {
  const told = (more: Partial<Verdict>, of = people) =>
    boardOptions(verdict(more), of, sourcing.options).map(({ title, cost }) => [
      title,
      plain(cost),
    ]);

  test("to wait, to try, and each way to find somebody, with what they cost", () => {
    const span = { low: 1, likely: 4, high: 12 };
    const [wait, trying, ...ways] = told({ avoidablePersonMonths: span });
    expect(wait).toEqual(["Wait a quarter", "1 person-month (0.3 to 3) of what was counted"]);
    expect(trying?.[1]).toBe("0.6 person-months");
    const costs = sourcing.options.map(({ kind }) =>
      kind === "interim"
        ? "18 person-months, for 9 months at most"
        : "24 person-months a year, for 2 people",
    );
    expect(ways.map(([, cost]) => cost)).toEqual(costs);
  });

  test("nothing that several teams build on: only to wait", () => {
    expect(told({}, { ...people, low: 0, high: 0, recommended: 0 })).toHaveLength(1);
    expect(told({ avoidablePersonMonths: null })[0]).toEqual(["Wait a quarter", "not counted"]);
  });
});
