import { keptKeys } from "./kept-keys.ts";
import type { Component } from "#model/organisation.ts";
import type { FeatureValues } from "./score.ts";
import { currentOrPast, marksOf, type View } from "./view.ts";
import { customerKinds, type ComponentClass, type CustomerKind } from "#vocabulary/structure.ts";

/** Uncalibrated: from here on there is enough of a surface to speak of end customers. */
const enoughSurface = 0.5;

/**
 * Whom the component serves, by what was seen. Partners and external integrators only from keys for callers, public
 * registries, contracts for others or words: nothing inside an organisation tells them otherwise.
 */
export function customersOf(
  component: Component,
  answered: ComponentClass,
  values: FeatureValues,
  view: View,
): CustomerKind[] {
  const kinds: CustomerKind[] = [];
  const isForPeople = values["end-user-surface"] >= enoughSurface && answered !== "platform";
  if (isForPeople || marksOf(component, "outcome-metric").length > 0) kinds.push("end-customer");
  const isForDevelopers = view
    .offers(component)
    .some(({ kind, packages }) => packages.length > 0 || kind === "api");
  if (isForDevelopers || marksOf(component, "cli", "documentation-site").length > 0)
    kinds.push("internal-developer");
  if (currentOrPast(view.usesByOthers(component)).uses.length > 0) kinds.push("feature-team");
  const contracts = marksOf(component, "outside-contract");
  const isForPartners = contracts.some(({ text }) => text === "external-partner");
  if (isForPartners || marksOf(component, "partner-words").length > 0) kinds.push("partner");
  if (
    contracts.some(({ text }) => text === "external-public") ||
    marksOf(component, "public-registry").length > 0 ||
    keptKeys(component, view.offers(component)).length > 0
  )
    kinds.push("external-integrator");
  return kinds;
}

/** With those outside that were seen to use it, in the order of the list. */
export function withOutsiders(
  kinds: readonly CustomerKind[],
  outsiders: ReadonlySet<CustomerKind> | undefined,
): readonly CustomerKind[] {
  return outsiders === undefined
    ? kinds
    : customerKinds.filter((kind) => kinds.includes(kind) || outsiders.has(kind));
}
