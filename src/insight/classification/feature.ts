import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Component } from "#model/organisation.ts";
import type { View } from "./view.ts";

/** The signs that are weighed, in the order in which they are shown. */
export const featureIds = [
  "used-by-others",
  "consumers",
  "offers-something",
  "answers-programs",
  "addresses-developers",
  "versioned-releases",
  "no-end-user-surface",
  "end-user-surface",
  "uses-much-unused-itself",
  "addresses-customers",
  "documentation-or-data",
  "deployment-state",
  "experiment-or-personal",
  "abandoned",
  "nothing-runs-or-ships",
] as const;
export type FeatureId = (typeof featureIds)[number];

/** One value for every sign. */
export function perFeature<Value>(of: (id: FeatureId) => Value): Record<FeatureId, Value> {
  return {
    "used-by-others": of("used-by-others"),
    consumers: of("consumers"),
    "offers-something": of("offers-something"),
    "answers-programs": of("answers-programs"),
    "addresses-developers": of("addresses-developers"),
    "versioned-releases": of("versioned-releases"),
    "no-end-user-surface": of("no-end-user-surface"),
    "end-user-surface": of("end-user-surface"),
    "uses-much-unused-itself": of("uses-much-unused-itself"),
    "addresses-customers": of("addresses-customers"),
    "documentation-or-data": of("documentation-or-data"),
    "deployment-state": of("deployment-state"),
    "experiment-or-personal": of("experiment-or-personal"),
    abandoned: of("abandoned"),
    "nothing-runs-or-ships": of("nothing-runs-or-ships"),
  };
}

/** How strongly a sign is there, 0 to 1, and what was seen in words. */
export interface Observation {
  readonly value: number;
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
}

/** A pure look at one component. What a catalogue declares about it must not change the answer. */
export type Feature = (component: Component, view: View) => Observation;

export function observed(
  value: number,
  text: string,
  evidence: readonly EvidenceRef[] = [],
): Observation {
  return { value: Math.min(1, Math.max(0, value)), text, evidence };
}

/** Growth that flattens: 0 at 0, 1 at `full` and above. */
export function flattening(count: number, full: number): number {
  return Math.min(1, Math.log2(1 + count) / Math.log2(1 + full));
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
