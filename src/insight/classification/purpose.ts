import type { Component } from "#model/organisation.ts";
import { observed, type FeatureId, type Observation } from "./feature.ts";
import { evidenceOfMarks, marksOf, type View } from "./view.ts";

const none: ReadonlyMap<FeatureId, Observation> = new Map();
/** What it shows or publishes, it shows and publishes as an example of something else. */
const ofWhatItStandsFor: readonly FeatureId[] = [
  "offers-something",
  "answers-programs",
  "addresses-developers",
  "versioned-releases",
  "end-user-surface",
  "addresses-customers",
];

/**
 * Signs that mean something else in an example, a sandbox or a test application, and in a repository that is there to be
 * copied: their pages are nobody's pages. Others that use it say more than what it is called.
 */
export function purposeOf(component: Component, view: View): ReadonlyMap<FeatureId, Observation> {
  if (view.usesByOthers(component).length > 0) return none;
  const samples = marksOf(component, "sample");
  if (samples.length > 0) {
    const signs = new Map<FeatureId, Observation>(
      ofWhatItStandsFor.map((id) => [id, observed(0, "shows what something else does")]),
    );
    const evidence = evidenceOfMarks(component, samples);
    return signs.set(
      "experiment-or-personal",
      observed(1, "is an example, a sandbox or an application for tests", evidence),
    );
  }
  const templates = marksOf(component, "template").filter(({ text }) => text === toBeCopied);
  if (templates.length === 0) return none;
  const evidence = evidenceOfMarks(component, templates);
  const copied = "shows what its copies will do";
  return new Map<FeatureId, Observation>([
    ["offers-something", observed(1, "is there to be copied: a template", evidence)],
    ["no-end-user-surface", observed(1, "has no page or view for people but in its copies")],
    ["end-user-surface", observed(0, copied)],
    ["addresses-customers", observed(0, copied)],
    ["experiment-or-personal", observed(0, copied)],
    ["nothing-runs-or-ships", observed(0, copied)],
  ]);
}

const toBeCopied = "template repository";
