import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contradictionsOf, fitOptions, type SourcingAnswers } from "#insight/sourcing/fit.ts";
import { interviewKit } from "#insight/sourcing/interview-kit.ts";
import { sourcingQuestionIds, sourcingQuestions } from "#insight/sourcing/questions.ts";
import { simulate } from "#bench/planted-truth/simulate.ts";
import { sourcingQuestionIds as words } from "#vocabulary/decision.ts";

/** The answer that speaks for an option, to every question. */
const bestFor = (kind: "internal" | "external" | "interim"): SourcingAnswers =>
  Object.fromEntries(
    sourcingQuestionIds.map((id) => [id, sourcingQuestions[id].weights[kind] < 0 ? "no" : "yes"]),
  );

const fitIn = (answers: SourcingAnswers, kind: string) =>
  fitOptions(answers, {}).find((one) => one.kind === kind)?.fit;

describe("fit", () => {
  test.each(["internal", "external", "interim"] as const)(
    "answers that all speak for %s give it 1, and put it first",
    (kind) => {
      expect(fitIn(bestFor(kind), kind)).toBeCloseTo(1);
      expect(fitOptions(bestFor(kind), {})[0]?.kind).toBe(kind);
    },
  );

  test("is a range from the first run: what is not answered may be anything, and counts a half", () => {
    for (const { fit, fitRange } of fitOptions({}, {})) {
      expect(fit).toBeCloseTo(0.5);
      expect(fitRange.low).toBe(0);
      expect(fitRange.high).toBeCloseTo(1);
    }
    for (const { fit, fitRange } of fitOptions(bestFor("internal"), {})) {
      expect(fitRange.low).toBeCloseTo(fit);
      expect(fitRange.high).toBeCloseTo(fit);
    }
  });

  test("what evidence suggests is half believed and marked, and an answer takes its place", () => {
    const suggested = {
      "platform-forming": { answer: "yes", because: "nobody builds on it" },
    } as const;
    const interim = (answers: SourcingAnswers) =>
      fitOptions(answers, {}, suggested).find((one) => one.kind === "interim");
    const row = interim({})?.weights.find(({ input }) => input === "platform-forming");
    expect(row).toMatchObject({ answer: "yes", suggestedBecause: "nobody builds on it" });
    const plain = fitIn({}, "interim") ?? 1;
    const declared = fitIn({ "platform-forming": "yes" }, "interim") ?? 1;
    expect(interim({})?.fit).toBeCloseTo((plain + declared) / 2, 9);
    expect(interim({ "platform-forming": "no" })?.fit).toBeLessThan(plain);
  });

  test("is the sum of what is shown", () => {
    const [first] = fitOptions(bestFor("interim"), {});
    const shown = first?.weights.reduce((sum, one) => sum + (one.contribution ?? 0), 0);
    expect(shown).toBeCloseTo(first?.fit ?? -1);
  });

  test("takes the organisation's own weights", () => {
    const answers = bestFor("external");
    const own = { "platform-admitted": { internal: 10 } };
    expect(fitOptions(answers, own).find((one) => one.kind === "internal")?.fit).toBeGreaterThan(
      fitIn(answers, "internal") ?? 1,
    );
  });

  test("property: between 0 and 1, whatever is answered", () => {
    const answer = fc.constantFrom("yes", "partly", "no", undefined);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 12 }), (list) => {
        const answers = Object.fromEntries(
          sourcingQuestionIds.flatMap((id, at) => (list[at] === undefined ? [] : [[id, list[at]]])),
        );
        for (const { fit, fitRange } of fitOptions(answers, {})) {
          expect(fitRange.low).toBeLessThanOrEqual(fit + 1e-12);
          expect(fitRange.high).toBeGreaterThanOrEqual(fit - 1e-12);
          expect(fit).toBeGreaterThanOrEqual(0);
          expect(fit).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("answers that can hardly hold together are said", () => {
    expect(contradictionsOf({ "temporary-gap": "yes", "permanent-budget": "yes" })).toHaveLength(1);
    expect(
      contradictionsOf({ "internal-candidates": "no", "candidates-can-move": "yes" }),
    ).toHaveLength(1);
    expect(contradictionsOf({ "temporary-gap": "no", "permanent-budget": "yes" })).toEqual([]);
  });
});

test("the words of the contract are those of the insight", () => {
  expect([...words]).toEqual([...sourcingQuestionIds]);
});

test("the kit's highest score is what its questions add up to", () => {
  const questions = interviewKit.traits.flatMap((one) => one.questions);
  expect(interviewKit.maximumScore).toBe(4 * questions.length);
  for (const { scale } of questions) expect(scale.map((one) => one.score)).toEqual([1, 2, 3, 4]);
});

describe("the first 90 days", () => {
  const { sourcing } = simulate("duplicated-job", 1);
  const actions = sourcing.first90Days.phases.flatMap((one) => one.actions);

  test("are made of this organisation's findings", () => {
    expect(actions.some((one) => one.because.startsWith("Signal 1 is present"))).toBe(true);
    expect(actions.filter((one) => one.reference.field?.startsWith("talkTo/"))).toHaveLength(
      sourcing.conversations.length,
    );
    const job = actions.find((one) => one.reference.section === "jobs");
    expect(job?.because).toContain("job-");
  });

  test("the phases follow each other up to day 90", () => {
    const spans = sourcing.first90Days.phases.map((one) => [one.fromDay, one.toDay]);
    expect(spans).toEqual([
      [1, 30],
      [31, 60],
      [61, 90],
    ]);
  });
});
