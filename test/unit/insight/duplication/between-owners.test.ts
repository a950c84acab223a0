import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copyKey,
  matrixOf,
  withoutThinCalls,
  rankBetweenOwners,
  type CopySite,
  type FoundClass,
} from "#insight/duplication/between-owners.ts";
import { changedTogether } from "#insight/duplication/co-changes.ts";

const copy = (owner: string, path: string, more: Partial<CopySite> = {}): CopySite => ({
  repositoryId: `repository:${owner}`,
  componentId: null,
  path,
  commit: null,
  start: 1,
  end: 20,
  fileShare: 1,
  owners: [`team:${owner}`],
  changeDays: [],
  ...more,
});
const found = (copies: readonly CopySite[], medianLines = 20): FoundClass => ({
  kind: "code",
  type: 3,
  similarity: 0.9,
  medianLines,
  tokens: 200,
  copies,
});

describe("changedTogether", () => {
  it("counts changes within 14 days of one of the other's, and what chance would give", () => {
    // Born on day 0; in 101 days the second file's changes cover days 6 to 34 and 86 to 100: 44 of them.
    const { count, byChance } = changedTogether([0, 10, 60, 90], [0, 20, 100]);
    expect(count).toBe(2);
    expect(byChance).toBeCloseTo((3 * 44) / 101, 10);
  });

  it("takes births for no changes, and looks only at the time when both are there", () => {
    expect(changedTogether([0, 30], [30])).toEqual({ count: 0, byChance: 0 });
    expect(changedTogether([0, 5, 10], [100, 300]).count).toBe(0);
  });

  it("expects all of them where one file changes every week", () => {
    const weekly = Array.from({ length: 60 }, (_, week) => week * 7);
    const { count, byChance } = changedTogether([0, 100, 200, 300], weekly);
    expect(count).toBe(3);
    expect(byChance).toBeCloseTo(3, 1);
  });

  it("never counts more than there are changes, nor expects more", () => {
    const days = fc
      .uniqueArray(fc.nat(3000), { maxLength: 40 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const { count, byChance } = changedTogether(a, b);
        expect(count).toBeLessThanOrEqual(Math.max(0, a.length - 1));
        expect(byChance).toBeGreaterThanOrEqual(0);
        expect(byChance).toBeLessThanOrEqual(Math.max(0, a.length - 1));
      }),
    );
  });
});

describe("rankBetweenOwners", () => {
  it("ranks by lines saved × (1 + co-changes beyond chance, by the copy's share of its file)", () => {
    const together = { changeDays: [0, 1000] };
    const [whole, part] = [1, 0.5].map((fileShare) =>
      rankBetweenOwners([
        found([
          copy("oven", "a.rb", { ...together, fileShare }),
          copy("till", "a.rb", { ...together }),
        ]),
      ]),
    );
    expect(whole?.[0]).toMatchObject({ crossOwnerLines: 20, coChangesCount: 1, rank: 40 });
    expect(whole?.[0]?.coChangesByChance).toBeCloseTo(15 / 1001, 1);
    expect(part?.[0]).toMatchObject({ coChangesCount: 1, rank: 30 });
  });

  it("shows no class within one owner, and one covered by a higher one only once", () => {
    const within = found([copy("oven", "a.rb"), copy("oven", "b.rb")]);
    const wide = found([copy("oven", "c.rb"), copy("till", "c.rb"), copy("mill", "c.rb")]);
    const inside = found(
      [copy("oven", "c.rb", { start: 3, end: 9 }), copy("till", "c.rb", { start: 3, end: 9 })],
      7,
    );
    const ranked = rankBetweenOwners([within, inside, wide]);
    expect(ranked.map((one) => one.copies.length)).toEqual([3]);
    expect(ranked[0]?.crossOwnerLines).toBe(40);
  });

  it("shows a class that is covered but for the copy of somebody further", () => {
    const wide = found([copy("oven", "c.rb"), copy("till", "c.rb")]);
    const part = (...owners: readonly string[]) =>
      found(
        owners.map((owner) => copy(owner, "c.rb", { start: 3, end: 9 })),
        7,
      );
    const told = (one: ReturnType<typeof part>) =>
      rankBetweenOwners([wide, one]).map(({ copies }) => copies.length);
    expect(told(part("oven", "till", "mill"))).toEqual([2, 3]);
    expect(told(part("oven", "till"))).toEqual([2]);
  });

  it("counts components owned together as one owner, and sums the matrix by pair", () => {
    const shared = ["team:oven", "team:till"];
    const one = found([
      copy("oven", "a.rb", { owners: shared }),
      copy("till", "b.rb", { owners: shared }),
    ]);
    expect(rankBetweenOwners([one])).toEqual([]);
    const ranked = rankBetweenOwners([
      found([copy("oven", "a.rb"), copy("till", "a.rb")]),
      found([copy("till", "d.rb"), copy("oven", "d.rb")], 10),
    ]);
    expect(matrixOf(ranked)).toEqual([
      { teamA: "team:oven", teamB: "team:till", lines: 30, classesCount: 2 },
    ]);
  });
});

describe("pairs of owners", () => {
  const workflow = ".github/workflows/ci.yml";
  const linesOf = (text: string) => {
    const copies = [copy("rye", workflow), copy("oat", workflow)];
    const classes = rankBetweenOwners([found(copies)]);
    const texts = new Map(copies.map((one) => [copyKey(one), text]));
    return matrixOf(withoutThinCalls(classes, texts));
  };

  it("share nothing where all that is alike is how they call a shared workflow", () => {
    const call =
      "jobs:\n  test:\n    uses: bakery/ci/.github/workflows/test.yml@v1\n    with:\n      heat: 200";
    expect(linesOf(call)).toEqual([]);
    const steps = "jobs:\n  test:\n    runs-on: oven\n    steps:\n      - run: bake";
    expect(linesOf(`${call}\n${steps}`)).toHaveLength(1);
    expect(linesOf("    steps:\n      - name: a\n        uses: bakery/setup@v1")).toHaveLength(1);
  });
});

it("has no owners apart in one repository that only persons and nobody keep", () => {
  const at = (path: string, owner: string, repositoryId = "mill") =>
    copy(owner, path, { repositoryId, owners: [owner] });
  const person = "team:individual-owned";
  expect(rankBetweenOwners([found([at("a.rb", person), at("b.rb", "mill")])])).toEqual([]);
  expect(rankBetweenOwners([found([at("a.rb", person), at("b.rb", "team:rye")])])).toHaveLength(1);
  expect(rankBetweenOwners([found([at("a.rb", person), at("b.rb", "shop", "shop")])])).toHaveLength(
    1,
  );
});
