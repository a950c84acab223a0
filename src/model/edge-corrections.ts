import type { Moment } from "#evidence/moment.ts";
import { means, type Correction, type ModelConfiguration } from "./configuration.ts";
import { consumptionId } from "./identifiers.ts";
import type { Capability, Component, Consumption } from "./organisation.ts";

/** Adds and removes uses as `fulcrum.yaml` says; `idle` are corrections that name nothing found. */
export function applyEdgeCorrections(
  consumptions: readonly Consumption[],
  components: readonly Component[],
  capabilities: readonly Capability[],
  configuration: ModelConfiguration,
): { consumptions: Consumption[]; idle: string[] } {
  let result = [...consumptions];
  const idle: string[] = [];
  for (const correction of configuration.corrections) {
    if (correction.kind !== "edge") continue;
    const consumer = components.find((one) => means(correction.consumer, one.id, one.name));
    const capability = capabilities.find((one) =>
      means(correction.capability, one.id, one.name, ...one.packages),
    );
    if (consumer === undefined || capability === undefined) {
      idle.push(`${correction.consumer} → ${correction.capability}`);
      continue;
    }
    result = result.filter(
      (one) =>
        one.consumerComponentId !== consumer.id ||
        one.capabilityId !== capability.id ||
        correction.present,
    );
    const exists = result.some(
      (one) =>
        one.consumerComponentId === consumer.id &&
        one.capabilityId === capability.id &&
        one.to === null,
    );
    if (correction.present && !exists) result.push(declared(correction, consumer, capability));
  }
  return { consumptions: result, idle };
}

function declared(
  correction: Correction & { kind: "edge" },
  consumer: Component,
  capability: Capability,
): Consumption {
  const at = correction.from ?? Math.floor(Date.parse(correction.since) / 1000);
  const from: Moment = { commit: "", at };
  return {
    id: consumptionId(consumer.id, capability.id, "correction", at),
    consumerComponentId: consumer.id,
    capabilityId: capability.id,
    via: "declared",
    scope: "runtime",
    from,
    isFromCensored: correction.from === null,
    to: null,
    constraint: null,
    versions: [],
    confidence: "high",
    openedBy: "unclear",
    evidence: [
      {
        source: "correction",
        repositoryId: null,
        commit: null,
        path: null,
        line: null,
        at,
        how: "declared",
        confidence: "high",
        text: `use added by correction of ${correction.since}${correction.reason === null ? "" : `: ${correction.reason}`}`.slice(
          0,
          500,
        ),
      },
    ],
  };
}
