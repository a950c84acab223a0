import { append } from "#kernel/lists-by-key.ts";
import type { Capability, Component } from "#model/organisation.ts";
import type { Departure, End, Leavers } from "./result.ts";
import type { SolutionUse } from "./solutions.ts";
import { compareText, goneAt, type Use } from "./uses.ts";

/** A capability that carries on under another name, with who uses it. */
export interface Successor {
  readonly capabilityId: string;
  readonly uses: readonly Use[];
}

export interface EndContext {
  readonly components: ReadonlyMap<string, Component>;
  readonly successors: readonly Successor[];
  /** Capability of the same provider that took its place; null where none did. */
  readonly inItsPlace: (use: Use) => string | null;
  /** The other solutions to its job; null where the job is unknown. */
  readonly others: readonly SolutionUse[] | null;
  /** Deprecated, archived or given up by its provider, or followed by a named successor. */
  readonly isRetired: boolean;
  readonly within: number;
  readonly asOf: number;
}

/**
 * Capabilities that name one of this one's names or packages among their former names, or that its packages became when
 * somebody else took them over.
 */
export function successorsOf(
  capability: Capability,
  capabilities: readonly Capability[],
): Capability[] {
  const names = new Set([capability.id, capability.name, ...capability.packages]);
  return capabilities.filter(
    (other) =>
      other.id !== capability.id &&
      (other.formerNames.some((name) => names.has(name)) ||
        (capability.lifecycle === "archived" &&
          other.providerComponentId === null &&
          other.packages.some((purl) => names.has(purl)))),
  );
}

/**
 * Why a use ended; null while it lasts. A rename by the provider first; then the consumer's own end; then a copy that it took
 * in; then what the same provider gave in its place in the same commit; then a substitute that began in the same component
 * around the end, the nearest in time; then the capability's own retirement; else nothing.
 */
export function endOf(use: Use, context: EndContext): End | null {
  const { to } = use;
  if (to === null) return null;
  const { successors, inItsPlace, others, within, isRetired } = context;
  const successor = successors.find(({ uses }) =>
    uses.some((next) => isOfSame(use, next) && Math.abs(next.from - to) <= within),
  );
  if (successor) return { reason: "provider-renamed", to: successor.capabilityId };
  if (use.isConsumerGone || !livedOn(use, to, context)) return { reason: "archived", to: null };
  const isTakenIn = use.consumptions.some(
    (one) => one.to?.at === to && one.takenInto !== undefined,
  );
  if (isTakenIn) return { reason: "taken-in", to: null };
  const sibling = inItsPlace(use);
  if (sibling !== null) return { reason: "moved", to: sibling };
  const near = (others ?? [])
    .filter((o) => o.componentId === use.componentId && Math.abs(o.from - to) <= within)
    .sort((a, b) => Math.abs(a.from - to) - Math.abs(b.from - to));
  const substitute = near[0];
  if (substitute) return { reason: "substitute", to: substitute.solution };
  return { reason: isRetired ? "retired" : "nothing", to: null };
}

/**
 * Work by people after the end, or with it: who drops a dependency in the last change for years has dropped it. Until as-of a
 * component that is live is given the benefit of the doubt.
 */
function livedOn(use: Use, to: number, { components, within, asOf }: EndContext): boolean {
  const component = components.get(use.componentId);
  if (component === undefined) return false;
  const gone = goneAt(component);
  if (gone !== null && gone <= asOf) return gone - to > within;
  const { lastHuman, isLive } = component;
  return lastHuman === null || isLive === true || lastHuman.at >= to;
}

/** By the same component, or by one that handed either use on. */
function isOfSame(use: Use, next: Use): boolean {
  if (next.componentId === use.componentId) return true;
  const consumers = new Set(use.consumptions.map((one) => one.consumerComponentId));
  return next.consumptions.some((one) => consumers.has(one.consumerComponentId));
}

/** Components that used it and do not now, counted by reason and destination, most frequent first. */
export function leaversTo(departures: readonly Departure[]): Leavers[] {
  const groups = new Map<string, Departure[]>();
  for (const departure of departures) {
    const key = `${departure.reason} ${departure.to ?? ""}`;
    append(groups, key, departure);
  }
  return [...groups]
    .sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b))
    .flatMap(([, list]) => {
      const [first] = list;
      if (first === undefined) return [];
      return {
        reason: first.reason,
        to: first.to,
        count: list.length,
        consumptionIds: list
          .flatMap(({ use }) => use.consumptions.map(({ id }) => id))
          .sort(compareText),
      };
    });
}
