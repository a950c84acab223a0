import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressPull, type OpenedUses } from "#insight/adoption/pull.ts";

type Cells = readonly [uses: number, people: number];
const nobody: Cells = [0, 0];

/** Each cell of persons as its uses and the people behind them, nobody behind two; bots and templates as uses. */
function row(
  [consumer, consumers]: Cells,
  [provider, providers]: Cells = nobody,
  bot = 0,
  template = 0,
  [unclear, others]: Cells = nobody,
): OpenedUses {
  const people = (count: number, from: number) =>
    new Set(Array.from({ length: count }, (_, index) => from + index));
  return {
    counts: { consumer, provider, bot, template, unclear },
    people: {
      consumer: people(consumers, 0),
      provider: people(providers, 1_000),
      unclear: people(others, 2_000),
    },
  };
}
const by = (uses: number): Cells => [uses, uses];
const codes = (rows: readonly OpenedUses[]) =>
  suppressPull(rows, 5).map(({ pull }) => pull.unknown?.code ?? "shown");
const shown = (one: OpenedUses) => suppressPull([one], 5)[0]?.pull.value;

describe("rows of pull", () => {
  it("count people, not uses: what one person opened five times is that person's", () => {
    expect(codes([row([6, 1]), row(by(9)), row(by(8))])).toEqual([
      "suppressed",
      "shown",
      "suppressed-complementary",
    ]);
  });

  it("are withheld with fewer than five uses, and fewer than five opened by persons among many by bots", () => {
    expect(codes([row(by(4)), row(by(1), by(1), 20), row(by(30))])).toEqual([
      "suppressed",
      "suppressed",
      "shown",
    ]);
    expect(codes([row(nobody, nobody, 20, 3)])).toEqual(["shown"]);
  });

  it("take the smallest of the others with them when one alone could be worked out from the sum", () => {
    expect(codes([row(by(3)), row(by(30)), row(by(6)), row(by(8))])).toEqual([
      "suppressed",
      "shown",
      "suppressed-complementary",
      "shown",
    ]);
  });

  it("have nothing to protect where nobody uses it", () => {
    expect(codes([row(nobody), row(by(30))])).toEqual(["no-uses", "shown"]);
  });
});

describe("counts within a row", () => {
  it("are shown with five people behind each, or nobody", () => {
    expect(shown(row(by(9), by(5), 1, 2))).toEqual({
      consumer: 9,
      provider: 5,
      bot: 1,
      template: 2,
      unclear: 0,
    });
  });

  it("are withheld below five people, and with them what would give them away", () => {
    // Nine by the consumers and one by a provider: of ten uses in all, nine shown would be one told.
    expect(shown(row(by(9), by(1)))).toMatchObject({ consumer: null, provider: null, unclear: 0 });
    // The smaller of two others is enough: six and two are eight people.
    expect(shown(row(by(9), by(2), 0, 0, by(6)))).toMatchObject({
      consumer: 9,
      provider: null,
      unclear: null,
    });
    // Two small ones of three people together would be a count of three people.
    expect(shown(row(by(9), by(1), 0, 0, by(2)))).toMatchObject({
      consumer: null,
      provider: null,
      unclear: null,
    });
    // Nine uses by two people are two people.
    expect(shown(row([9, 2], by(7)))).toMatchObject({ consumer: null, provider: null });
  });

  it("say why they are withheld", () => {
    const [answer] = suppressPull([row(by(9), by(1))], 5);
    expect(answer?.cells.map(({ field, code }) => [field, code])).toEqual([
      ["pull.provider", "suppressed"],
      ["pull.consumer", "suppressed"],
    ]);
  });
});

const names = ["consumer", "provider", "unclear"] as const;
const cell = fc
  .tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }))
  .map(([uses, people]): Cells => [uses, Math.min(uses, Math.max(people, Number(uses > 0)))]);
const anyRow = fc
  .tuple(cell, cell, fc.nat({ max: 9 }), fc.nat({ max: 9 }), cell)
  .map((parts) => row(...parts));

describe("what an attacker with all sums can tell", () => {
  it("is no row alone, and no count of one to four people", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1 }), (rows) => {
        const all = codes(rows);
        const withheld = all.filter((code) => code.startsWith("suppressed")).length;
        if (all.includes("shown")) expect(withheld).not.toBe(1);
        for (const [index, { pull }] of suppressPull(rows, 5).entries()) {
          const { counts, people } = rows[index]!;
          if (pull.value === null) continue;
          const hidden = names.filter((name) => pull.value[name] === null);
          for (const name of names) {
            if (hidden.includes(name)) continue;
            expect(pull.value[name]).toBe(counts[name]);
            expect(counts[name] === 0 || people[name].size >= 5).toBe(true);
          }
          // What is hidden adds up to a known sum: it must be two counts, and of five people.
          if (hidden.length === 0) continue;
          const behind = new Set(hidden.flatMap((name) => [...people[name]])).size;
          expect(hidden.length >= 2 && behind >= 5).toBe(true);
        }
      }),
    );
  });
});
