import type { Report } from "#sections/report.ts";
import { Random } from "../clone-recall/random.ts";
import { baseName, type Edge, type Tolerated } from "./inputs.ts";

type UsesOfReport = Pick<Report, "components" | "capabilities" | "consumptions">;

/** A use of another repository's capability that is shown as going on. */
export interface ShownUse {
  readonly consumer: string;
  readonly consumerPath: string;
  readonly provider: string;
  readonly capability: string;
  readonly packages: readonly string[];
  readonly via: "declared" | "service";
  readonly scope: string;
  readonly since: string;
  readonly evidenceIds: readonly string[];
}

export interface WantedUse {
  readonly consumer: string;
  readonly provider: string;
  /** Kinds of `via`, as the edges name them. */
  readonly kinds: readonly string[];
  readonly isFound: boolean;
}

export interface FurtherUse {
  readonly consumer: string;
  readonly provider: string;
  readonly capabilities: readonly string[];
}

export interface UseScore {
  readonly wanted: readonly WantedUse[];
  /** Shown as declared, and neither wanted nor tolerated. */
  readonly further: readonly FurtherUse[];
  /** Pairs of repositories shown as declared. */
  readonly shownCount: number;
}

/** Uses between two repositories that go on at the report's day; tests of the consumer by the provider count nowhere. */
export function shownUses(report: UsesOfReport): ShownUse[] {
  const components = new Map(report.components.map((one) => [one.id, one]));
  const capabilities = new Map(report.capabilities.map((one) => [one.id, one]));
  return report.consumptions.flatMap((use): ShownUse[] => {
    if (use.to !== null || use.scope === "reverse-test") return [];
    const capability = capabilities.get(use.capabilityId);
    const provider = components.get(capability?.providerComponentId ?? "");
    const consumer = components.get(use.consumerComponentId);
    if (capability === undefined || provider === undefined || consumer === undefined) return [];
    const pair = {
      consumer: baseName(consumer.repositoryId),
      provider: baseName(provider.repositoryId),
    };
    if (pair.consumer === pair.provider) return [];
    return [
      {
        ...pair,
        consumerPath: consumer.path,
        capability: capability.name,
        packages: capability.packages,
        via: use.via,
        scope: use.scope,
        since: use.from,
        evidenceIds: use.evidenceIds,
      },
    ];
  });
}

export function scoreUses(
  shown: readonly ShownUse[],
  edges: readonly Edge[],
  tolerated: readonly Tolerated[],
): UseScore {
  const kinds = wantedKinds(edges);
  const known = new Set([...kinds.keys(), ...tolerated.map(pairOf)]);
  const declared = new Map<string, ShownUse[]>();
  for (const use of shown) {
    if (use.via !== "declared") continue;
    declared.set(pairOf(use), [...(declared.get(pairOf(use)) ?? []), use]);
  }
  return {
    wanted: [...kinds].sort(byPair).map(([pair, of]) => {
      return { ...endsOf(pair), kinds: [...of].sort(), isFound: declared.has(pair) };
    }),
    further: [...declared]
      .filter(([pair]) => !known.has(pair))
      .sort(byPair)
      .map(([pair, uses]) => ({
        ...endsOf(pair),
        capabilities: [...new Set(uses.map(({ capability }) => capability))].sort(),
      })),
    shownCount: declared.size,
  };
}

/** Pairs of repositories wanted and found, by each kind of use that an edge names for them. */
export function byKind(
  wanted: readonly WantedUse[],
): Map<string, { readonly found: number; readonly wanted: number }> {
  const counts = new Map<string, { readonly found: number; readonly wanted: number }>();
  for (const kind of [...new Set(wanted.flatMap(({ kinds }) => kinds))].sort()) {
    const of = wanted.filter(({ kinds }) => kinds.includes(kind));
    counts.set(kind, { found: of.filter(({ isFound }) => isFound).length, wanted: of.length });
  }
  return counts;
}

const otherNames = new Map([
  ["action", "actions"],
  ["image", "docker"],
  ["pypi", "pip"],
]);

/** One word for what the edges of several organisations call differently. */
export function withCommonKinds(wanted: readonly WantedUse[]): WantedUse[] {
  return wanted.map((one) => ({
    ...one,
    kinds: [...new Set(one.kinds.map((kind) => otherNames.get(kind) ?? kind))],
  }));
}

/** Shown uses whose pair of repositories is neither wanted nor tolerated: `count` at random, or all where they are fewer. */
export function drawFurther(
  shown: readonly ShownUse[],
  edges: readonly Edge[],
  tolerated: readonly Tolerated[],
  { count, seed }: { readonly count: number; readonly seed: number },
): { readonly drawn: readonly ShownUse[]; readonly of: number } {
  const known = new Set([...wantedKinds(edges).keys(), ...tolerated.map(pairOf)]);
  const further = shown
    .filter((use) => !known.has(pairOf(use)))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return { drawn: new Random(seed).shuffle(further).slice(0, count), of: further.length };
}

function wantedKinds(edges: readonly Edge[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (!edge.current) continue;
    const of = kinds.get(pairOf(edge)) ?? new Set();
    of.add(edge.via.split(":", 1)[0] ?? edge.via);
    kinds.set(pairOf(edge), of);
  }
  return kinds;
}

function pairOf({ consumer, provider }: Tolerated): string {
  return `${baseName(consumer)} ${baseName(provider)}`;
}

/** Names of repositories hold no blanks. */
function endsOf(pair: string): { consumer: string; provider: string } {
  const [consumer = "", provider = ""] = pair.split(" ");
  return { consumer, provider };
}

function byPair([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sortKey(use: ShownUse): string {
  return [use.consumer, use.consumerPath, use.provider, use.capability, use.via, use.since].join(
    " ",
  );
}
