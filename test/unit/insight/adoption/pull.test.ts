import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressPull } from "#insight/adoption/pull.ts";

const pull = (consumer: number, provider = 0, bot = 0, template = 0, unclear = 0) => ({
  consumer,
  provider,
  bot,
  template,
  unclear,
});
const codes = (rows: ReturnType<typeof pull>[]) =>
  suppressPull(
    rows,
    rows.map(() => 9),
    5,
  ).map(({ unknown }) => unknown?.code ?? "shown");

describe("pull", () => {
  it("counts people, not uses: what one person opened five times is that person's", () => {
    const answers = suppressPull([pull(5, 1), pull(9), pull(8)], [1, 9, 8], 5);
    expect(answers.map(({ unknown }) => unknown?.code ?? "shown")).toEqual([
      "suppressed",
      "shown",
      "suppressed-complementary",
    ]);
  });

  it("shows counts of five uses or more", () => {
    expect(suppressPull([pull(4, 1), pull(9, 2, 1)], [5, 9], 5).map(({ value }) => value)).toEqual([
      pull(4, 1),
      pull(9, 2, 1),
    ]);
  });

  it("withholds fewer than five uses, and fewer than five opened by persons among many by bots", () => {
    expect(codes([pull(4), pull(1, 1, 20), pull(30)])).toEqual([
      "suppressed",
      "suppressed",
      "shown",
    ]);
    expect(codes([pull(0, 0, 20, 3)])).toEqual(["shown"]);
  });

  it("withholds the smallest of the others when one alone could be worked out from the sum", () => {
    expect(codes([pull(3), pull(30), pull(6), pull(8)])).toEqual([
      "suppressed",
      "shown",
      "suppressed-complementary",
      "shown",
    ]);
  });

  it("has nothing to protect where nobody uses it", () => {
    expect(codes([pull(0), pull(30)])).toEqual(["no-uses", "shown"]);
  });

  it("never leaves exactly one row with uses withheld while another is shown", () => {
    const row = fc
      .tuple(...Array.from({ length: 5 }, () => fc.nat({ max: 9 })))
      .map(([a = 0, b = 0, c = 0, d = 0, e = 0]) => pull(a, b, c, d, e));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const all = codes(rows);
        const withheld = all.filter((code) => code.startsWith("suppressed")).length;
        if (all.includes("shown")) expect(withheld).not.toBe(1);
        for (const [index, answer] of suppressPull(
          rows,
          rows.map(() => 9),
          5,
        ).entries()) {
          if (answer.value === null) continue;
          const { consumer, provider, unclear } = rows[index]!;
          const persons = consumer + provider + unclear;
          expect(persons === 0 || persons >= 5).toBe(true);
        }
      }),
    );
  });
});
