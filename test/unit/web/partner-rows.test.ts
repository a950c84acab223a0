import { describe, expect, test } from "vitest";
import { foldedRows, partnerRows, useWords } from "#web/features/map/partner-rows.ts";
import { plain, sample } from "./rows.ts";

describe("the row of partners", () => {
  const { offers, outsiders } = sample.partners;

  test("what is used stands first, with who uses it; what is only offered has nobody", () => {
    const [first, second] = partnerRows({ offers: offers.toReversed(), outsiders });
    expect(first?.id).toBe(offers[0]?.componentId);
    expect(first?.users).toHaveLength(1);
    expect(second?.users).toEqual([]);
  });

  test("what is used without being offered has a row without a sign", () => {
    expect(partnerRows({ offers: [], outsiders })).toMatchObject([
      { id: outsiders?.[0]?.uses[0]?.subjectId, signs: [], users: [{ kind: "partner" }] },
    ]);
    expect(partnerRows({ offers: [], outsiders: null })).toEqual([]);
  });

  test("what says the same of three and is used by nobody is said once, all else in rows", () => {
    const user = {
      id: "outsider:mill",
      name: "mill",
      kind: "partner" as const,
      evidenceIds: [],
      callsCount: null,
      lastAt: null,
    };
    const row = (id: string, sign: string | null, users = 0) => ({
      id,
      signs: sign === null ? [] : [sign],
      evidenceIds: [],
      users: Array.from({ length: users }, () => user),
    });
    const all = [
      row("oven", "on npm", 1),
      row("rye", "on npm"),
      row("oat", "on npm"),
      row("bun", "on npm"),
      row("till", "on PyPI"),
      row("mill", null),
    ];
    const { rows, alike } = foldedRows(all);
    expect(rows.map(({ id }) => id)).toEqual(["oven", "till", "mill"]);
    expect(alike.map(({ sign, own }) => [sign, own.length])).toEqual([["on npm", 3]]);
  });

  test.each([
    [1200, "2026-06-30T00:00:00Z", "1,200 calls, last seen 30 Jun 2026"],
    [null, "2026-06-30T00:00:00Z", "last seen 30 Jun 2026"],
    [null, null, ""],
  ])("%s calls until %s", (callsCount, lastAt, words) =>
    expect(plain(useWords({ callsCount, lastAt }))).toBe(words),
  );
});
