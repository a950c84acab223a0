import { groupBy, usesNow } from "#web/api/look-ups.ts";
import type { NamesOfThings } from "#web/api/names-of-things.ts";
import type { Component, Consumption } from "#web/api/report-rows.ts";
import { routeHref } from "#web/ui/route.ts";
import { customerWords, kindWords, listWords } from "#web/ui/words.ts";

type ChainSide = "capability" | "builder" | "customer";

export interface ChainNode {
  readonly key: string;
  readonly label: string;
  readonly side: ChainSide;
  /** Where a click leads: the record's screen, or the same picture with this group opened. */
  readonly href: string | null;
  readonly isGroup: boolean;
}

export interface ChainLink {
  readonly source: string;
  readonly target: string;
  /** Uses; a use that serves several kinds of customer is split evenly between them. */
  readonly value: number;
  readonly consumptionIds: readonly string[];
}

export interface ValueChain {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
  readonly usesCount: number;
  readonly opened: string | null;
}

type Drawn = Omit<ValueChain, "opened">;

type Grouping = (use: Consumption) => {
  readonly key: string;
  readonly label: string;
  readonly href: string | null;
};

interface Groupings {
  readonly capability: readonly Grouping[];
  readonly builder: readonly Grouping[];
}

/** Uses now, from capability through builder to end users; the finest grouping with at most `limit` nodes. */
export function valueChain(
  consumptions: readonly Consumption[],
  names: NamesOfThings,
  limit: number,
  opened: string | null,
): ValueChain {
  const { capability, builder } = groupings(names);
  const all = usesNow(consumptions);
  const isIn = (sides: readonly Grouping[]) => (use: Consumption) =>
    sides.some((group) => group(use).key === opened);
  const ofCapabilities = all.filter(isIn(capability));
  if (ofCapabilities.length > 0) {
    return { ...finest(names, ofCapabilities, limit, capability.slice(0, 1), builder), opened };
  }
  const ofBuilders = all.filter(isIn(builder));
  if (ofBuilders.length > 0) {
    return { ...finest(names, ofBuilders, limit, capability, builder.slice(0, 1)), opened };
  }
  return { ...finest(names, all, limit, capability, builder), opened: null };
}

/** Coarser step by step, builders first; what is still too much is folded into one node of the rest on each side. */
function finest(
  names: NamesOfThings,
  uses: readonly Consumption[],
  limit: number,
  capability: readonly Grouping[],
  builder: readonly Grouping[],
): Drawn {
  let drawn: Drawn = { nodes: [], links: [], usesCount: 0 };
  for (const left of capability) {
    for (const middle of builder) {
      drawn = draw(names, uses, left, middle);
      if (drawn.nodes.length <= limit) return drawn;
    }
  }
  return folded(drawn, limit);
}

function groupings(names: NamesOfThings): Groupings {
  const ownersLabel = (ids: readonly string[]): string =>
    ids.length === 0
      ? "no known owner"
      : listWords(ids.map((id) => names.teams.get(id)?.name ?? id));
  const capabilityOf = (use: Consumption) => names.capabilities.get(use.capabilityId);
  const componentOf = (use: Consumption): Component | undefined =>
    names.components.get(use.consumerComponentId);
  return {
    capability: [
      (use) => ({
        key: use.capabilityId,
        label: capabilityOf(use)?.name ?? use.capabilityId,
        href: routeHref("capabilities", use.capabilityId),
      }),
      (use) => {
        const label = ownersLabel(capabilityOf(use)?.ownerIds ?? []);
        return { key: `provider ${label}`, label: `by ${label}`, href: null };
      },
      (use) => {
        const label = kindWords[capabilityOf(use)?.kind ?? "library"];
        return { key: `kind ${label}`, label, href: null };
      },
    ],
    builder: [
      (use) => ({
        key: use.consumerComponentId,
        label: componentOf(use)?.name ?? use.consumerComponentId,
        href: routeHref("components", use.consumerComponentId),
      }),
      (use) => {
        const label = ownersLabel(componentOf(use)?.ownerIds ?? []);
        return { key: `team ${label}`, label, href: null };
      },
    ],
  };
}

function draw(
  names: NamesOfThings,
  uses: readonly Consumption[],
  left: Grouping,
  middle: Grouping,
): Drawn {
  const nodes = new Map<string, ChainNode>();
  const add = (side: ChainSide, key: string, label: string, href: string | null): string => {
    const id = `${side} ${key}`;
    const opens =
      href ??
      (side === "customer" ? null : routeHref("map", null, new URLSearchParams({ open: key })));
    nodes.set(id, {
      key: id,
      label,
      side,
      href: opens,
      isGroup: href === null && side !== "customer",
    });
    return id;
  };
  const flows = uses.flatMap((use) => {
    const from = left(use);
    const via = middle(use);
    const customers = names.components.get(use.consumerComponentId)?.customers ?? [];
    const source = add("capability", from.key, from.label, from.href);
    const builder = add("builder", via.key, via.label, via.href);
    const ends =
      customers.length === 0
        ? [add("customer", "unknown", "not known", null)]
        : customers.map((kind) => add("customer", kind, customerWords[kind], null));
    return [
      { source, target: builder, value: 1, id: use.id },
      ...ends.map((target) => ({ source: builder, target, value: 1 / ends.length, id: use.id })),
    ];
  });
  const links = [
    ...groupBy(flows, (flow) => `${flow.source}\u0000${flow.target}`).values(),
  ].flatMap((same): ChainLink[] => {
    const [first] = same;
    if (first === undefined) return [];
    const value = same.reduce((sum, flow) => sum + flow.value, 0);
    return [
      {
        source: first.source,
        target: first.target,
        value,
        consumptionIds: same.map((flow) => flow.id),
      },
    ];
  });
  return { nodes: [...nodes.values()], links, usesCount: uses.length };
}

/** Too many nodes even at the coarsest: the least used of each side become one node of the rest. */
function folded(chain: Drawn, limit: number): Drawn {
  const width = new Map<string, number>();
  for (const link of chain.links) {
    for (const end of [link.source, link.target])
      width.set(end, (width.get(end) ?? 0) + link.value);
  }
  const perSide = Math.max(3, Math.floor(limit / 3) - 1);
  const nodes: ChainNode[] = [];
  const standsFor = new Map<string, string>();
  for (const side of ["capability", "builder", "customer"] as const) {
    const own = chain.nodes
      .filter((node) => node.side === side)
      .sort((a, b) => (width.get(b.key) ?? 0) - (width.get(a.key) ?? 0));
    const rest = own.slice(perSide);
    nodes.push(...own.slice(0, perSide));
    if (rest.length === 0) continue;
    const key = `${side} rest`;
    nodes.push({ key, label: `${rest.length} others`, side, href: null, isGroup: true });
    for (const node of rest) standsFor.set(node.key, key);
  }
  const moved = chain.links.map((link) => ({
    ...link,
    source: standsFor.get(link.source) ?? link.source,
    target: standsFor.get(link.target) ?? link.target,
  }));
  const links = [
    ...groupBy(moved, (link) => `${link.source}\u0000${link.target}`).values(),
  ].flatMap((same): ChainLink[] => {
    const [first] = same;
    if (first === undefined) return [];
    const value = same.reduce((sum, link) => sum + link.value, 0);
    return [{ ...first, value, consumptionIds: same.flatMap((link) => link.consumptionIds) }];
  });
  return { ...chain, nodes, links };
}
