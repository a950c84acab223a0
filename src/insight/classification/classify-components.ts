import { means, type Correction } from "#model/configuration.ts";
import type { AppliedCorrection, Component, Organisation } from "#model/organisation.ts";
import { customersOf, withOutsiders } from "./customers.ts";
import { contradictionsOf, declaredClassOf } from "./declared-class.ts";
import { judge, throughParts, type Judgement } from "./judgement.ts";
import { defaultClassificationOptions, type ClassificationOptions } from "./options.ts";
import { reasonsOf } from "./reasons.ts";
import type { Classification } from "./result.ts";
import { scopeBoundedness, spreadOf } from "./scope-boundedness.ts";
import { ranked } from "./score.ts";
import { isForItself } from "./stand-in.ts";
import { View } from "./view.ts";
import type { ComponentClass } from "#vocabulary/structure.ts";

/** Product, platform, supporting or unknown, with reasons; in the order of the components. */
export function classifyComponents(
  organisation: Organisation,
  options: ClassificationOptions = defaultClassificationOptions,
): Classification[] {
  const view = new View(organisation);
  const spread = spreadOf(organisation);
  return judgeComponents(organisation, options, view).map((judgement): Classification => {
    const { component, values, probabilities } = judgement;
    const [likeliest = "product"] = ranked(probabilities);
    const computed = probabilities[likeliest] < options.threshold ? "unknown" : likeliest;
    const correction = correctionOf(component, options.corrections);
    const answered = correction?.class ?? computed;
    const declared = declaredClassOf(component, options.declaredClasses);
    return {
      componentId: component.id,
      class: answered,
      probabilities,
      ...reasonsOf(judgement, options.model, answered === "unknown" ? likeliest : answered),
      customers: withOutsiders(
        customersOf(component, answered, values, view),
        options.outsiders.get(component.id),
      ),
      scopeBoundedness: scopeBoundedness(component, view, spread),
      declaredClass: declared,
      contradictions: contradictionsOf(component, declared, answered),
      correction: correction === undefined ? null : applied(correction, computed),
    };
  });
}

/** What is weighed of each component, in the order of the components: for measuring and training, too. */
export function judgeComponents(
  organisation: Organisation,
  { model, threshold }: Pick<ClassificationOptions, "model" | "threshold">,
  view: View = new View(organisation),
): Judgement[] {
  const own = organisation.components.map((component) => judge(component, view, model));
  const byRepository = new Map<string, Judgement[]>();
  for (const one of own) {
    const { repositoryId } = one.component;
    const list = byRepository.get(repositoryId);
    if (list === undefined) byRepository.set(repositoryId, [one]);
    else list.push(one);
  }
  const parts = partsOf(byRepository.values());
  return own.map((one) => throughParts(one, parts.get(one) ?? [], threshold));
}

/** Of each component those below it in the same repository that count as its parts, in the order of the components. */
function partsOf(
  repositories: Iterable<readonly Judgement[]>,
): ReadonlyMap<Judgement, readonly Judgement[]> {
  const parts = new Map<Judgement, Judgement[]>();
  for (const judged of repositories) {
    const byPath = new Map(judged.map((one) => [one.component.path, one]));
    for (const one of judged) {
      const { path, goneAt } = one.component;
      if (goneAt !== null || isForItself(path)) continue;
      for (const above of foldersAbove(path)) {
        const whole = byPath.get(above);
        if (whole === undefined || whole === one) continue;
        const list = parts.get(whole);
        if (list === undefined) parts.set(whole, [one]);
        else list.push(one);
      }
    }
  }
  return parts;
}

/** Folders above a folder, the root (`.`) last. */
function* foldersAbove(path: string): Generator<string> {
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
    yield path.slice(0, slash);
  yield ".";
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
