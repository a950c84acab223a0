import { append } from "#kernel/lists-by-key.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { CodeSize } from "#model/code-sizes.ts";
import { isCode, isSoftware } from "#model/offer-kinds.ts";
import type { Capability, Consumption, Organisation } from "#model/organisation.ts";
import { defaultLayersOptions, type LayersOptions } from "./options.ts";
import type { Layer, LayersResult, WrapperChain } from "./result.ts";

/** What is known of components, by id. */
export interface LayersGround {
  readonly sizes: ReadonlyMap<string, CodeSize>;
  /** Those judged to be products. */
  readonly productIds: ReadonlySet<string>;
}

/** Capabilities laid over others, those that add little, and chains of them. */
export function assessLayers(
  organisation: Organisation,
  { sizes, productIds }: LayersGround,
  options: LayersOptions = defaultLayersOptions,
): LayersResult {
  const current = organisation.consumptions.filter(
    ({ to, from, scope }) =>
      scope === "runtime" &&
      from.at < organisation.asOf &&
      (to === null || to.at > organisation.asOf),
  );
  const programs = programsIn(organisation, productIds);
  const layers = layersOf({ ...organisation, programs }, current, sizes, options);
  const wrapping = layers.filter((one) => one.isThin === true || one.isNamedWrapper);
  const paths = longestPaths(wrapping);
  const chains = paths
    .filter((path) => path.length > options.chain)
    .map((path): WrapperChain => {
      const top = path[0] ?? "";
      const users = current.filter((one) => one.capabilityId === top);
      return {
        capabilityIds: path,
        wrappersCount: path.length - 1,
        consumerIds: [...new Set(users.map((one) => one.consumerComponentId))].sort(),
      };
    });
  const inUse = new Set(current.map((one) => one.capabilityId));
  const bottoms = new Set(chains.map(({ capabilityIds }) => capabilityIds.at(-1) ?? ""));
  return {
    layers,
    chains,
    inUseCount: inUse.size,
    chainedCount: [...bottoms].filter((id) => inUse.has(id)).length,
    deepestCount: Math.max(0, ...longestPaths(layers).map((path) => path.length)),
    unknown: layers.flatMap(gapsOf),
  };
}

/** Services and APIs; and a product's package that is not built to be installed, and that nobody ever used. */
function programsIn(
  { capabilities, components, consumptions }: Organisation,
  productIds: ReadonlySet<string>,
): ReadonlySet<string> {
  const used = new Set(
    consumptions.filter(({ scope }) => scope !== "reverse-test").map((one) => one.capabilityId),
  );
  const installable = new Set(
    components
      .filter(({ surface }) => surface.some(({ mark }) => mark === "library-shape"))
      .map(({ id }) => id),
  );
  return new Set(
    capabilities
      .filter(({ id, kind, providerComponentId: provider }) => {
        if (kind === "service" || kind === "api") return true;
        return (
          provider !== null &&
          productIds.has(provider) &&
          !installable.has(provider) &&
          !used.has(id)
        );
      })
      .map(({ id }) => id),
  );
}

function layersOf(
  organisation: Organisation & { readonly programs: ReadonlySet<string> },
  current: readonly Consumption[],
  sizes: ReadonlyMap<string, CodeSize>,
  options: LayersOptions,
): Layer[] {
  const byId = new Map(organisation.capabilities.map((one) => [one.id, one]));
  const byProvider = new Map<string, Capability[]>();
  for (const capability of organisation.capabilities) {
    const { providerComponentId } = capability;
    if (providerComponentId === null || !isSoftware(capability.kind)) continue;
    append(byProvider, providerComponentId, capability);
  }
  const wrappers = new Set(
    organisation.workarounds
      .filter((one) => one.kind === "wrapper")
      .map((one) => `${one.componentId}\n${one.capabilityId}`),
  );
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  const found = new Map<string, Layer>();
  for (const use of current) {
    const over = byId.get(use.capabilityId);
    if (over === undefined || !isSoftware(over.kind)) continue;
    for (const upper of byProvider.get(use.consumerComponentId) ?? []) {
      if (upper.providerComponentId === over.providerComponentId) continue;
      // A program that uses a library is not laid over it.
      if (organisation.programs.has(upper.id) && isCode(over.kind)) continue;
      const isNamedWrapper = wrappers.has(`${use.consumerComponentId}\n${over.id}`);
      const mentioned = organisation.usedNames.get(over.id)?.get(use.consumerComponentId);
      const layer = describe(upper, over, use, sizes, isNamedWrapper, mentioned, options);
      const isAcrossOwners = areOwnersApart(upper, over, repositoryOf);
      const key = `${upper.id}\n${over.id}`;
      if (!found.has(key)) found.set(key, { ...layer, isAcrossOwners });
    }
  }
  return [...found.values()].sort(
    (a, b) => compare(a.capabilityId, b.capabilityId) || compare(a.overId, b.overId),
  );
}

/** Kept by different teams; no, where neither has an owner and both lie in one repository; null: an owner is not known. */
function areOwnersApart(
  upper: Capability,
  over: Capability,
  repositoryOf: ReadonlyMap<string, string>,
): boolean | null {
  if (upper.ownerIds.some((id) => over.ownerIds.includes(id))) return false;
  if (upper.ownerIds.length > 0 && over.ownerIds.length > 0) return true;
  if (upper.ownerIds.length + over.ownerIds.length > 0) return null;
  const repository = repositoryOf.get(upper.providerComponentId ?? "");
  const isTogether =
    repository !== undefined && repository === repositoryOf.get(over.providerComponentId ?? "");
  return isTogether ? false : null;
}

function describe(
  upper: Capability,
  over: Capability,
  use: Consumption,
  sizes: ReadonlyMap<string, CodeSize>,
  isNamedWrapper: boolean,
  mentioned: ReadonlySet<string> | undefined,
  { thinFiles, thinNames, forwarded }: LayersOptions,
): Omit<Layer, "isAcrossOwners"> {
  const filesCount = sizes.get(upper.providerComponentId ?? "")?.filesCount ?? 0;
  const overFilesCount = sizes.get(over.providerComponentId ?? "")?.filesCount ?? null;
  const namesCount = upper.exports?.names.length ?? null;
  const overNamesCount = over.exports?.names.length ?? null;
  const isSmall =
    overFilesCount === null || overFilesCount === 0 || filesCount === 0
      ? null
      : filesCount <= thinFiles * overFilesCount;
  const isNarrow =
    namesCount === null || overNamesCount === null || overNamesCount === 0
      ? null
      : namesCount <= thinNames * overNamesCount;
  const mentionedCount = mentioned?.size ?? null;
  const isForwarding =
    mentionedCount === null || namesCount === null || namesCount === 0
      ? null
      : mentionedCount >= forwarded * namesCount;
  const signs = [isSmall, isNarrow, isForwarding];
  const thin = signs.includes(false) ? false : signs.includes(null) ? null : true;
  return {
    capabilityId: upper.id,
    overId: over.id,
    filesCount,
    overFilesCount,
    namesCount,
    overNamesCount,
    mentionedCount,
    isNamedWrapper,
    isThin: thin,
    text: `${upper.name}, ${String(filesCount)} files and ${namesCount === null ? "unknown" : String(namesCount)} names, over ${over.name}, ${overFilesCount === null ? "unknown" : String(overFilesCount)} files and ${overNamesCount === null ? "unknown" : String(overNamesCount)} names`,
    evidence: use.evidence.slice(0, 3),
  };
}

/** From every capability that nothing is laid over down to the bottom, the longest way; circles end where they close. */
function longestPaths(layers: readonly Pick<Layer, "capabilityId" | "overId">[]): string[][] {
  const below = new Map<string, string[]>();
  for (const { capabilityId, overId } of layers) append(below, capabilityId, overId);
  const lower = new Set(layers.map((one) => one.overId));
  const known = new Map<string, string[]>();
  const longest = (id: string, open: ReadonlySet<string>): string[] => {
    const ready = known.get(id);
    if (ready !== undefined) return ready;
    let best: string[] = [];
    for (const next of below.get(id) ?? []) {
      if (open.has(next)) continue;
      const path = longest(next, new Set([...open, next]));
      if (path.length > best.length) best = path;
    }
    const path = [id, ...best];
    known.set(id, path);
    return path;
  };
  const tops = [...below.keys()].filter((id) => !lower.has(id));
  // Where everything stands in a circle there is no top: any will do.
  return (tops.length > 0 ? tops : [...below.keys()].slice(0, 1)).map((id) =>
    longest(id, new Set([id])),
  );
}

function gapsOf(layer: Layer, index: number): Unknown[] {
  const why = {
    overFilesCount: [
      "provider-not-read",
      "the repository that makes it is not among those read",
      "a clone of its repository",
    ],
    namesCount: [
      "exports-unknown",
      "what it exports cannot be seen",
      "exported names that can be read",
    ],
    overNamesCount: [
      "exports-unknown",
      "what it exports cannot be seen",
      "exported names that can be read",
    ],
    mentionedCount: [
      "uses-unseen",
      "which names of the other its code mentions cannot be seen",
      "exported names that can be read",
    ],
    isAcrossOwners: [
      "owner-unknown",
      "who keeps it, or what it is laid over, is not known",
      "an owner of both, in CODEOWNERS or a catalogue",
    ],
    isThin: [
      "size-unknown",
      "its size or names, or those of what it is laid over, are not known",
      "clones of both, with names that can be read",
    ],
  } as const;
  return (
    [
      "overFilesCount",
      "namesCount",
      "overNamesCount",
      "mentionedCount",
      "isAcrossOwners",
      "isThin",
    ] as const
  )
    .filter((field) => layer[field] === null)
    .map((field) => ({
      field: `layers.${String(index)}.${field}`,
      code: why[field][0],
      reason: why[field][1],
      needs: why[field][2],
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
