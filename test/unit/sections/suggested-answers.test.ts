import { expect, test } from "vitest";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import type { Capability } from "#model/organisation.ts";
import { suggestedAnswers } from "#sections/sourcing/suggested-answers.ts";
import { bakery, kit } from "../insight/adoption/bakery.ts";

const retirement: AdoptionResult["retirement"] = {
  state: "completed",
  left: 2,
  of: 2,
  successorIds: [],
};

function reset(capabilities: readonly Capability[]) {
  return suggestedAnswers({
    organisation: bakery({ capabilities }),
    adoption: capabilities.map(({ id }) => ({ capabilityId: id, retirement })),
    interview: new DeclaredFacts([]),
    signals: { verdict: { teams: { count: 5, reason: "5 teams." } } },
    staffing: { stage: "early" },
  })["model-reset"];
}

test("what its provider gave up suggests another model; what only lost its users, or was not read, does not", () => {
  const names = ["peel", "tin", "rack"];
  const given = names.map((name) => kit(name, { lifecycle: "archived" }));
  expect(reset(given)).toEqual({
    answer: "partly",
    because: "3 capabilities were given up by their providers.",
  });
  expect(reset(names.map((name) => kit(name)))).toBeUndefined();
  expect(reset(given.map((one) => ({ ...one, providerComponentId: null })))).toBeUndefined();
});
