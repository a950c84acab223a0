import { expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessExperience } from "#insight/experience/assess-experience.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { maturityFacts } from "#insight/maturity/gather-facts.ts";
import { bakery, shop, use } from "../adoption/bakery.ts";

function usedCount(users: readonly ReturnType<typeof shop>[]): number {
  const organisation = bakery({
    components: [shop("oven"), ...users],
    consumptions: users.map(({ name }) => use(name, "oven-kit", "2021-01-01")),
  });
  const adoption = assessAdoption(organisation);
  const experience = assessExperience({
    organisation,
    adoption,
    surveys: [],
    invited: new Map(),
    requests: null,
  });
  return maturityFacts({
    organisation,
    adoption,
    experience,
    documentation: [],
    delivery: [],
    reliability: [],
    facts: new DeclaredFacts([]),
    goalsCount: 0,
    outcomesCount: 0,
    platformTeamsCount: null,
  }).usedCapabilitiesCount;
}

test("what a team uses in its own repository alone is no capability that others use", () => {
  const own = { repositoryId: "repository:oven", ownerIds: ["team:oven"] };
  expect(usedCount([shop("rye", own), shop("oat", own)])).toBe(0);
  expect(usedCount([shop("rye", { ...own, ownerIds: [] }), shop("oat", own)])).toBe(0);
  expect(usedCount([shop("rye", { ...own, ownerIds: ["team:rye"] })])).toBe(1);
  expect(usedCount([shop("rye", { ownerIds: [] })])).toBe(1);
});
