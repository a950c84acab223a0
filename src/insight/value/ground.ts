import { append } from "#kernel/lists-by-key.ts";
import { weightedMedian, type Weighted } from "#kernel/stats-summary.ts";
import type { ComponentEffort } from "#model/effort.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { DeliveryResult } from "../delivery/result.ts";
import type { ValueOptions } from "./options.ts";
import { outcomesOf } from "./panel.ts";
import { usedShares, type UsedShares } from "./used-share.ts";
import { type OutcomeMetric, outcomeMetrics } from "#vocabulary/value.ts";

export interface ValueInput {
  readonly organisation: Organisation;
  /** Of every component that had any. */
  readonly effort: readonly ComponentEffort[];
  readonly adoption: readonly AdoptionResult[];
  readonly delivery: readonly DeliveryResult[];
  /** Repositories whose history is cut off: effort in them is known for a part only. */
  readonly partlyRead: ReadonlySet<string>;
  /** Components classed as platform. */
  readonly platformIds: ReadonlySet<string>;
}

/** What every line of the ledger reads; built once for the organisation. */
export interface Ground {
  readonly input: ValueInput;
  readonly options: ValueOptions;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly components: ReadonlyMap<string, Component>;
  readonly effort: ReadonlyMap<string, ComponentEffort>;
  /** Capabilities of each component that others ever used: its effort is split evenly over them. */
  readonly offers: ReadonlyMap<string, number>;
  /** Things in use whose repositories, of the organisation, were not read: what those use is not seen either. */
  readonly unreadCount: number;
  readonly shares: ReadonlyMap<string, UsedShares>;
  /** Median used share by kind of capability, weighted by the owners who use it, where enough of them show it. */
  readonly typicalShare: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<OutcomeMetric, ReadonlyMap<string, ReadonlyMap<number, number>>>;
}

export function prepare(input: ValueInput, options: ValueOptions): Ground {
  const { organisation } = input;
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const used = new Set(
    input.adoption.filter((one) => one.uses.length > 0).map((one) => one.capabilityId),
  );
  const offers = new Map<string, number>();
  const shares = new Map<string, UsedShares>();
  const byKind = new Map<string, Weighted[]>();
  for (const capability of organisation.capabilities) {
    const provider = capability.providerComponentId;
    if (provider !== null && used.has(capability.id))
      offers.set(provider, (offers.get(provider) ?? 0) + 1);
    const seen = usedShares(capability, organisation.usedNames, components, options.namesMinimum);
    if (seen === null) continue;
    shares.set(capability.id, seen);
    append(byKind, capability.kind, { value: seen.typical, weight: seen.byOwner.size });
  }
  return {
    input,
    options,
    capabilities: new Map(organisation.capabilities.map((one) => [one.id, one])),
    components,
    effort: new Map(input.effort.map((one) => [one.componentId, one])),
    offers,
    unreadCount: organisation.capabilities.filter(
      ({ id, providerComponentId }) => providerComponentId === null && used.has(id),
    ).length,
    shares,
    typicalShare: new Map(
      [...byKind]
        .filter(([, seen]) => seen.length >= options.shareMinimum)
        .map(([kind, seen]) => [kind, weightedMedian(seen)]),
    ),
    outcomes: new Map(
      outcomeMetrics.map((metric) => [
        metric,
        outcomesOf(input.delivery, metric, organisation.asOf),
      ]),
    ),
  };
}
