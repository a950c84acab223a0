import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";
import type { ChainLink, ChainNode, ValueChain } from "./value-chain-model.ts";

type NodeDatum = ChainNode;
type LinkDatum = Pick<ChainLink, "consumptionIds">;
export type PlacedNode = SankeyNode<NodeDatum, LinkDatum>;
export type PlacedLink = SankeyLink<NodeDatum, LinkDatum>;

const columns = { capability: 0, builder: 1, customer: 2 } as const;

export interface ChainLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly pathOf: (link: PlacedLink) => string;
  /** Pixels right of a builder that its words have to themselves: what it carries on begins beyond; 0 where there is no room. */
  readonly wordsRoom: number;
  readonly height: number;
}

/** Words at both sides stand outside the bars, off the ribbons: room for them, in pixels. */
const margins = {
  wide: { capability: 224, customer: 136 },
  narrow: { capability: 94, customer: 96 },
} as const;

/** From this width on the ribbons leave the words of builders alone. */
const roomForWords = 900;
const builderWords = 208;

export const isNarrow = (width: number): boolean => width < 600;

/** Positions for a picture of this width; every label gets at least a line of its own. */
export function layoutChain(chain: ValueChain, width: number): ChainLayout {
  const perColumn = Object.keys(columns).map(
    (side) => chain.nodes.filter((node) => node.side === side).length,
  );
  const height = Math.max(260, Math.max(...perColumn) * 27);
  const margin = isNarrow(width) ? margins.narrow : margins.wide;
  const layout = sankey<NodeDatum, LinkDatum>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => columns[node.side])
    .nodeWidth(8)
    .nodeSort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .nodePadding(16)
    .extent([
      [margin.capability, 10],
      [width - margin.customer, height - 10],
    ]);
  const placed = layout({
    nodes: chain.nodes.map((node) => ({ ...node })),
    links: chain.links.map((link) => ({ ...link })),
  });
  const wordsRoom = width < roomForWords ? 0 : builderWords;
  const path = sankeyLinkHorizontal<NodeDatum, LinkDatum>().source(({ source, y0 = 0 }) => {
    if (typeof source !== "object") return [0, y0];
    return [(source.x1 ?? 0) + (source.side === "builder" ? wordsRoom : 0), y0];
  });
  return { ...placed, pathOf: (link) => path(link) ?? "", wordsRoom, height };
}
