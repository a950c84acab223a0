import { describe, expect, test } from "vitest";
import type { InterviewAnswer, OutcomePoint } from "#evidence/declared.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { interviewQuestions } from "#insight/interview/questions.ts";
import { assessMaturity } from "#insight/maturity/assess-maturity.ts";
import type { MaturityFacts } from "#insight/maturity/facts.ts";
import { unmatchedOutcomes } from "#sections/outcomes/present.ts";
import { assessOutcomes } from "#insight/outcomes/assess-outcomes.ts";
import { assessRoles } from "#insight/roles/assess-roles.ts";
import { on, shop } from "../adoption/bakery.ts";

const answer = (
  question: string,
  given: string,
  role: string,
  at = "2024-01-01",
): InterviewAnswer => ({
  question,
  answer: given,
  role,
  at: on(at),
  note: null,
  where: { file: "i.yaml", line: 3 },
});

describe("what is declared", () => {
  test("the newest answer of a role counts; who does not know says nothing", () => {
    const facts = new DeclaredFacts([
      answer("who-decides-priorities", "nobody", "Lead"),
      answer("who-decides-priorities", "lead", "lead", "2024-06-01"),
      answer("who-decides-priorities", "unsure", "engineer"),
    ]);
    expect(facts.fact("who-decides-priorities").value?.answer).toBe("lead");
  });

  test("roles that contradict each other: unknown, with both answers", () => {
    const facts = new DeclaredFacts([
      answer("role-platform-demand", "covered", "lead"),
      answer("role-platform-demand", "uncovered", "engineer"),
    ]);
    const { unknown } = facts.fact("role-platform-demand");
    expect(unknown?.code).toBe("contradictory");
    expect(unknown?.reason).toContain('lead says "covered"');
    const role = assessRoles(facts).find((one) => one.id === "platform-demand");
    expect(role?.state).toBe("unknown");
  });

  test("questions have distinct ids, and each with choices can be left open", () => {
    const ids = interviewQuestions.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { choices } of interviewQuestions)
      if (choices !== null) expect(choices.at(-1)?.id).toBe("unsure");
  });
});

const nothing: MaturityFacts = {
  maintainedCapabilities: null,
  platformTeamsCount: null,
  hasProductOwner: null,
  goalsCount: null,
  pulledUses: null,
  usedCapabilitiesCount: 0,
  mandatesCount: 0,
  bornWithUses: null,
  documentedCapabilities: null,
  selfService: null,
  requestsCount: null,
  ownedComponents: null,
  versionedCapabilities: null,
  currentUses: null,
  servicesWithObjective: null,
  deploymentsSeen: null,
  surveysCount: 0,
  outcomesCount: 0,
};
const share = (part: number, whole: number) => ({ part, whole, evidence: [] });
const noFacts = new DeclaredFacts([]);

describe("maturity", () => {
  const levelOf = (facts: Partial<MaturityFacts>, declared = noFacts) => {
    const aspects = assessMaturity({ ...nothing, ...facts }, declared);
    return (aspect: string) => aspects.find((one) => one.aspect === aspect)!;
  };

  test("the highest level of which something holds, what cannot be seen passed over", () => {
    const measured = levelOf({ deploymentsSeen: share(9, 10), surveysCount: 1 })("measurement");
    expect([measured.level, measured.levelName]).toEqual([3, "insights"]);
    expect(measured.unseen.map((one) => one.level)).toEqual([4]);
  });

  test("a lack below holds back what is above it", () => {
    const operations = levelOf({
      ownedComponents: share(2, 10),
      versionedCapabilities: share(9, 9),
    })("operations");
    expect(operations.level).toBeNull();
    expect(operations.unknown[0]?.code).toBe("below-first-level");
    expect(operations.lacks[0]?.text).toContain("2 of 10");
  });

  test("what is said stands in only where nothing can be seen", () => {
    const declared = new DeclaredFacts([
      answer("maturity-investment", "3", "lead"),
      answer("maturity-measurement", "4", "lead"),
    ]);
    const level = levelOf({ deploymentsSeen: share(9, 10) }, declared);
    expect(level("investment")).toMatchObject({ level: 3, isDeclared: true });
    expect(level("measurement")).toMatchObject({ level: 2, isDeclared: false });
    expect(level("measurement").declared[0]).toContain("level 4");
  });

  test("nothing seen, nothing said: unknown", () => {
    expect(levelOf({})("investment")).toMatchObject({ level: null });
  });
});

describe("outcomes of products", () => {
  const point = (
    component: string,
    date: string,
    value: number,
    more: Partial<OutcomePoint> = {},
  ): OutcomePoint => ({
    component,
    metric: "retention",
    definition: "back within a month",
    unit: "%",
    source: "tills",
    at: on(date),
    value,
    target: null,
    reach: null,
    where: { file: "o.csv", line: 2 },
    ...more,
  });

  test("series with target and change over a year; unknown names are listed", () => {
    const { series, unmatched } = assessOutcomes(
      [
        point("Rye", "2024-05-01", 44, { target: 50 }),
        point("rye", "2023-05-10", 31),
        point("nobody", "2024-05-01", 1),
      ],
      [shop("rye")],
      on("2025-01-01"),
    );
    expect(series[0]).toMatchObject({ changeOverYear: 13, target: 50, isTargetMet: false });
    expect(unmatched.map((one) => one.component)).toEqual(["nobody"]);
    expect(unmatchedOutcomes({ series, unmatched })[0]).toMatchObject({
      where: "o.csv:2",
      text: 'no component is called "nobody"',
    });
  });

  test("fewer findings are better", () => {
    const [series] = assessOutcomes(
      [point("rye", "2024-05-01", 3, { metric: "usability", target: 4 })],
      [shop("rye")],
      on("2025-01-01"),
    ).series;
    expect(series?.isTargetMet).toBe(true);
  });
});
