import { describe, expect, it, test } from "vitest";
import type { Report } from "#sections/report.ts";
import { capabilityStandards } from "#web/features/capability/capability-standards.ts";
import { componentStandards } from "#web/features/component/component-standards.ts";
import { teamStandards } from "#web/features/teams/team-standards.ts";
import { nextTab } from "#web/ui/thing/next-tab.ts";
import { adoption, capability, component, objective, sample, team } from "./rows.ts";

const tabs = ["a", "b", "c"];

describe("a key on a tab", () => {
  test.each([
    ["ArrowRight", "a", "b"],
    ["ArrowRight", "c", "a"],
    ["ArrowLeft", "a", "c"],
    ["Home", "c", "a"],
    ["End", "a", "c"],
    ["j", "a", null],
  ])("%s from %s leads to %s", (key, open, next) => expect(nextTab(tabs, open, key)).toBe(next));
});

const nothing = {
  ...sample,
  ownership: { shares: [], findings: [], promises: [] },
  sharedRisks: { ...sample.sharedRisks, risks: [] },
  adoption: [],
  documentation: [],
  stability: [],
  reliability: [],
  reliabilityRollUps: [],
};
const finding: Report["ownership"]["findings"][number] = {
  kind: "individual-owned",
  componentId: "component:tills",
  capabilityId: null,
  ownerIds: ["team:ada"],
  consumersCount: 0,
  since: null,
  text: "owned by people by name",
  evidenceIds: ["evidence:1"],
};
const tills = component("component:tills", { ownerIds: ["team:shops"], contradictions: [] });
const said = (standards: ReturnType<typeof componentStandards>): readonly string[] =>
  standards.map(({ name, isKept, remedy }) => `${isKept ? "+" : "-"} ${name}: ${remedy ?? ""}`);

describe("standards of a component", () => {
  it("are those that can be judged: an owner is known, and nothing else", () => {
    expect(said(componentStandards(nothing, tills))).toEqual(["+ A team owns it: "]);
    expect(componentStandards(nothing, { ...tills, ownerIds: [] })).toEqual([]);
  });

  it("are missed with a remedy, and never kept and missed at once", () => {
    const ownership = { ...nothing.ownership, findings: [finding] };
    expect(said(componentStandards({ ...nothing, ownership }, tills))).toEqual([
      "- A team owns it: Name a team in the place of people.",
    ]);
  });

  it("count the majors of what it builds on, each that is behind by itself", () => {
    const on = (id: string, version: string, major: string) =>
      adoption({
        capabilityId: `capability:${id}`,
        currency: {
          newestMajor: major,
          onNewestMajor: { major, share: 0, numerator: 0, denominator: 1 },
          versionsBehind: null,
          libyears: null,
          versionsInUse: [{ version, count: 1, componentIds: [tills.id] }],
        },
      });
    const behind = { ...nothing, adoption: [on("dough", "4.1.0", "5"), on("oven", "v2.0.0", "2")] };
    expect(said(componentStandards(behind, tills))).toContain(
      "- On the major versions that are asked for: Raise it to 5",
    );
    const current = { ...nothing, adoption: [on("oven", "2.4.0", "2")] };
    expect(said(componentStandards(current, tills))).toContain(
      "+ On the major versions that are asked for: ",
    );
  });
});

describe("standards of a capability", () => {
  it("say which parts of its documentation are not whole", () => {
    const part = (name: "usage" | "links", score: number | null) => ({
      part: name,
      weight: 0.5,
      score,
      text: "",
      evidenceIds: [],
    });
    const documentation = [
      {
        capabilityId: "capability:dough",
        score: 0.5,
        n: 2,
        parts: [part("usage", 0.5), part("links", 1)],
        documentsCount: 1,
        linksCount: 1,
        deadLinks: [],
        lastDocumentChangeAt: null,
        lastCodeChangeAt: null,
      },
    ];
    const dough = capability("capability:dough");
    expect(said(capabilityStandards({ ...nothing, documentation }, dough))).toEqual([
      "- Documented: Write or complete: usage.",
    ]);
    expect(capabilityStandards(nothing, dough)).toEqual([]);
  });

  it("say what the policy asks for where a promise is not kept", () => {
    const slo = objective({ state: "spent", name: "fresh bread", budgetLeft: -0.5 });
    const reliabilityRollUps = [
      {
        subjectId: "capability:dough",
        state: "spent" as const,
        budgetLeft: -0.5,
        worstSloId: slo.sloId,
        sloIds: [slo.sloId],
      },
    ];
    const report = { ...nothing, reliability: [slo], reliabilityRollUps };
    expect(said(capabilityStandards(report, capability("capability:dough")))).toEqual([
      "- Keeps “fresh bread”: Health work goes first until budget is back.",
    ]);
  });
});

it("standards of a team name the component that misses one", () => {
  const report = {
    ...nothing,
    components: [tills],
    ownership: { ...nothing.ownership, findings: [finding] },
  };
  const own = team("team:shops", { componentIds: [tills.id] });
  expect(teamStandards(report, own)[0]?.words).toBe("tills: owned by people by name");
});
