import type { ComponentEffort } from "#model/effort.ts";
import { monthOf } from "#model/effort.ts";
import type { Component } from "#model/organisation.ts";
import type { Use } from "../adoption/uses.ts";
import type { Span, ValueOptions } from "./options.ts";

/** Somebody who builds on it: an owner, or one component for the upper bound. */
interface Reuser {
  readonly owner: string;
  /** Effort counts up to the end of the last use, seconds since the epoch. */
  readonly until: number;
}

export interface Reuse {
  readonly owners: readonly Reuser[];
  readonly components: readonly Reuser[];
  /** Components that use it and have no known owner: what they saved is not counted. */
  readonly leftOutCount: number;
}

/** Who builds on it outside its own team; components whose owner is not known could be the provider's and are left out. */
export function reuseOf(
  uses: readonly Use[],
  provider: Component | undefined,
  asOf: number,
): Reuse {
  const own = new Set(provider?.ownerIds ?? []);
  const owners = new Map<string, number>();
  const components = new Map<string, Reuser>();
  const leftOut = new Set<string>();
  for (const use of uses) {
    const until = use.to ?? asOf;
    if (use.ownerIds.length === 0) leftOut.add(use.componentId);
    const others = use.ownerIds.filter((owner) => !own.has(owner));
    const first = others[0];
    if (first === undefined || others.length < use.ownerIds.length) continue;
    owners.set(first, Math.max(owners.get(first) ?? 0, until));
    const known = components.get(use.componentId);
    components.set(use.componentId, { owner: first, until: Math.max(known?.until ?? 0, until) });
  }
  return {
    owners: [...owners].map(([owner, until]) => ({ owner, until })),
    components: [...components.values()],
    leftOutCount: leftOut.size,
  };
}

/** Person-months put into the component up to and including the month of a time. */
export function effortUntil(effort: ComponentEffort, until: number): number {
  const end = monthOf(until);
  let sum = 0;
  for (const [month, value] of effort.months) if (month <= end) sum += value;
  return sum;
}

/** Of the component that provides a capability. */
export interface ProvidedEffort {
  readonly effort: ComponentEffort;
  /** Part of the component's effort that is this capability's. */
  readonly part: number;
}

/**
 * Reuse cost avoidance (Poulin 1997, ch. 3), in person-months: for each reuser, what it uses × what writing that had cost
 * it × (1 − RCR). Writing for one's own use costs the provider's effort ÷ RCWR. Low is 0: open source might have served.
 * Likely counts one writing for each owner; high one for each component, at the cheapest end of both ratios.
 */
export function avoidedEffort(
  reuse: Reuse,
  { effort, part }: ProvidedEffort,
  shareOf: (owner: string) => number,
  { relativeCostOfReuse: rcr, relativeCostOfWritingForReuse: rcwr }: ValueOptions,
): Span {
  const sum = (reusers: readonly Reuser[], reuseCost: number, writingCost: number): number =>
    reusers.reduce(
      (total, { owner, until }) =>
        total +
        ((effortUntil(effort, until) * part) / writingCost) * shareOf(owner) * (1 - reuseCost),
      0,
    );
  return {
    low: 0,
    likely: sum(reuse.owners, rcr.likely, rcwr.likely),
    high: sum(reuse.components, rcr.low, rcwr.low),
  };
}

/** What writing it for others cost beyond writing it for oneself: (RCWR − 1) ÷ RCWR of the effort. */
export function writingForReuse(
  invested: number,
  { relativeCostOfWritingForReuse: rcwr }: ValueOptions,
): Span {
  const additional = (ratio: number): number => (invested * (ratio - 1)) / ratio;
  return {
    low: additional(rcwr.low),
    likely: additional(rcwr.likely),
    high: additional(rcwr.high),
  };
}
