import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessStaffing, type StaffingInput } from "#insight/staffing/assess-staffing.ts";
import type { Organisation } from "#model/organisation.ts";
import { bakery as organisation, kit, shop, use } from "../adoption/bakery.ts";

/** Four teams with a shop each build on `oven-kit` and `till-kit` of the oven team. */
const shopNames = ["north", "south", "east", "west"];
const team = (name: string, componentIds: readonly string[]) => ({
  id: `team:${name}`,
  name,
  source: "codeowners" as const,
  kind: "team" as const,
  componentIds,
  evidence: [],
});

function ovens(more: Partial<Organisation> = {}): Organisation {
  return organisation({
    teams: [
      team("oven", ["component:oven"]),
      ...shopNames.map((name) => team(name, [`component:${name}`])),
    ],
    components: [shop("oven"), ...shopNames.map((name) => shop(name))],
    capabilities: [kit("oven-kit"), kit("till-kit")],
    consumptions: shopNames.flatMap((name) => [
      use(name, "oven-kit", "2020-01-01"),
      use(name, "till-kit", "2021-01-01"),
    ]),
    ...more,
  });
}

function staffing(of: Organisation, more: Partial<StaffingInput> = {}) {
  return assessStaffing({
    organisation: of,
    adoption: assessAdoption(of),
    effort: { byComponent: new Map(), peopleByTeam: new Map() },
    declaredDomains: [],
    declaredTeams: [],
    ...more,
  });
}

describe("is there a platform", () => {
  test("what was not read may be built on as well: there are at least so many", () => {
    const kits = [kit("oven-kit"), kit("till-kit")];
    expect(staffing(ovens()).reasons[0]).toMatch(/^2 capabilities are built on by /);
    const capabilities = [...kits, kit("far-kit", { providerComponentId: null, ownerIds: [] })];
    expect(staffing(ovens({ capabilities })).reasons[0]).toMatch(/^At least 2 capabilities are /);
  });

  test("what one other team uses is none, and nobody is needed for it", () => {
    const found = staffing(ovens({ consumptions: [use("north", "oven-kit", "2020-01-01")] }));
    expect(found).toMatchObject({ stage: "none", low: 0, high: 0, recommended: 0 });
  });

  test("persons who use it are no other team", () => {
    const alone = ["north", "south"].map((name) =>
      shop(name, { ownerIds: [name === "north" ? "team:north" : "team:individual-owned"] }),
    );
    const found = staffing(ovens({ components: [shop("oven"), ...alone] }));
    expect(found).toMatchObject({ stage: "none", recommended: 0 });
  });

  test("what was not read is named so, not by a missing owner; and groups of too few are not told", () => {
    const elsewhere = ovens({
      capabilities: [kit("oven-kit", { providerComponentId: null, ownerIds: [] })],
      consumptions: shopNames.map((name) => use(name, "oven-kit", "2020-01-01")),
    });
    const found = staffing(elsewhere);
    expect(found.assignments.map(({ domains }) => domains)).toEqual([
      ["provided by repositories that were not read"],
    ]);
    expect(found.reasons).toContainEqual(
      expect.stringMatching(
        /^Too few of the components that provide it were read \(0, of at least 4\)/,
      ),
    );
  });

  test("what two other teams use is one", () => {
    expect(staffing(ovens())).toMatchObject({ stage: "early", low: 1, high: 1, recommended: 1 });
  });

  test("without owners nothing can be said, and each null has its reason", () => {
    const nobody = ovens();
    const found = staffing({
      ...nobody,
      teams: [],
      components: nobody.components.map((one) => ({ ...one, ownerIds: [] })),
      capabilities: nobody.capabilities.map((one) => ({ ...one, ownerIds: [] })),
    });
    expect(found).toMatchObject({ stage: "unknown", low: null, recommended: null });
    expect(found.unknown.map((one) => one.field)).toEqual(
      expect.arrayContaining(["low", "high", "recommended"]),
    );
  });
});

describe("platform-focused teams", () => {
  const effort = (own: number, people: number): StaffingInput["effort"] => ({
    byComponent: new Map([
      ["component:oven", own],
      ["component:stall", 10],
    ]),
    peopleByTeam: new Map([["team:oven", people]]),
  });
  const twoComponents = ovens({
    teams: [
      team("oven", ["component:oven", "component:stall"]),
      ...shopNames.map((name) => team(name, [`component:${name}`])),
    ],
    components: [
      shop("oven"),
      shop("stall", { ownerIds: ["team:oven"] }),
      ...shopNames.map((name) => shop(name)),
    ],
  });

  test("more than half of the effort counts, half does not", () => {
    expect(staffing(twoComponents, { effort: effort(11, 5) }).platformTeams).toEqual([
      expect.objectContaining({ basis: "effort", isCounted: true }),
    ]);
    expect(staffing(twoComponents, { effort: effort(10, 5) }).platformTeams[0]?.isCounted).toBe(
      false,
    );
  });

  test("of fewer than five people effort is not looked at, and no share of it leaves", () => {
    const found = staffing(twoComponents, { effort: effort(1000, 4) });
    expect(found.platformTeams[0]).toEqual({
      teamId: "team:oven",
      basis: "components",
      isCounted: false,
      componentIds: ["component:oven"],
    });
    expect(found.withheldTeamsCount).toBe(1);
    expect(JSON.stringify(found)).not.toContain("1000");
  });

  test("where most components have no owner, how many there are is not known, and never none", () => {
    const ownerless = ["a", "b", "c", "d", "e", "f"].map((name) => shop(name, { ownerIds: [] }));
    const known = ovens({ capabilities: [kit("oven-kit", { ownerIds: [] })] });
    const found = staffing({
      ...known,
      components: [
        ...known.components.map((one) =>
          one.id === "component:oven" ? { ...one, ownerIds: [] } : one,
        ),
        ...ownerless,
      ],
      teams: known.teams.filter(({ name }) => name !== "oven"),
    });
    expect(found).toMatchObject({ platformTeamsLow: null, platformTeamsHigh: null });
    expect(found.reasons).toContainEqual(
      "No team is seen to be focused on the platform, and 7 of 11 live components have no known owner: how many there are cannot be told, and does not count.",
    );
    expect(found.unknown.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["platformTeamsLow", "platformTeamsHigh"]),
    );
    const declared = staffing(
      { ...known, components: [...known.components, ...ownerless] },
      {
        declaredTeams: ["moon"],
      },
    );
    expect(declared).toMatchObject({ platformTeamsLow: 0, platformTeamsHigh: 0 });
  });

  test("declared ones go before effort; one that nobody builds on is a contradiction", () => {
    const found = staffing(twoComponents, { declaredTeams: ["Oven", "north", "moon"] });
    expect(found.platformTeamsLow).toBe(2);
    expect(found.contradictions).toEqual([
      expect.stringContaining("north is declared as a platform team, yet no other owners build"),
      expect.stringContaining("moon is declared as a platform team and owns nothing"),
    ]);
  });
});

describe("domains", () => {
  const declared = (...rows: readonly (readonly [string, string[]])[]) =>
    staffing(
      ovens({
        capabilities: ["oven-kit", "till-kit", "tray-kit", "card-kit"].map((name) => kit(name)),
        consumptions: shopNames.flatMap((shopName) =>
          ["oven-kit", "till-kit", "tray-kit", "card-kit"].map((name) =>
            use(shopName, name, "2020-01-01"),
          ),
        ),
      }),
      {
        declaredDomains: rows.map(([name, members]) => ({ name, members })),
      },
    );

  test("one person for each major domain; each owns one, and all uses are dealt out", () => {
    const found = declared(
      ["baking", ["oven-kit", "tray-kit"]],
      ["selling", ["till-kit", "card-kit"]],
    );
    expect(found).toMatchObject({ stage: "domains", low: 2, high: 2, recommended: 2 });
    expect(found.assignments.map((one) => one.domains)).toEqual([["baking"], ["selling"]]);
    expect(found.assignments.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1);
  });

  test("contradictory declarations are listed, and the first one holds", () => {
    const found = declared(
      ["baking", ["oven-kit", "tray-kit"]],
      ["selling", ["till-kit", "oven-kit", "moon-kit"]],
    );
    expect(found.contradictions).toEqual([
      "Domain selling: nobody else builds on moon-kit, or it was not read.",
      "oven-kit is in domain baking and in domain selling: it counts in the first.",
    ]);
    expect(found.domains.map((one) => one.isMajor)).toEqual([true, false]);
    expect(found.recommended).toBe(1);
  });

  test("catalogues are believed, Domain before System", () => {
    const catalogued = (domain: string | null, system: string | null) => ({
      kind: "Component",
      type: null,
      lifecycle: null,
      system,
      domain,
      source: "catalog-info" as const,
    });
    const of = ovens();
    const found = staffing({
      ...of,
      components: of.components.map((one) =>
        one.name === "oven" ? { ...one, catalogued: catalogued("bakehouse", "ovens") } : one,
      ),
    });
    expect(found.domains).toMatchObject([
      { name: "bakehouse", source: "catalogue", isMajor: true },
    ]);
  });
});
