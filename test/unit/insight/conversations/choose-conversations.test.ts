import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { chooseConversations } from "#insight/conversations/choose-conversations.ts";
import { proposal, type Proposal } from "#insight/lenses/proposal.ts";
import type { Organisation } from "#model/organisation.ts";
import { bakery as organisation, kit, shop, use } from "../adoption/bakery.ts";

const names = ["north", "south", "east", "west", "port", "hill", "moor"];
const team = (name: string, kind: "team" | "individual-owned" = "team") => ({
  id: `team:${name}`,
  name,
  source: "codeowners" as const,
  kind,
  componentIds: [`component:${name}`],
  evidence: [],
});

/** Everybody uses `oven-kit` but those who are told otherwise. */
function talks(more: Partial<Organisation> = {}, proposals: readonly Proposal[] = []) {
  const of = organisation({
    teams: [team("oven"), ...names.map((name) => team(name))],
    components: [shop("oven"), ...names.map((name) => shop(name))],
    capabilities: [kit("oven-kit")],
    consumptions: names.map((name) => use(name, "oven-kit", "2020-01-01")),
    ...more,
  });
  return chooseConversations({ organisation: of, adoption: assessAdoption(of), proposals });
}

const proposed = (more: Partial<Proposal> = {}) =>
  proposal({
    kind: "make-easier",
    title: "Break users of oven-kit less often",
    subjectIds: ["capability:oven-kit"],
    affectedIds: ["component:hill", "component:oven", "component:moor"],
    reach: { count: 2, unit: "team" },
    forWhom: "two teams",
    replaces: "upgrades",
    firstStep: "ask",
    measure: { text: "upgrades", present: 4, unit: "a year" },
    against: [],
    reasons: [],
    atStakePersonHours: { low: 10, likely: 20, high: 40 },
    effortPersonHours: { low: 1, likely: 2, high: 3 },
    confidence: "low",
    restsOn: [],
    evidence: [],
    ...more,
  });

describe("whom to talk to", () => {
  test("five teams at most, never the one that provides it", () => {
    const found = talks();
    expect(found).toHaveLength(5);
    expect(new Set(found.map((one) => one.teamId)).size).toBe(5);
    expect(found.map((one) => one.teamId)).not.toContain("team:oven");
    expect(found[0]?.kinds).toEqual(["heaviest-user"]);
  });

  test("who left comes first, with what was left and questions about it", () => {
    const [first] = talks({
      consumptions: names.map((name) =>
        use(name, "oven-kit", "2020-01-01", name === "moor" ? "2024-06-01" : null),
      ),
    });
    expect(first).toMatchObject({ teamId: "team:moor", kinds: ["leaver"] });
    expect(first?.why).toContain("stopped using oven-kit");
    expect(first?.questions[0]).toContain("stop using oven-kit");
  });

  test("what ends in many repositories within days is one decision, and nobody is asked to come back", () => {
    const ending = (ends: Readonly<Record<string, string>>, proposals: readonly Proposal[] = []) =>
      talks(
        {
          consumptions: names.map((name) =>
            use(name, "oven-kit", "2020-01-01", new Map(Object.entries(ends)).get(name) ?? null),
          ),
        },
        proposals,
      );
    const ends = { moor: "2024-06-01", hill: "2024-06-03", port: "2024-06-04" };
    const swept = ending(ends)[0];
    expect(swept?.kinds).toEqual(["leaver"]);
    expect(swept?.why).toContain("when 3 repositories did within 3 days: one decision");
    expect(swept?.questions.join(" ")).toContain("Who decided that 3 repositories stop using");
    expect(swept?.questions.join(" ")).not.toContain("come back");
    expect(swept?.why.match(/It stopped using/g)).toHaveLength(1);
    // What is proposed to be left everywhere is no decision to ask after.
    const leaving = ending(ends, [proposed({ kind: "remove" })]).find(({ kinds }) =>
      kinds.includes("leaver"),
    );
    expect(leaving?.questions.join(" ")).not.toContain("Who decided");
    expect(leaving?.questions.join(" ")).toContain("What took the place of oven-kit");
    // Months apart each left of its own.
    const apart = ending({ ...ends, port: "2024-09-04" })[0];
    expect(apart?.why).toContain("It stopped using oven-kit within two years");
    expect(apart?.questions.join(" ")).toContain("come back");
  });

  test("an end that nobody remembers, and one of a component that is gone, is not asked about", () => {
    const longAgo = talks({
      consumptions: names.map((name) =>
        use(name, "oven-kit", "2015-06-01", name === "moor" ? "2018-06-01" : null),
      ),
    });
    expect(longAgo.flatMap((one) => one.kinds)).not.toContain("leaver");
  });

  test("who never came while most did is asked why not", () => {
    const found = talks({
      consumptions: names.slice(0, 6).map((name) => use(name, "oven-kit", "2020-01-01")),
    });
    expect(found.find((one) => one.teamId === "team:moor")?.kinds).toEqual(["non-adopter"]);
  });

  test("a wrapper kept beside it is a defection", () => {
    const found = talks({
      workarounds: [
        {
          capabilityId: "capability:oven-kit",
          componentId: "component:hill",
          kind: "wrapper",
          text: "lib/oven.rb",
          since: null,
          evidence: [],
        },
      ],
    });
    expect(found[0]).toMatchObject({ teamId: "team:hill", kinds: ["defector"] });
    expect(found[0]?.why).toContain("lib/oven.rb");
  });

  test("a question names what it asks about", () => {
    const asked = (subjectIds: readonly string[]) =>
      talks({}, [proposed({ kind: "own", subjectIds })]).flatMap(({ questions }) => questions);
    expect(asked(["capability:oven-kit"])).toContain(
      "When something is wrong with oven-kit, whom do you ask, and how long does the answer take?",
    );
    expect(asked(["capability:oven-kit", "component:oven"]).join()).not.toMatch(/when it breaks/);
  });

  test("whose answer moves a proposal most comes first, by the hours that are not sure", () => {
    const found = talks({}, [
      proposed(),
      proposed({ affectedIds: ["component:moor"], title: "Document oven-kit" }),
    ]);
    expect(found.slice(0, 2).map((one) => [one.teamId, one.movedPersonHours])).toEqual([
      ["team:moor", 40],
      ["team:hill", 10],
    ]);
    expect(found[0]?.why).toMatch(/^Its answer bears on “Document oven-kit” and 1 more proposal\./);
    expect(found[0]?.questions[0]).toMatch(/last upgrade/);
    // The platform's own team is not asked about itself, though the proposal touches what it keeps.
    expect(found.map((one) => one.teamId)).not.toContain("team:oven");
  });

  test("nobody is asked about what is given up", () => {
    const retired = { capabilities: [kit("oven-kit", { lifecycle: "deprecated" })] };
    expect(talks(retired)).toEqual([]);
    expect(talks(retired, [proposed({ kind: "remove" })])).toEqual([]);
  });

  test("who owns alone is never named", () => {
    const found = talks({
      teams: [team("oven"), ...names.map((name) => team(name, "individual-owned"))],
    });
    expect(found).toEqual([]);
    const teams = [team("oven"), ...names.map((name) => team(name, "individual-owned"))];
    expect(talks({ teams }, [proposed()])).toEqual([]);
  });
});
