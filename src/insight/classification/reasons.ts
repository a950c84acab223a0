import { featureIds } from "./feature.ts";
import type { Judgement } from "./judgement.ts";
import type { Reason } from "./result.ts";
import { ranked, type Model, type WeighedClass } from "./score.ts";

/** Weaker reasons than this are not worth a line. */
const leastWeight = 0.05;

/**
 * What speaks for the class answered and against it, strongest first. Between product and platform: what each sign adds
 * to the log-odds of one against the other; a rule that makes it supporting adds the log-odds of what it says.
 */
export function reasonsOf(
  { observations, rule, standsFor, probabilities }: Judgement,
  { weights, temperature }: Model,
  answered: WeighedClass,
): { readonly reasonsFor: readonly Reason[]; readonly reasonsAgainst: readonly Reason[] } {
  const where = standsFor === null ? "" : `in ${standsFor.component.path}: `;
  const reasons: Reason[] = [];
  if (rule !== null) {
    const weight = Math.log(rule.value / (1 - rule.value));
    const isAnswer = answered === "supporting";
    reasons.push({
      text: `${where}${rule.text}`,
      weight: isAnswer ? Math.abs(weight) : -Math.abs(weight),
      evidence: rule.evidence,
    });
  }
  const next = ranked(probabilities).find((one) => one !== answered && one !== "supporting");
  for (const id of featureIds) {
    const { value, text, evidence } = observations[id];
    const forProduct = (value * weights[id]) / temperature;
    const towards = (next ?? answered) === "product" ? forProduct : -forProduct;
    // Signs between product and platform only speak against supporting, each for the likelier of the two.
    const weight = answered === "supporting" ? Math.min(0, -towards) : -towards;
    reasons.push({ text: `${where}${text}`, weight, evidence });
  }
  const told = reasons
    .filter(({ weight }) => Math.abs(weight) >= leastWeight)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    reasonsFor: told.filter(({ weight }) => weight > 0),
    reasonsAgainst: told.filter(({ weight }) => weight < 0),
  };
}
