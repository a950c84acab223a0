import { notRead, reading, type IndicatorReading } from "#insight/signals/indicator.ts";
import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { percentOf } from "../phrases.ts";
import { unreadSource } from "./common-readings.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** Systemic security, compliance and performance. */
export function readSignal7(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  "shared-runtimes" | "shared-advisories" | "failing-standards" | "shared-objective-misses"
> {
  return {
    "shared-runtimes": unreadSource("ends of life of runtimes"),
    "shared-advisories": unreadSource("advisories"),
    "failing-standards": unreadSource("standards"),
    "shared-objective-misses": sharedObjectiveMisses(sources),
  };
}

/** Budgets spent in components that build on one capability whose own budget is spent: one cause, many owners. */
function sharedObjectiveMisses({
  reliability,
  organisation,
  adoption,
}: IndicatorSources): IndicatorReading {
  const ownersOf = new Map(organisation.components.map((one) => [one.id, one.ownerIds]));
  const judged = reliability.filter(({ status }) => status.state !== "unjudgeable");
  const owners = new Set(
    judged.flatMap(({ componentId }) => ownersOf.get(componentId ?? "") ?? []),
  );
  if (owners.size === 0) {
    return notRead(
      "no-objectives",
      "No owner has an objective that can be judged.",
      "OpenSLO files in the repositories and the counts behind them (reliability in fulcrum.yaml).",
    );
  }
  const spent = judged.filter(({ status }) => status.state === "spent");
  const spentIn = new Set(spent.flatMap(({ componentId }) => componentId ?? []));
  const hit = organisation.capabilities
    .filter(({ providerComponentId }) => spentIn.has(providerComponentId ?? ""))
    .map((capability) => {
      const uses = adoption.find((one) => one.capabilityId === capability.id)?.uses ?? [];
      const affected = uses.filter((use) => use.to === null && spentIn.has(use.componentId));
      return {
        capability,
        componentIds: new Set(affected.map((use) => use.componentId)),
        owners: new Set(
          affected
            .flatMap((use) => use.ownerIds)
            .filter((owner) => !capability.ownerIds.includes(owner)),
        ),
      };
    })
    .toSorted((one, other) => other.owners.size - one.owners.size);
  const [worst] = hit;
  const count = worst?.owners.size ?? 0;
  return reading(
    count / owners.size,
    owners.size,
    organisation.teams.length === 0 ? null : Math.min(1, owners.size / organisation.teams.length),
    worst === undefined || count === 0
      ? "No owner's objective is spent together with one that it builds on"
      : `${String(count)} of ${String(owners.size)} owners with objectives miss theirs while ${worst.capability.name} misses its own (${percentOf(count / owners.size)})`,
    worst === undefined
      ? []
      : spent
          .filter(({ componentId }) => worst.componentIds.has(componentId ?? ""))
          .flatMap(({ status }) => status.evidence.slice(0, 2)),
  );
}
