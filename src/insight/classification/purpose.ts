import type { Component } from "#model/organisation.ts";
import { observed, type FeatureId, type Observation } from "./feature.ts";
import { evidenceOfMarks, marksOf, type View } from "./view.ts";

const none: ReadonlyMap<FeatureId, Observation> = new Map();

/**
 * Signs that mean something else in a repository that is there to be copied: its pages are nobody's pages. Others that use
 * it say more than what it is called.
 */
export function purposeOf(component: Component, view: View): ReadonlyMap<FeatureId, Observation> {
  if (view.usesByOthers(component).length > 0) return none;
  const templates = marksOf(component, "template").filter(({ text }) => text === toBeCopied);
  if (templates.length === 0) return none;
  const evidence = evidenceOfMarks(component, templates);
  const copied = observed(0, "shows what its copies will do");
  return new Map<FeatureId, Observation>([
    ["offers-something", observed(1, "is there to be copied: a template", evidence)],
    ["no-end-user-surface", observed(1, "has no page or view for people but in its copies")],
    ["end-user-surface", copied],
    ["reaches-people", copied],
    ["runs-by-itself", copied],
    ["addresses-customers", copied],
    ["uses-much-unused-itself", copied],
  ]);
}

const toBeCopied = "template repository";
