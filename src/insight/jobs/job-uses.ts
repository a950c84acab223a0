import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { keeperIdsAmong, type KeeperIds } from "#model/keepers.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";
import { defaultAdoptionOptions } from "../adoption/options.ts";
import { compareText, goneAt, mergeUses } from "../adoption/uses.ts";
import { ecosystemOf, type JobIndex } from "./job-index.ts";
import { getOrAdd, type KeptUse } from "./shares.ts";

/** A component using a solution over [from, to). */
export interface JobUse extends KeptUse {
  /** Teams and persons that own the component. */
  readonly ownerIds: readonly string[];
  readonly purl: string | null;
  readonly capabilityId: string | null;
  readonly from: number;
  /** Infinity while it lasts. */
  readonly to: number;
  readonly reason: string | null;
  readonly evidence: readonly EvidenceRef[];
}

/** Uses of one job in one ecosystem, by component, solution and start. */
export interface JobGround {
  readonly job: string;
  readonly ecosystem: string;
  readonly uses: readonly JobUse[];
}

/** Everything in use for each job and ecosystem: third-party packages and the organisation's own capabilities. */
export function usesByJob(organisation: Organisation, index: JobIndex): JobGround[] {
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const keepers = keeperIdsAmong(organisation.components);
  const grounds = new Map<string, { job: string; ecosystem: string; uses: JobUse[] }>();
  const add = (job: string, ecosystem: string, use: JobUse): void => {
    const key = `${job}\n${ecosystem}`;
    getOrAdd(grounds, key, () => ({ job, ecosystem, uses: [] })).uses.push(use);
  };
  for (const bought of organisation.thirdPartyUses) {
    const { componentId, purl, scope, from, to, evidence, isOfHelper } = bought;
    const component = components.get(componentId);
    const place = index.place(purl);
    if (component === undefined || place === null || scope === "reverse-test") continue;
    const isInProduction = scope === "runtime" || scope === "build";
    const countsIn = index.jobs.get(place.jobId)?.countsIn;
    if (countsIn === "production" && !isInProduction) continue;
    if (countsIn === "shipped" && isOfHelper === true) continue;
    add(place.jobId, ecosystemOf(purl), {
      solution: place.solution,
      componentId,
      ownerIds: component.ownerIds,
      keeperIds: keepers.of(component),
      purl,
      capabilityId: null,
      from,
      to: endOf(to, component),
      reason: place.reason,
      evidence,
    });
  }
  for (const capability of organisation.capabilities) {
    const job = jobOfCapability(capability, index);
    if (job === null) continue;
    const solution = solutionOf(capability, job, index);
    for (const use of usesOf(capability, solution, organisation, components, keepers)) {
      add(job, ecosystemOfCapability(capability), use);
    }
  }
  const ordered = [...grounds.values()].sort(
    (a, b) => compareText(a.job, b.job) || compareText(a.ecosystem, b.ecosystem),
  );
  for (const { uses } of ordered) {
    uses.sort(
      (a, b) =>
        compareText(a.componentId, b.componentId) ||
        compareText(a.solution, b.solution) ||
        compareText(a.purl ?? "", b.purl ?? "") ||
        a.from - b.from,
    );
  }
  return ordered;
}

/** The job a capability of the organisation does: as configured, else where the catalogue lists its package, else what its kind says. */
export function jobOfCapability(capability: Capability, index: JobIndex): string | null {
  if (capability.job !== null) return capability.job;
  const placed = capability.packages
    .toReversed()
    .map((purl) => index.place(purl))
    .find((place) => place !== null);
  // What gives views to draw with does that job, whatever its package is called.
  return (
    placed?.jobId ??
    (capability.kind === "ui-components" && index.jobs.has("ui-components")
      ? "ui-components"
      : null)
  );
}

/** A capability that is called rather than installed answers programs of every ecosystem. */
export function ecosystemOfCapability(capability: Capability): string {
  const newest = capability.packages.at(-1);
  return newest === undefined ? "service" : ecosystemOf(newest);
}

export function isInUse(use: JobUse, at: number): boolean {
  return use.from <= at && at < use.to;
}

/** A capability that is a plug-in or settings of a listed tool is part of that solution, not one beside it. */
function solutionOf(capability: Capability, job: string, index: JobIndex): string {
  const placed = capability.packages
    .map((purl) => index.place(purl))
    .find((place) => place?.jobId === job);
  return placed?.solution ?? capability.packages.at(-1) ?? capability.id;
}

function usesOf(
  capability: Capability,
  solution: string,
  organisation: Organisation,
  components: ReadonlyMap<string, Component>,
  keepers: KeeperIds,
): JobUse[] {
  const consumptions = organisation.consumptions.filter(
    (one) => one.capabilityId === capability.id,
  );
  const provider = capability.providerComponentId;
  const purl = capability.packages.at(-1) ?? null;
  const keepersOfId = (id: string): readonly string[] => {
    const component = components.get(id);
    return component === undefined ? [] : keepers.of(component);
  };
  return mergeUses(
    { consumptions, providerId: provider },
    components,
    organisation.asOf,
    defaultAdoptionOptions,
  ).map(({ componentId, ownerIds, from, to, consumptions: spells }) => ({
    solution,
    componentId,
    ownerIds,
    keeperIds: keepersOfId(componentId),
    purl,
    capabilityId: capability.id,
    from,
    to: to ?? Number.POSITIVE_INFINITY,
    reason: null,
    evidence: spells.at(-1)?.evidence ?? [],
  }));
}

function endOf(to: number | null, component: Component): number {
  return Math.min(to ?? Number.POSITIVE_INFINITY, goneAt(component) ?? Number.POSITIVE_INFINITY);
}
