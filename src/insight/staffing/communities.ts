import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { seededRandom, type Random } from "#kernel/stats-resample.ts";

/** Its types put the function below `default`; the CommonJS module is the function. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed for another module system than it is written in
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Provider → the consumers that build on it. */
export type Builders = ReadonlyMap<string, readonly string[]>;

export interface Communities {
  /** Largest first, members sorted. */
  readonly groups: readonly (readonly string[])[];
  readonly modularity: number;
  /** Share of graphs with the same degrees, otherwise random, that fall apart at least as well. */
  readonly pValue: number;
}

/** Of fewer no groups can be told. */
export const leastProviders = 4;

const rewirings = 99;
const swapsPerEdge = 10;

/**
 * Groups of providers with like consumers: Louvain (Blondel et al. 2008) over the graph of providers, where a consumer that
 * builds on k of them adds 1 ÷ (k − 1) between each pair (Newman 2001). Random graphs have communities too (Guimerà et al.
 * 2004), so the modularity is compared with that of graphs rewired by swaps that keep every degree. Equal input, equal groups.
 */
export function findCommunities(builders: Builders): Communities | null {
  const edges = edgesOf(builders);
  const providers = [...builders.keys()].sort();
  if (providers.length < leastProviders) return null;
  const found = partition(providers, edges);
  if (found === null || found.groups.length < 2) return null;
  const random = seededRandom("communities: rewiring");
  let asGood = 0;
  for (let time = 0; time < rewirings; time++) {
    const other = partition(providers, rewired(edges, random));
    if (other !== null && other.modularity >= found.modularity - 1e-9) asGood += 1;
  }
  return { ...found, pValue: (1 + asGood) / (1 + rewirings) };
}

type Edge = readonly [consumer: string, provider: string];

function edgesOf(builders: Builders): Edge[] {
  return [...builders]
    .flatMap(([provider, consumers]) => consumers.map((one): Edge => [one, provider]))
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
}

function partition(
  providers: readonly string[],
  edges: readonly Edge[],
): { readonly groups: readonly (readonly string[])[]; readonly modularity: number } | null {
  const graph = new UndirectedGraph();
  for (const provider of providers) graph.addNode(provider);
  const byConsumer = new Map<string, string[]>();
  for (const [consumer, provider] of edges) {
    const list = byConsumer.get(consumer);
    if (list === undefined) byConsumer.set(consumer, [provider]);
    else list.push(provider);
  }
  for (const list of byConsumer.values()) {
    list.forEach((one, index) => {
      for (const other of list.slice(index + 1)) {
        graph.updateUndirectedEdge(one, other, (attributes) => ({
          weight: Number(attributes["weight"] ?? 0) + 1 / (list.length - 1),
        }));
      }
    });
  }
  if (graph.size === 0) return null;
  const { communities, modularity } = louvain.detailed(graph, {
    getEdgeWeight: "weight",
    rng: seededRandom("communities: louvain"),
  });
  const groups = new Map<number, string[]>();
  for (const provider of providers) {
    const community = communities[provider] ?? -1;
    const list = groups.get(community);
    if (list === undefined) groups.set(community, [provider]);
    else list.push(provider);
  }
  return {
    groups: [...groups.values()].sort(
      (a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1),
    ),
    modularity,
  };
}

/** The same number of builders for each provider and of providers for each builder, else at random. */
function rewired(edges: readonly Edge[], random: Random): Edge[] {
  const list = [...edges];
  const present = new Set(list.map(([consumer, provider]) => `${consumer}\n${provider}`));
  for (let swap = 0; swap < swapsPerEdge * list.length; swap++) {
    const at = Math.floor(random() * list.length);
    const second = Math.floor(random() * list.length);
    const [one, other] = [list[at], list[second]];
    if (one === undefined || other === undefined || one[0] === other[0] || one[1] === other[1])
      continue;
    const crossed: readonly Edge[] = [
      [one[0], other[1]],
      [other[0], one[1]],
    ];
    const keys = crossed.map(([consumer, provider]) => `${consumer}\n${provider}`);
    if (keys.some((key) => present.has(key))) continue;
    present.delete(`${one[0]}\n${one[1]}`);
    present.delete(`${other[0]}\n${other[1]}`);
    for (const key of keys) present.add(key);
    list[at] = crossed[0]!;
    list[second] = crossed[1]!;
  }
  return list;
}
