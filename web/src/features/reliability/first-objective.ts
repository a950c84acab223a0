import type { CapabilityKind } from "#vocabulary/structure.ts";
import { plural } from "#web/ui/words.ts";
import type { Adoption, Capability } from "#web/api/report-rows.ts";

/** What runs, and so can be there or not, with the events of which a share is promised. A library promises by its versions. */
const events: ReadonlyMap<CapabilityKind, { readonly good: string; readonly total: string }> =
  new Map([
    ["service", { good: "requests answered without a server error", total: "all requests" }],
    ["api", { good: "requests answered without a server error", total: "all requests" }],
    ["workflow", { good: "runs that end without a failure of its own", total: "all runs" }],
    ["action", { good: "runs that end without a failure of its own", total: "all runs" }],
    ["pipeline-library", { good: "runs without a failure of its own", total: "all runs" }],
  ]);

export interface Candidate {
  readonly capability: Capability;
  readonly adoptersNow: number;
}

/** What runs and has users, the most used first: where a first promise matters most. */
export function candidatesOf(
  capabilities: readonly Capability[],
  adoption: readonly Adoption[],
): readonly Candidate[] {
  const users = new Map(adoption.map((one) => [one.capabilityId, one.adoptersNow]));
  return capabilities
    .filter(({ kind }) => events.has(kind))
    .map((capability) => ({ capability, adoptersNow: users.get(capability.id) ?? 0 }))
    .filter(({ adoptersNow }) => adoptersNow > 0)
    .toSorted((one, other) => other.adoptersNow - one.adoptersNow);
}

/** What is so where nothing is promised, in a line. */
export function unpromisedWords(candidates: readonly Candidate[]): string {
  const [first] = candidates;
  return first === undefined
    ? "Nothing is promised in writing"
    : `${first.capability.name} serves ${plural(first.adoptersNow, "component")} without a written objective`;
}

/** A first objective in OpenSLO v1, to be completed: 99.5 % over four weeks is a place to begin, not a finding. */
export function draftOf({ name, kind }: Capability): string {
  const what = events.get(kind) ?? { good: "good events", total: "all events" };
  const id =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replaceAll(/^-|-$/g, "") || "capability";
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${id}
  displayName: ${JSON.stringify(name)}
spec:
  service: ${id}
  indicator:
    metadata: { name: ${id} }
    spec:
      ratioMetric:
        counter: true
        good: # ${what.good}
          metricSource: { type: Prometheus, spec: { query: "" } }
        total: # ${what.total}
          metricSource: { type: Prometheus, spec: { query: "" } }
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.995 }]
`;
}
