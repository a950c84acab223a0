import { describe, expect, test } from "vitest";
import { chanceOfSoFewTogether, cosineOfCompany } from "#insight/jobs/company.ts";
import type { Job } from "#insight/jobs/job.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import { inferSubstitutes } from "#insight/jobs/substitutes.ts";
import { bakery, bought, shop } from "../adoption/bakery.ts";

const gemShop = (name: string) =>
  shop(name, { artefacts: [{ type: "gem-web-application", from: 0, to: null }] });
const names = Array.from({ length: 40 }, (_, index) => `shop${String(index)}`);

/** Half the shops roll by pin, half by sheeter; all bakers of either kind use a bowl, the other half a till. */
function rollers(offset = 0) {
  return names
    .slice(0, 24)
    .flatMap((name, index) => [
      bought(name, index % 2 === offset ? "pkg:gem/pin" : "pkg:gem/sheeter", "2020-01-01"),
      bought(name, "pkg:gem/bowl", "2020-01-01"),
    ]);
}
const tills = names.slice(24).map((name) => bought(name, "pkg:gem/till", "2020-01-01"));
const organisation = bakery({
  components: names.map(gemShop),
  thirdPartyUses: [...rollers(), ...tills],
});

describe("substitutes learned from the data", () => {
  test("are seldom together, in like company", () => {
    expect(inferSubstitutes(organisation, jobIndex([], []))).toEqual([
      expect.objectContaining({
        ecosystem: "gem",
        kind: "gem-web-application",
        packages: ["pkg:gem/pin", "pkg:gem/sheeter"],
        componentCounts: [12, 12],
        togetherCount: 0,
        expectedTogether: 3.6,
        jobs: [null, null],
      }),
    ]);
  });

  test("are not packages of one solution; known jobs stand beside the proposal", () => {
    const job = (packages: string[][]): Job => ({
      id: "rolling",
      title: "Rolling",
      definition: "Flattens dough.",
      countsIn: "any",
      solutions: packages.map((one) => ({ packages: one, reason: "flat" })),
      absent: {},
    });
    const one = jobIndex([], [job([["pkg:gem/pin", "pkg:gem/sheeter"]])]);
    expect(inferSubstitutes(organisation, one)).toEqual([]);
    const two = jobIndex([], [job([["pkg:gem/pin"]])]);
    expect(inferSubstitutes(organisation, two)[0]?.jobs).toEqual(["rolling", null]);
  });

  test("need users enough, teams enough, and components of one kind", () => {
    const index = jobIndex([], []);
    expect(inferSubstitutes(organisation, index, { minimumComponents: 13 })).toEqual([]);
    const ofOneTeam = {
      ...organisation,
      components: organisation.components.map((one) => ({ ...one, ownerIds: ["team:all"] })),
    };
    expect(inferSubstitutes(ofOneTeam, index)).toEqual([]);
    const apart = {
      ...organisation,
      components: organisation.components.map((one, place) =>
        place % 2 === 0 ? one : { ...one, artefacts: [{ type: "gem-library", from: 0, to: null }] },
      ),
    };
    expect(inferSubstitutes(apart, index)).toEqual([]);
  });

  test("do not depend on the order of the input", () => {
    const turned = {
      ...organisation,
      components: organisation.components.toReversed(),
      thirdPartyUses: organisation.thirdPartyUses.toReversed(),
    };
    const index = jobIndex([], []);
    expect(inferSubstitutes(turned, index)).toEqual(inferSubstitutes(organisation, index));
  });
});

describe("the statistics of company", () => {
  test("the lower tail of the hypergeometric distribution, by hand", () => {
    // 3 and 3 of 6: none in common 1/20, at most one 1/20 + 9/20.
    expect(chanceOfSoFewTogether(0, 3, 3, 6)).toBeCloseTo(0.05, 12);
    expect(chanceOfSoFewTogether(1, 3, 3, 6)).toBeCloseTo(0.5, 12);
    expect(chanceOfSoFewTogether(3, 3, 3, 6)).toBeCloseTo(1, 12);
    // 5 and 4 of 6 must share three at least.
    expect(chanceOfSoFewTogether(2, 5, 4, 6)).toBe(0);
  });

  test("the cosine is 1 for the same company, 0 for none in common, and blind to what all use", () => {
    const users = (...ids: string[]) => new Set(ids);
    const company = cosineOfCompany(
      [
        ["pin", users("a", "b")],
        ["sheeter", users("c", "d")],
        ["bowl", users("a", "b", "c", "d")],
        ["till", users("e", "f")],
        ["flour", users("a", "b", "c", "d", "e", "f")],
      ],
      6,
    );
    expect(company(0, 1)).toBeCloseTo(1, 12);
    expect(company(0, 3)).toBe(0);
  });
});
