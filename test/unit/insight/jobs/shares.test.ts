import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveNumber, sharesByKeeper, type KeptUse } from "#insight/jobs/shares.ts";

const use = (solution: string, componentId: string, ...keeperIds: string[]): KeptUse => ({
  solution,
  componentId,
  keeperIds,
});

describe("shares by keeper", () => {
  test("worked example: 1/2, 5/12 and 1/12 of three owners are 2.5053 effective solutions", () => {
    const found = sharesByKeeper([
      use("gas", "rye", "north"),
      use("gas", "oat", "south"),
      use("wood", "bun", "south"),
      // One component with two ovens, one with a third kind: ½ · (½ + ½) and ½.
      use("wood", "pie", "east"),
      use("wood", "roll", "east"),
      use("coal", "roll", "east"),
    ]);
    // gas (1 + ½) ÷ 3, wood (½ + ½ + ¼) ÷ 3, coal ¼ ÷ 3.
    expect(found).toEqual({
      keepersCount: 3,
      shares: [
        { solution: "gas", share: 0.5 },
        { solution: "wood", share: 0.416666667 },
        { solution: "coal", share: 0.083333333 },
      ],
    });
    // H = ½ ln 2 + 5/12 ln 2.4 + 1/12 ln 12 = 0.34657 + 0.36478 + 0.20708 = 0.91843; exp(H) = 2.5053.
    expect(effectiveNumber(found, 3)).toBeCloseTo(2.5053, 4);
  });

  test("two owners with two components each and four ways are four equal quarters", () => {
    const found = sharesByKeeper([
      use("a", "1", "north"),
      use("b", "2", "north"),
      use("c", "3", "south"),
      use("d", "4", "south"),
    ]);
    expect(effectiveNumber(found, 2)).toBe(4);
  });

  test("a team with many components counts as one with few", () => {
    const many = Array.from({ length: 50 }, (_, index) => use("gas", `shop${index}`, "north"));
    const found = sharesByKeeper([...many, use("wood", "rye", "south")]);
    expect(found.shares.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(effectiveNumber(found, 2)).toBe(2);
  });

  test("says nothing below the minimum of keepers, nor without any", () => {
    const found = sharesByKeeper([use("gas", "rye", "north"), use("wood", "oat")]);
    expect(found).toEqual({ keepersCount: 1, shares: [{ solution: "gas", share: 1 }] });
    expect(effectiveNumber(found, 3)).toBeNull();
    expect(effectiveNumber(sharesByKeeper([use("gas", "rye")]), 0)).toBeNull();
  });

  const name = (...names: string[]) => fc.constantFrom(...names);
  const uses = fc.array(
    fc.record({
      solution: name("gas", "wood", "coal", "steam", "__proto__"),
      componentId: name("rye", "oat", "bun", "pie", "roll", "bap"),
      keeperIds: fc.uniqueArray(name("north", "south", "east", "constructor")),
    }),
    { maxLength: 40 },
  );

  test("the effective number lies between 1 and the number of solutions; shares add up to 1", () => {
    fc.assert(
      fc.property(uses, (given) => {
        const found = sharesByKeeper(given);
        const effective = effectiveNumber(found, 1);
        if (effective === null) return found.keepersCount === 0;
        const total = found.shares.reduce((sum, { share }) => sum + share, 0);
        return (
          effective >= 1 - 1e-6 &&
          effective <= found.shares.length + 1e-6 &&
          Math.abs(total - 1) < 1e-6
        );
      }),
    );
  });

  test("neither the order nor a repetition of uses matters", () => {
    fc.assert(
      fc.property(uses, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = [...given, ...given]
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(sharesByKeeper(shuffled)).toEqual(sharesByKeeper(given));
      }),
    );
  });
});
