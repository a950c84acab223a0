import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Moment } from "#evidence/moment.ts";
import { means, type Correction, type ModelConfiguration } from "./configuration.ts";
import { correctionEvidence } from "./correction-evidence.ts";
import { consumptionId } from "./identifiers.ts";
import type { Capability, Component, Consumption } from "./organisation.ts";
import { lowest } from "#kernel/extremes.ts";

/**
 * Adds and removes uses as `fulcrum.yaml` says; `idle` are corrections that name nothing found, `removed` says by consumer
 * what was taken away: nothing else is left to carry that.
 */
export function applyEdgeCorrections(
  consumptions: readonly Consumption[],
  components: readonly Component[],
  capabilities: readonly Capability[],
  configuration: ModelConfiguration,
): {
  consumptions: Consumption[];
  idle: string[];
  removed: ReadonlyMap<string, readonly EvidenceRef[]>;
} {
  let result = [...consumptions];
  const idle: string[] = [];
  const removed = new Map<string, EvidenceRef[]>();
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
    const isMeant = (one: Consumption): boolean =>
      one.consumerComponentId === consumer.id && one.capabilityId === capability.id;
    if (!correction.present) {
      const taken = result.filter(isMeant);
      result = result.filter((one) => !isMeant(one));
      const was = taken.length === 0 ? "no use found" : `in use since ${dayOf(taken)}`;
      const note = correctionEvidence(
        correction,
        `use of ${capability.name} removed; it overrides: ${was}`,
      );
      append(removed, consumer.id, note);
    }
    const exists = result.some((one) => isMeant(one) && one.to === null);
    if (correction.present && !exists) result.push(declared(correction, consumer, capability));
  }
  return { consumptions: result, idle, removed };
}

function dayOf(uses: readonly Consumption[]): string {
  const first = lowest(uses.map((one) => one.from.at));
  return new Date(first * 1000).toISOString().slice(0, 10);
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
    evidence: [correctionEvidence(correction, "use added; it overrides: no use found", at)],
  };
}
