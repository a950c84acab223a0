import { describe, expect, it } from "vitest";
import { drawClaims } from "#bench/claims/draw-claims.ts";

const bakery = {
  asOf: "2024-06-01T00:00:00.000Z",
  sections: { adoption: { n: 3 } },
  adoption: [
    {
      capabilityId: "dough-kit",
      adoptersNow: 3,
      rate: null,
      left: { count: 1 },
      evidenceIds: ["fact:1"],
    },
    { capabilityId: "crumb-kit", adoptersNow: 2, rate: null, left: { count: 0 }, evidenceIds: [] },
  ],
  signals: {
    verdict: { sentence: "About 1 of 7 signs hold.", reasons: ["Ovens are shared."] },
    signals: [{ id: 1, prior: 0.25, title: "Same bread, many ways", indicators: [] }],
  },
  roles: [],
  lenses: { platform: [{ title: "Offer one oven", weight: 2 }] },
  goals: [{ id: "goal:rye", slug: "rye", name: "rye" }],
};

const all = drawClaims(bakery, { count: 100, seed: "flour" });
const written = all.map(({ section, key, field, value }) =>
  [section, key, field, value].map(String).join(" "),
);

describe("claims drawn from a report", () => {
  it("are its figures and sentences, and none of what it leaves unknown, what it is called and what is set", () => {
    expect(written.sort()).toEqual([
      "adoption crumb-kit adoptersNow 2",
      "adoption crumb-kit left/count 0",
      "adoption dough-kit adoptersNow 3",
      "adoption dough-kit left/count 1",
      "lenses null platform/0/title Offer one oven",
      "signals null verdict/reasons/0 Ovens are shared.",
      "signals null verdict/sentence About 1 of 7 signs hold.",
    ]);
  });

  it("bring what is said around them and the facts of the innermost that has any", () => {
    const left = all.find(({ key, field }) => key === "dough-kit" && field === "left/count");
    expect(left?.evidenceIds).toEqual(["fact:1"]);
    expect(left?.around).toEqual([
      '{"capabilityId":"dough-kit","adoptersNow":3,"rate":null}',
      '{"count":1}',
    ]);
  });

  it("are the same for the same seed, others for another, and as many as are asked for", () => {
    const drawn = (seed: string): string[] =>
      drawClaims(bakery, { count: 3, seed }).map(({ section, key, field }) =>
        [section, key ?? "", field].join(" "),
      );
    expect(drawn("rye")).toEqual(drawn("rye"));
    expect(drawn("rye")).toHaveLength(3);
    expect(
      new Set(["rye", "oats", "wheat", "barley"].map((seed) => drawn(seed).join())).size,
    ).toBeGreaterThan(1);
  });

  it("come from each section as often, however many entries it has", () => {
    const many = {
      adoption: Array.from({ length: 50 }, (_, at) => ({
        id: `kit:${String(at)}`,
        adoptersNow: at,
      })),
      staffing: { low: 1 },
    };
    const firsts = Array.from(
      { length: 400 },
      (_, seed) => drawClaims(many, { count: 1, seed: String(seed) })[0]?.section,
    );
    const ofStaffing = firsts.filter((section) => section === "staffing").length;
    expect(ofStaffing).toBeGreaterThan(150);
    expect(ofStaffing).toBeLessThan(250);
  });

  it("are none where a report has none", () => {
    expect(
      drawClaims({ asOf: "2024-06-01T00:00:00.000Z", goals: [] }, { count: 5, seed: "rye" }),
    ).toEqual([]);
  });
});
