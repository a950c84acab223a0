import type { Capability } from "#model/organisation.ts";
import type { EndReason, Leavers } from "./result.ts";
import type { SolutionUse } from "./solutions.ts";
import { compareText, type Use } from "./uses.ts";

export interface End {
  readonly reason: EndReason;
  readonly to: string | null;
}

/** Capabilities that carry on under another name of the same provider, with who uses them. */
export interface Successor {
  readonly capabilityId: string;
  readonly uses: readonly Use[];
}

/** Capabilities that name one of this one's names or packages among their former names. */
export function successorsOf(
  capability: Capability,
  capabilities: readonly Capability[],
): Capability[] {
  const names = new Set([capability.id, capability.name, ...capability.packages]);
  return capabilities.filter(
    (other) => other.id !== capability.id && other.formerNames.some((name) => names.has(name)),
  );
}

/**
 * Why a use ended; null while it lasts. A rename by the provider is no end of using it; then the consumer's own end;
 * then a substitute that began in the same component around the end, the nearest in time; else nothing.
 */
export function endOf(
  use: Use,
  successors: readonly Successor[],
  others: readonly SolutionUse[] | null,
  within: number,
): End | null {
  const { to } = use;
  if (to === null) return null;
  const successor = successors.find(({ uses }) =>
    uses.some((next) => next.componentId === use.componentId && Math.abs(next.from - to) <= within),
  );
  if (successor) return { reason: "provider-renamed", to: successor.capabilityId };
  if (use.isConsumerGone) return { reason: "archived", to: null };
  const near = (others ?? [])
    .filter((o) => o.componentId === use.componentId && Math.abs(o.from - to) <= within)
    .sort((a, b) => Math.abs(a.from - to) - Math.abs(b.from - to));
  const substitute = near[0];
  return substitute
    ? { reason: "substitute", to: substitute.solution }
    : { reason: "nothing", to: null };
}

/** Ends counted by reason and destination, most frequent first. */
export function leaversTo(uses: readonly Use[], ends: readonly (End | null)[]): Leavers[] {
  const groups = new Map<string, { end: End; uses: Use[] }>();
  for (const [index, use] of uses.entries()) {
    const end = ends[index];
    if (!end) continue;
    const key = `${end.reason} ${end.to ?? ""}`;
    const group = groups.get(key);
    if (group) group.uses.push(use);
    else groups.set(key, { end, uses: [use] });
  }
  return [...groups]
    .sort(([a, x], [b, y]) => y.uses.length - x.uses.length || compareText(a, b))
    .map(([, { end, uses: ended }]) => ({
      reason: end.reason,
      to: end.to,
      count: ended.length,
      consumptionIds: ended
        .flatMap((use) => use.consumptions.map(({ id }) => id))
        .sort(compareText),
    }));
}
