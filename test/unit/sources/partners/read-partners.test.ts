import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPartners } from "#sources/partners/read-partners.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

describe("partners and what they use", () => {
  test("a list that somebody keeps", () => {
    const { uses, refused } = readPartners(
      "p.csv",
      "partner,kind,uses,calls,at,source\nGrain & Sons,reseller,stock-api,120,2026-03-31,register\n",
    );
    expect(refused).toEqual([]);
    expect(uses).toEqual([
      {
        outsider: "Grain & Sons",
        kind: "partner",
        about: "stock-api",
        calls: 120,
        at: day("2026-03-31"),
        source: "register",
        where: { file: "p.csv", line: 2 },
      },
    ]);
  });

  test("what a gateway counted: applications by month, below a key; nothing else of a row is kept", () => {
    const row = {
      application: "Loaf finder",
      api: "stock-api",
      requests: 7,
      month: "2026-03",
      developer: "ada@bakery.example",
    };
    const { uses } = readPartners("g.json", JSON.stringify({ items: [row] }));
    expect(uses).toMatchObject([
      { outsider: "Loaf finder", kind: "external-integrator", calls: 7, at: day("2026-03-01") },
    ]);
    expect(uses[0]?.source).toBe("g.json");
    expect(JSON.stringify(uses)).not.toContain("ada");
  });

  test.each([
    [",stock-api,1,", "names no partner"],
    ["ada@bakery.example,stock-api,1,", "somebody's address"],
    ["@ada,stock-api,1,", "somebody's address"],
    ["Grain,,1,", "does not say what"],
    ["Grain,stock-api,many,", "no number"],
    ["Grain,stock-api,-1,", "no number"],
    ["Grain,stock-api,1,04/05/2026", "day cannot be read"],
  ])("%s is refused, with its line", (row, reason) => {
    const { uses, refused } = readPartners("p.csv", `partner,uses,calls,at\n${row}\n`);
    expect(uses).toEqual([]);
    expect(refused[0]?.where.line).toBe(2);
    expect(refused[0]?.text).toContain(reason);
  });

  test("a kind that is neither is refused", () => {
    const { refused } = readPartners("p.csv", "partner,kind,uses\nGrain,friend,stock-api\n");
    expect(refused[0]?.text).toContain("neither");
  });

  test("any file is read without a throw", () => {
    const piece = fc.constantFrom(
      "partner",
      "uses",
      "calls",
      "at",
      "items",
      ",",
      "\n",
      '"',
      "{",
      "}",
      "[",
      ":",
      "- ",
      "x",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("x.csv", "x.json", "x.yaml", "x.ndjson"),
        (pieces, path) => {
          for (const { outsider } of readPartners(path, pieces.join("")).uses)
            expect(outsider).not.toBe("");
        },
      ),
    );
  });
});
