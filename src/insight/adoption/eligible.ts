import type { Capability, Component } from "#model/organisation.ts";
import { Served, type Eligible, type Interval } from "./eligible-without.ts";
import type { AdoptionOptions } from "./options.ts";
import { compareText, goneAt } from "./uses.ts";

/** Who could use what: live, existing, of what it serves, and not of the provider's own team. */
export interface EligibleFor {
  /** Those with an artefact of one of the types. */
  having(capability: Capability, types: readonly string[]): Eligible;
  /** Is the component live at as-of, and not of the provider's own team (owner unknown: not the provider itself)? */
  isOpen(capability: Capability, componentId: string): boolean;
}

export function eligibility(
  components: ReadonlyMap<string, Component>,
  asOf: number,
  options: Pick<AdoptionOptions, "liveFor">,
): EligibleFor {
  const byServes = new Map<string, Served>();
  const ownersOf = (id: string): readonly string[] => components.get(id)?.ownerIds ?? [];
  const own = (capability: Capability): { owners: ReadonlySet<string>; id: string | undefined } => {
    const provider = components.get(capability.providerComponentId ?? "");
    return {
      owners: new Set([...capability.ownerIds, ...(provider?.ownerIds ?? [])]),
      id: provider?.id,
    };
  };
  return {
    having(capability, types) {
      const key = [...types].sort(compareText).join("\n");
      let served = byServes.get(key);
      if (!served) {
        const found = servedComponents(components, new Set(types), asOf, options.liveFor);
        byServes.set(key, (served = new Served(found, ownersOf)));
      }
      const { owners, id } = own(capability);
      return served.without(owners, id);
    },
    isOpen(capability, componentId) {
      const component = components.get(componentId);
      if (component === undefined) return false;
      const { owners, id } = own(capability);
      const { from, to } = liveSpan(component, asOf, options.liveFor);
      const isLive = from <= asOf && asOf < to;
      return isLive && componentId !== id && !component.ownerIds.some((one) => owners.has(one));
    },
  };
}

export function isEligible(eligible: Eligible, componentId: string, at: number): boolean {
  return (eligible.get(componentId) ?? []).some(({ from, to }) => from <= at && at < to);
}

function servedComponents(
  components: ReadonlyMap<string, Component>,
  serves: ReadonlySet<string>,
  asOf: number,
  liveFor: number,
): ReadonlyMap<string, readonly Interval[]> {
  const served = new Map<string, Interval[]>();
  for (const component of components.values()) {
    const life = liveSpan(component, asOf, liveFor);
    const intervals = component.artefacts
      .filter((artefact) => serves.has(artefact.type))
      .map((artefact) => ({
        from: Math.max(artefact.from, life.from),
        to: Math.min(artefact.to ?? Number.POSITIVE_INFINITY, life.to),
      }))
      .filter(({ from, to }) => from < to);
    if (intervals.length > 0) served.set(component.id, unite(intervals));
  }
  return served;
}

/** The model knows the first and the last sign of life, not the pauses between. */
function liveSpan(component: Component, asOf: number, liveFor: number): Interval {
  const from = component.born?.at ?? Number.NEGATIVE_INFINITY;
  const gone = goneAt(component) ?? Number.POSITIVE_INFINITY;
  if (component.isLive !== false) return { from, to: gone };
  const silent = component.lastHuman ? component.lastHuman.at + liveFor : from;
  return { from, to: Math.min(gone, silent, asOf) };
}

function unite(intervals: Interval[]): Interval[] {
  intervals.sort((a, b) => a.from - b.from);
  const united: { from: number; to: number }[] = [];
  for (const { from, to } of intervals) {
    const last = united.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}
