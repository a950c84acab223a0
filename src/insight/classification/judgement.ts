import type { Component } from "#model/organisation.ts";
import { perFeature, type FeatureId, type Observation } from "./feature.ts";
import { features } from "./features.ts";
import { purposeOf } from "./purpose.ts";
import {
  logOddsOf,
  probabilitiesOf,
  type FeatureValues,
  type Model,
  type Probabilities,
} from "./score.ts";
import { standIn } from "./stand-in.ts";
import { supportingRule, type AppliedRule } from "./supporting-rules.ts";
import type { View } from "./view.ts";

/** What was seen of one component, and what follows from it. */
export interface Judgement {
  readonly component: Component;
  readonly observations: Readonly<Record<FeatureId, Observation>>;
  readonly values: FeatureValues;
  /** The strongest rule that makes it supporting. */
  readonly rule: AppliedRule | null;
  /** Of product against platform. */
  readonly logOdds: number;
  readonly probabilities: Probabilities;
  /** The part that stands for it, where it only gathers parts. */
  readonly standsFor: Judgement | null;
}

export function judge(component: Component, view: View, model: Model): Judgement {
  const purpose = purposeOf(component, view);
  const observations = perFeature((id) => purpose.get(id) ?? features[id](component, view));
  const values = perFeature((id) => observations[id].value);
  const rule = supportingRule(component, view);
  const logOdds = logOddsOf(values, model);
  const probabilities = probabilitiesOf(logOdds, rule?.value ?? 0);
  return { component, observations, values, rule, logOdds, probabilities, standsFor: null };
}

/**
 * The root of a repository that offers and shows nothing of its own is what its parts are: see `standIn`. Everything that
 * was seen is then told of that part.
 */
export function throughParts(
  own: Judgement,
  parts: readonly Judgement[],
  threshold: number,
): Judgement {
  const part = standIn(own, parts, threshold);
  if (part === null) return own;
  const { observations, values, rule, logOdds, probabilities } = part;
  return {
    component: own.component,
    observations,
    values,
    rule,
    logOdds,
    probabilities,
    standsFor: part,
  };
}
