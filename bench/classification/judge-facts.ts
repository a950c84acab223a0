import { utilityThreshold } from "#insight/classification/options.ts";
import {
  logOddsOf,
  probabilitiesOf,
  ranked,
  type Model,
  type Probabilities,
  type WeighedClass,
} from "#insight/classification/score.ts";
import { standIn } from "#insight/classification/stand-in.ts";
import type { Fact, WeighedFact } from "./facts.ts";

export interface JudgedFact extends Fact {
  readonly answer: WeighedClass | "unknown";
  readonly probabilities: Probabilities;
  /** The part that it was judged by. */
  readonly through: string | null;
}

/** As the classification itself does it. */
export function judgeFact(fact: Fact, model: Model): JudgedFact {
  const weighed = (one: WeighedFact): WeighedFact & { readonly probabilities: Probabilities } => ({
    ...one,
    probabilities: probabilitiesOf(logOddsOf(one.values, model), one.rule?.value ?? 0),
  });
  const own = weighed(fact);
  const part = standIn(own, fact.parts.map(weighed), utilityThreshold);
  const { probabilities } = part ?? own;
  const [likeliest = "product"] = ranked(probabilities);
  return {
    ...fact,
    probabilities,
    answer: probabilities[likeliest] < utilityThreshold ? "unknown" : likeliest,
    through: part?.path ?? null,
  };
}
