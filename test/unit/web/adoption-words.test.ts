import { describe, expect, it, test } from "vitest";
import {
  eligibleWords,
  leftWords,
  rateFigures,
  rateWords,
  retirementWords,
  stayShare,
  stayWords,
} from "#web/features/capabilities/adoption-words.ts";
import { capabilityRows } from "#web/features/capabilities/capability-columns.tsx";
import { adoption, byId, capability, plain, team } from "./rows.ts";

const spread = adoption({
  adoptersNow: 30,
  rate: 28 / 34,
  rateNumerator: 28,
  eligibleCount: 34,
  eligibleType: "gem-web-application",
});

describe("how many of how many", () => {
  it("names both, what they are, and the share", () => {
    expect(plain(rateWords(spread))).toBe("28 of 34 Ruby web applications (82 %)");
    expect(plain(rateFigures(spread))).toBe("28 of 34 (82 %)");
  });

  it("is the bare count where nobody can say who could", () => {
    const unknown = adoption({
      adoptersNow: 1,
      rate: null,
      rateNumerator: null,
      eligibleCount: null,
    });
    expect([rateWords(unknown), rateFigures(unknown)].map(plain)).toEqual([
      "1 component",
      "1 component",
    ]);
    expect(eligibleWords(unknown)).toBe("");
  });

  it("says of what, and how many use it in all where that is more", () => {
    expect(plain(eligibleWords(spread))).toBe("Ruby web applications, 30 in all");
    expect(eligibleWords({ ...spread, adoptersNow: 28, eligibleType: "dockerfile" })).toBe(
      "with a Dockerfile",
    );
  });
});

describe("who left", () => {
  const left = { count: 8, livedOn: 5, ended: 1, moved: 2, retired: 0 };

  it("is told by why, and nothing where nobody did", () => {
    expect(leftWords(adoption({ left }))).toBe(
      "8 no longer do: 5 left, 2 moved to what took its place, 1 ended themselves",
    );
    expect(
      leftWords(adoption({ left: { ...left, count: 1, livedOn: 1, moved: 0, ended: 0 } })),
    ).toBe("1 no longer does: 1 left");
    expect(leftWords(adoption({ left: { ...left, count: 0 } }))).toBe("");
  });

  test.each([
    [null, ""],
    [
      { state: "completed", left: 12, of: 12 },
      "Completed retirement: all 12 components have left it",
    ],
    [
      { state: "completed", left: 1, of: 1 },
      "Completed retirement: the only component that used it has left it",
    ],
    [{ state: "under-way", left: 1, of: 3 }, "Retirement under way: 1 of 3 components has left it"],
  ])("a retirement of %j reads %j", (retirement, words) => {
    expect(plain(retirementWords(adoption({ retirement: retirement as never })))).toBe(words);
  });
});

describe("how many stay", () => {
  const curve = (...points: readonly (readonly [days: number, survival: number])[]) => ({
    n: 9,
    events: 2,
    clusteredBand: null,
    medianDays: null,
    competing: [],
    leaversTo: [],
    curve: points.map(([days, survival]) => ({
      days,
      survival,
      low: survival - 0.1,
      high: Math.min(1, survival + 0.1),
      atRisk: 5,
    })),
  });

  it("is read at two years, at the last point before them", () => {
    const stay = stayShare(
      adoption({ retention: curve([0, 1], [400, 0.9], [730, 0.8], [731, 0.5]) }),
    );
    expect(stay).toMatchObject({ years: 2, survival: 0.8, n: 9, events: 2 });
  });

  it("is read at one year where two have not passed, and not at all below one", () => {
    expect(stayShare(adoption({ retention: curve([0, 1], [300, 0.9], [500, 0.4]) }))).toMatchObject(
      {
        years: 1,
        survival: 0.9,
      },
    );
    expect(stayShare(adoption({ retention: curve([0, 1], [364, 0.9]) }))).toBeNull();
    expect(stayShare(adoption({ retention: null }))).toBeNull();
  });

  it("claims no certainty where nobody left", () => {
    const stay = { years: 2, survival: 0.8, low: 0.62, high: 0.91, n: 9, events: 2 };
    expect(plain(stayWords(stay))).toBe("80 % (62 to 91 %)");
    expect(stayWords({ ...stay, events: 0, survival: 1, low: 1, high: 1 })).toBe("all so far");
    expect(stayWords({ ...stay, survival: 1, low: 1, high: 1 })).toBe("all");
  });
});

describe("the rows of capabilities", () => {
  const firstMonth = [
    { date: "2021-01-31T00:00:00Z", components: 1, owners: 2, eligible: null, joined: 0, left: 0 },
  ];

  it("have their adoption, owners by name, and since when they are used", () => {
    const used = adoption({ adoptersEver: 2, curve: firstMonth });
    const never = adoption({ adoptersEver: 0, curve: [] });
    const rows = capabilityRows(
      [
        capability("capability:kit", { ownerIds: ["team:oven", "team:gone"] }),
        capability("capability:new", { ownerIds: [], firstRelease: "2020-01-01T00:00:00Z" }),
        capability("capability:lost", { ownerIds: [] }),
      ],
      new Map([
        ["capability:kit", { adoption: used, pointer: "/adoption/7" }],
        ["capability:new", { adoption: never, pointer: "/adoption/8" }],
      ]),
      {
        teams: byId([team("team:oven", { name: "Ovens" })]),
        components: new Map(),
        consumptions: [],
      },
    );
    expect(rows.map(({ ownerNames, since, pointer }) => [ownerNames, since, pointer])).toEqual([
      ["Ovens, team:gone", "2021-01-31T00:00:00Z", "/adoption/7"],
      ["", null, "/adoption/8"],
      ["", null, "/adoption"],
    ]);
  });
});
