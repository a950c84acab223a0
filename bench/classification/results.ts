import type { Model, Weights } from "#insight/classification/score.ts";
import type { Fact } from "./facts.ts";
import { judgeFact, type JudgedFact } from "./judge-facts.ts";
import { prior } from "./prior.ts";
import {
  choosePenalty,
  fit,
  leaveOut,
  lossByOrganisation,
  meanAndError,
  published,
  temperatureOf,
  type Example,
  type LeftOut,
} from "./train.ts";

export interface Results {
  /** Every labelled thing, judged by a model that saw nothing of its organisation. */
  readonly leftOut: readonly JudgedFact[];
  /** The same by the prior alone. */
  readonly byPrior: readonly JudgedFact[];
  /** Mean log loss of product against platform left out, prior − trained, and its standard error over organisations. */
  readonly gain: { readonly mean: number; readonly standardError: number };
  readonly penalty: number;
  /** What is shipped: trained on all, or the prior where training does not gain a standard error. */
  readonly model: Model;
  readonly isTrained: boolean;
}

/** Nested: penalty and temperature of each left-out organisation are chosen on the others alone. */
export function trainAndMeasure(facts: readonly Fact[]): Results {
  const examples = examplesOf(facts);
  const organisations = [...new Set(facts.map(({ organisation }) => organisation))].sort();
  const trained: LeftOut[] = [];
  const leftOut: JudgedFact[] = [];
  const byPrior: JudgedFact[] = [];
  const priorOdds = leaveOut(examples, prior, "prior");
  const scaledPrior: LeftOut[] = [];
  for (const organisation of organisations) {
    const isOther = (one: { readonly organisation: string }): boolean =>
      one.organisation !== organisation;
    const others = examples.filter(isOther);
    const own = facts.filter((one) => !isOther(one));
    const penalty = choosePenalty(others, prior);
    const weights = fit(others, prior, penalty);
    const model = { weights, temperature: temperatureOf(leaveOut(others, prior, penalty)) };
    const priorModel = { weights: prior, temperature: temperatureOf(priorOdds.filter(isOther)) };
    leftOut.push(...own.map((fact) => judgeFact(fact, model)));
    byPrior.push(...own.map((fact) => judgeFact(fact, priorModel)));
    for (const one of examples.filter((example) => !isOther(example))) {
      trained.push({ ...one, logOdds: oddsOf(one, model.weights) / model.temperature });
      scaledPrior.push({ ...one, logOdds: oddsOf(one, prior) / priorModel.temperature });
    }
  }
  const after = lossByOrganisation(trained, 1).byOrganisation;
  const gains = [...lossByOrganisation(scaledPrior, 1).byOrganisation].map(
    ([organisation, before]) => before - (after.get(organisation) ?? before),
  );
  const gain = meanAndError(gains);
  const isTrained = gain.mean > 0 && gain.mean >= gain.standardError;
  const penalty = choosePenalty(examples, prior);
  const weights = published(isTrained ? fit(examples, prior, penalty) : prior);
  const temperature = temperatureOf(isTrained ? leaveOut(examples, prior, penalty) : priorOdds);
  const model = { weights, temperature: Math.round(temperature * 100) / 100 };
  return { leftOut, byPrior, gain, penalty, model, isTrained };
}

/** What no rule decides and one class is right for: a root that gathers parts teaches by the part it stands for. */
export function examplesOf(facts: readonly Fact[]): Example[] {
  const start: Model = { weights: prior, temperature: 1 };
  return facts.flatMap((fact): Example[] => {
    const { organisation, label } = fact;
    if (label.class !== "product" && label.class !== "platform") return [];
    const { through } = judgeFact(fact, start);
    const shown = fact.parts.find(({ path }) => path === through) ?? fact;
    if (shown.rule !== null) return [];
    return [{ organisation, values: shown.values, isProduct: label.class === "product" }];
  });
}

function oddsOf({ values }: Example, weights: Weights): number {
  return Object.entries(weights).reduce(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of Weights are the keys of values
    (sum, [id, weight]) => sum + weight * values[id as keyof typeof values],
    0,
  );
}
