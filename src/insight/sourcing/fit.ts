import { sourcingOptions } from "./options.ts";
import { sourcingQuestionIds, sourcingQuestions, type SourcingQuestionId } from "./questions.ts";
import type { SourcingOption } from "./result.ts";
import { type SourcingAnswer, type SourcingKind, sourcingKinds } from "#vocabulary/decision.ts";

export type SourcingAnswers = Readonly<Partial<Record<SourcingQuestionId, SourcingAnswer>>>;
export type SourcingWeights = Readonly<
  Partial<Record<SourcingQuestionId, Readonly<Partial<Record<SourcingKind, number>>>>>
>;

const valueOf: Readonly<Record<SourcingAnswer, number>> = { yes: 1, partly: 0.5, no: 0 };
/** With less of an option's weight answered there is no fit. */
const minimumAnswered = 0.5;

/**
 * Fit = what the answers give of the best they could give: Σ |w| × (answer, or 1 − answer where w < 0) ÷ Σ |w|, over the
 * questions answered. Null while half of an option's weight is not answered. Best first.
 */
export function fitOptions(answers: SourcingAnswers, own: SourcingWeights): SourcingOption[] {
  return sourcingKinds
    .map((kind) => fitOf(kind, answers, own))
    .toSorted((one, other) => (other.fit ?? 0) - (one.fit ?? 0));
}

function fitOf(kind: SourcingKind, answers: SourcingAnswers, own: SourcingWeights): SourcingOption {
  const asked = sourcingQuestionIds
    .map((input) => {
      const { question, weights } = sourcingQuestions[input];
      const weight = own[input]?.[kind] ?? weights[kind];
      return { input, question, weight, answer: answers[input] ?? null };
    })
    .filter(({ weight }) => weight !== 0);
  const total = asked.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const answered = asked.reduce(
    (sum, { weight, answer }) => sum + (answer === null ? 0 : Math.abs(weight)),
    0,
  );
  const isKnown = total > 0 && answered / total >= minimumAnswered;
  const weights = asked.map((one) => ({
    ...one,
    contribution:
      one.answer === null || answered === 0
        ? null
        : (Math.abs(one.weight) *
            (one.weight > 0 ? valueOf[one.answer] : 1 - valueOf[one.answer])) /
          answered,
  }));
  return {
    kind,
    fit: isKnown
      ? Math.min(
          1,
          weights.reduce((sum, one) => sum + (one.contribution ?? 0), 0),
        )
      : null,
    weights,
    ...sourcingOptions[kind],
  };
}

const contrary: readonly (readonly [SourcingQuestionId, SourcingQuestionId, string])[] = [
  [
    "temporary-gap",
    "permanent-budget",
    "a gap of some months and a permanent position are both declared",
  ],
  [
    "platform-admitted",
    "boundaries-unclear",
    "the platform is admitted openly, and it is unclear what it is",
  ],
];

/** Answers that can hardly hold together. They count as given. */
export function contradictionsOf(answers: SourcingAnswers): string[] {
  const found = contrary
    .filter(([one, other]) => answers[one] === "yes" && answers[other] === "yes")
    .map(([, , text]) => `Contradictory: ${text}.`);
  return answers["candidates-can-move"] === "yes" && answers["internal-candidates"] === "no"
    ? [
        ...found,
        "Contradictory: candidates could move within a quarter, and there are none inside.",
      ]
    : found;
}
