import type { Component, Consumption } from "#model/organisation.ts";
import type { AdoptionOptions } from "./options.ts";
import { confidences } from "#vocabulary/evidence.ts";

/** One spell of a component using a capability, united over scopes, packages and kinds of use: [from, to). */
export interface Use {
  readonly componentId: string;
  /** Sorted; empty where the owner is unknown. */
  readonly ownerIds: readonly string[];
  readonly from: number;
  readonly isFromCensored: boolean;
  /** null: in use at as-of. */
  readonly to: number | null;
  /** It ended because the consumer left. */
  readonly isConsumerGone: boolean;
  /** Says something about persons: leaves only as counts that have passed `suppressPull`. */
  readonly openedBy: Consumption["openedBy"];
  /** Whoever opened it, as a number of this run; null where nobody is known. */
  readonly opener: number | null;
  /** By start. */
  readonly consumptions: readonly Consumption[];
}

/**
 * Uses of one capability, by component and start. Left out: reverse tests, the provider itself, consumptions that begin
 * after as-of or are less certain than asked for. Uses of an archived consumer end when it was archived.
 */
export function mergeUses(
  {
    consumptions,
    providerId,
  }: { readonly consumptions: readonly Consumption[]; readonly providerId: string | null },
  components: ReadonlyMap<string, Component>,
  asOf: number,
  options: Pick<AdoptionOptions, "sameUseGap" | "minimumConfidence">,
): Use[] {
  const least = confidences.indexOf(options.minimumConfidence);
  const byComponent = new Map<string, Consumption[]>();
  for (const consumption of consumptions) {
    const consumer = consumption.consumerComponentId;
    if (consumption.scope === "reverse-test" || consumer === providerId) continue;
    if (consumption.from.at > asOf || confidences.indexOf(consumption.confidence) > least) continue;
    const list = byComponent.get(consumer);
    if (list) list.push(consumption);
    else byComponent.set(consumer, [consumption]);
  }
  const uses: Use[] = [];
  for (const [componentId, list] of [...byComponent].sort(([a], [b]) => compareText(a, b))) {
    const component = components.get(componentId);
    if (component)
      for (const each of mergeOfComponent(component, list, asOf, options.sameUseGap))
        uses.push(each);
  }
  return uses;
}

/** When an archived component left: its last human commit where the archiving itself has no date. */
export function goneAt(component: Component): number | null {
  if (component.goneAt !== null) return component.goneAt;
  return component.lifecycle === "archived" ? (component.lastHuman?.at ?? null) : null;
}

export function isInUse(use: Use, at: number): boolean {
  return use.from <= at && (use.to === null || at < use.to);
}

/** First use of each component, in the order of `uses`. */
export function firstUses(uses: readonly Use[]): Use[] {
  const seen = new Set<string>();
  return uses.filter((use) => !seen.has(use.componentId) && seen.add(use.componentId));
}

/** Order of ids that no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function mergeOfComponent(
  component: Component,
  consumptions: Consumption[],
  asOf: number,
  gap: number,
): Use[] {
  consumptions.sort((a, b) => a.from.at - b.from.at || compareText(a.id, b.id));
  const gone = goneAt(component);
  const spells: { from: number; end: number; members: Consumption[] }[] = [];
  for (const consumption of consumptions) {
    const from = consumption.from.at;
    const end = consumption.to?.at ?? Number.POSITIVE_INFINITY;
    const last = spells.at(-1);
    if (last && from - last.end <= gap) {
      last.end = Math.max(last.end, end);
      last.members.push(consumption);
    } else {
      spells.push({ from, end, members: [consumption] });
    }
  }
  const ownerIds = [...component.ownerIds].sort(compareText);
  return spells.map(({ from, end, members }) => {
    const departure = gone !== null && gone <= asOf ? Math.max(gone, from) : null;
    const to = departure === null ? end : Math.min(end, departure);
    const isOver = to <= asOf;
    const first = members.filter((member) => member.from.at === from);
    const opening = first.find((member) => member.openedBy !== "unclear") ?? first[0]!;
    return {
      componentId: component.id,
      ownerIds,
      from,
      isFromCensored: first.some((member) => member.isFromCensored),
      to: isOver ? to : null,
      isConsumerGone: isOver && departure !== null && to >= departure,
      openedBy: opening.openedBy,
      opener: opening.opener ?? null,
      consumptions: members,
    };
  });
}
