import { sourcingOptions } from "./options.ts";
import { sourcingQuestionIds, sourcingQuestions, type SourcingQuestionId } from "./questions.ts";
import type { SourcingOption } from "./result.ts";
import { type SourcingAnswer, type SourcingKind, sourcingKinds } from "#vocabulary/decision.ts";

export type SourcingAnswers = Readonly<Partial<Record<SourcingQuestionId, SourcingAnswer>>>;
export type SourcingWeights = Readonly<
  Partial<Record<SourcingQuestionId, Readonly<Partial<Record<SourcingKind, number>>>>>
>;

/** What evidence suggests where nobody has answered, and why. */
export type SourcingSuggestions = Readonly<
  Partial<Record<SourcingQuestionId, { readonly answer: SourcingAnswer; readonly because: string }>>
>;

const valueOf: Readonly<Record<SourcingAnswer, number>> = { yes: 1, partly: 0.5, no: 0 };
/** Of an answer that nobody gave, as much is taken for known. */
const suggestedShare = 0.5;
const unanswered = 0.5;

/**
 * Fit = Σ |w| × (answer, or 1 − answer where w < 0) ÷ Σ |w|. What is not answered may be anything: it makes the range, and
 * counts a half in between; what evidence suggests is half known. Best first.
 */
export function fitOptions(
  answers: SourcingAnswers,
  own: SourcingWeights,
  suggestions: SourcingSuggestions = {},
): SourcingOption[] {
  return sourcingKinds
    .map((kind) => fitOf(kind, answers, own, suggestions))
    .toSorted((one, other) => other.fit - one.fit);
}

function fitOf(
  kind: SourcingKind,
  answers: SourcingAnswers,
  own: SourcingWeights,
  suggestions: SourcingSuggestions,
): SourcingOption {
  const asked = sourcingQuestionIds
    .map((input) => {
      const { question, weights } = sourcingQuestions[input];
      const weight = own[input]?.[kind] ?? weights[kind];
      const declared = answers[input] ?? null;
      const suggestion = declared === null ? (suggestions[input] ?? null) : null;
      return {
        input,
        question,
        weight,
        answer: declared ?? suggestion?.answer ?? null,
        suggestedBecause: suggestion?.because ?? null,
      };
    })
    .filter(({ weight }) => weight !== 0);
  const total = asked.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const weighed = asked.map((one) => {
    const size = total === 0 ? 0 : Math.abs(one.weight) / total;
    const known = one.answer === null ? 0 : one.suggestedBecause === null ? 1 : suggestedShare;
    const given = valueOf[one.answer ?? "no"];
    const speaks = one.weight > 0 ? given : 1 - given;
    const low = size * known * speaks;
    return { one, low, open: size * (1 - known) };
  });
  const low = weighed.reduce((sum, one) => sum + one.low, 0);
  const open = weighed.reduce((sum, one) => sum + one.open, 0);
  return {
    kind,
    fit: Math.min(1, low + unanswered * open),
    fitRange: { low: Math.min(1, low), high: Math.min(1, low + open) },
    weights: weighed.map((each) => ({
      ...each.one,
      contribution: each.low + unanswered * each.open,
    })),
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
