import { means, type Correction } from "#model/configuration.ts";
import type { AppliedCorrection, Component, Organisation } from "#model/organisation.ts";
import { customersOf } from "./customers.ts";
import { contradictionsOf, declaredClassOf } from "./declared-class.ts";
import { perFeature, type FeatureId, type Observation } from "./feature.ts";
import { features } from "./features.ts";
import { defaultClassificationOptions, type ClassificationOptions } from "./options.ts";
import { purposeOf } from "./purpose.ts";
import { reasonsOf } from "./reasons.ts";
import type { Classification, ComponentClass } from "./result.ts";
import { scopeBoundedness, spreadOf } from "./scope-boundedness.ts";
import { probabilitiesOf, ranked, type FeatureValues } from "./score.ts";
import { View } from "./view.ts";

/** Product, platform, supporting or unknown, with reasons; in the order of the components. */
export function classifyComponents(
  organisation: Organisation,
  options: ClassificationOptions = defaultClassificationOptions,
): Classification[] {
  const view = new View(organisation);
  const spread = spreadOf(organisation);
  return organisation.components.map((component): Classification => {
    const observations = observe(component, view);
    const values = valuesOf(observations);
    const probabilities = probabilitiesOf(values, options.weights);
    const [likeliest = "product", next = "platform"] = ranked(probabilities);
    const computed = probabilities[likeliest] < options.threshold ? "unknown" : likeliest;
    const correction = correctionOf(component, options.corrections);
    const answered = correction?.class ?? computed;
    const told = answered === "unknown" ? likeliest : answered;
    const declared = declaredClassOf(component, options.declaredClasses);
    return {
      componentId: component.id,
      class: answered,
      probabilities,
      ...reasonsOf(observations, options.weights, told, told === likeliest ? next : likeliest),
      customers: customersOf(component, answered, values, view),
      scopeBoundedness: scopeBoundedness(component, view, spread),
      declaredClass: declared,
      contradictions: contradictionsOf(component, declared, answered),
      correction: correction === undefined ? null : applied(correction, computed),
    };
  });
}

/** What is weighed of each component: for measuring and fitting. */
export function featureValues(organisation: Organisation): ReadonlyMap<string, FeatureValues> {
  const view = new View(organisation);
  return new Map(
    organisation.components.map((component) => [component.id, valuesOf(observe(component, view))]),
  );
}

type Observations = Readonly<Record<FeatureId, Observation>>;

function observe(component: Component, view: View): Observations {
  const purpose = purposeOf(component, view);
  return perFeature((id) => purpose.get(id) ?? features[id](component, view));
}

function valuesOf(observations: Observations): FeatureValues {
  return perFeature((id) => observations[id].value);
}

type ClassCorrection = Correction & { readonly kind: "class" };

function correctionOf(
  { id, name }: Component,
  corrections: readonly Correction[],
): ClassCorrection | undefined {
  return corrections.findLast(
    (one): one is ClassCorrection => one.kind === "class" && means(one.component, id, name),
  );
}

function applied({ since, reason }: ClassCorrection, overrode: ComponentClass): AppliedCorrection {
  return { kind: "class", overrode, since, reason };
}
