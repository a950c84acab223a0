import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Component } from "#model/organisation.ts";
import type { View } from "./view.ts";

/** The signs that are weighed between product and platform, in the order in which they are shown. None names a stack. */
export const featureIds = [
  "end-user-surface",
  "no-end-user-surface",
  "reaches-people",
  "runs-by-itself",
  "addresses-customers",
  "uses-much-unused-itself",
  "used-by-others",
  "consumers",
  "offers-something",
  "answers-programs",
  "addresses-developers",
  "versioned-releases",
] as const;
export type FeatureId = (typeof featureIds)[number];

/** One value for every sign. */
export function perFeature<Value>(of: (id: FeatureId) => Value): Record<FeatureId, Value> {
  return {
    "end-user-surface": of("end-user-surface"),
    "no-end-user-surface": of("no-end-user-surface"),
    "reaches-people": of("reaches-people"),
    "runs-by-itself": of("runs-by-itself"),
    "addresses-customers": of("addresses-customers"),
    "uses-much-unused-itself": of("uses-much-unused-itself"),
    "used-by-others": of("used-by-others"),
    consumers: of("consumers"),
    "offers-something": of("offers-something"),
    "answers-programs": of("answers-programs"),
    "addresses-developers": of("addresses-developers"),
    "versioned-releases": of("versioned-releases"),
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
