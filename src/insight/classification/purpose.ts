import type { Component } from "#model/organisation.ts";
import { observed, type FeatureId, type Observation } from "./feature.ts";
import { evidenceOfMarks, marksOf, type View } from "./view.ts";

const none: ReadonlyMap<FeatureId, Observation> = new Map();
/** What it shows or publishes, it shows and publishes as an example of something else. */
const ofWhatItStandsFor: readonly FeatureId[] = [
  "used-by-others",
  "consumers",
  "offers-something",
  "answers-programs",
  "addresses-developers",
  "versioned-releases",
  "end-user-surface",
  "addresses-customers",
];

/**
 * Signs that mean something else in an example, a sandbox or a test application, and in a repository that is there to be
 * copied: their pages are nobody's pages. Others that build on it say more than what it is called.
 */
export function purposeOf(component: Component, view: View): ReadonlyMap<FeatureId, Observation> {
  const uses = view.usesByOthers(component);
  const samples = marksOf(component, "sample");
  // Tests of others may take an example in as well; what they build or run with it is more than one.
  const isMore = uses.some(
    ({ consumption: { scope } }) => scope === "runtime" || scope === "build",
  );
  if (samples.length > 0 && !isMore) {
    const signs = new Map<FeatureId, Observation>(
      ofWhatItStandsFor.map((id) => [id, observed(0, "shows what something else does")]),
    );
    const evidence = evidenceOfMarks(component, samples);
    return signs.set(
      "experiment-or-personal",
      observed(1, "is an example, a sandbox or an application for tests", evidence),
    );
  }
  if (uses.length > 0) return none;
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
