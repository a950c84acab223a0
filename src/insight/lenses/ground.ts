import { some } from "#kernel/phrases.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import type { Automation } from "#model/automation.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import { keepersOf, ownersKnownOf, type Keepers } from "#model/keepers.ts";
import type { BotDayOf, MainlineChangeOf } from "#model/mainline-changes.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";
import type { Sweep } from "#model/sweeps.ts";
import { isIndividual } from "#model/owner-register.ts";
import type { OwnersKnown } from "#vocabulary/structure.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { DocumentationResult } from "../documentation/result.ts";
import type { RankedClass } from "../duplication/between-owners.ts";
import type { JobResult } from "../jobs/result.ts";
import type { SharedRisk } from "../shared-risk/result.ts";
import type { FindingResult } from "../usability/assess-usability.ts";
import type { WorkCosts } from "./work-costs.ts";

export interface PlatformLensInput {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  readonly documentation: readonly DocumentationResult[];
  /** Null: code was not compared. */
  readonly clones: readonly RankedClass[] | null;
  readonly risks: readonly SharedRisk[];
  /** Runtimes that get security fixes for less than a year yet. */
  readonly ending: readonly SharedRisk[];
  /** Null: none were fed in. */
  readonly requests: readonly DemandRequest[] | null;
  /** What users stumbled over, the worst first. */
  readonly findings: readonly FindingResult[];
  /** Versions that lock files fixed, over time. */
  readonly locked: readonly LockedUse[];
  /** By component: changes by people in the last four quarters. */
  readonly changes: ReadonlyMap<string, number>;
  /** What came into a repository together with a version, and who wrote it. */
  readonly changeOf: MainlineChangeOf;
  readonly isBotDay: BotDayOf;
  readonly costs: WorkCosts;
  /** In the last three years, the latest first. */
  readonly sweeps: readonly Sweep[];
  readonly automation: Automation;
  /** By repository: changes of its mainline by people in the last twelve months. */
  readonly repositoryChanges: ReadonlyMap<string, number>;
  /** Requests after this are not there yet, seconds since the epoch. */
  readonly asked: number;
  /** Where the data ends, seconds since the epoch. */
  readonly until: number;
}

/** What every kind of proposal looks up; built once. */
export interface Ground extends PlatformLensInput {
  readonly components: ReadonlyMap<string, Component>;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly adoptionOf: ReadonlyMap<string, AdoptionResult>;
  readonly ownersKnown: OwnersKnown;
  /** Start of the last year of data. */
  readonly yearAgo: number;
}

const year = 365 * 86_400;

export function groundOf(input: PlatformLensInput): Ground {
  const { components, capabilities } = input.organisation;
  return {
    ...input,
    components: new Map(components.map((one) => [one.id, one])),
    capabilities: new Map(capabilities.map((one) => [one.id, one])),
    adoptionOf: new Map(input.adoption.map((one) => [one.capabilityId, one])),
    ownersKnown: ownersKnownOf(components),
    yearAgo: input.until - year,
  };
}

/** What nobody should be told to take up, to wait for, or to talk about. */
export function isRetired(
  { lifecycle }: Capability,
  adoption: AdoptionResult | undefined,
): boolean {
  return (
    lifecycle === "deprecated" ||
    lifecycle === "archived" ||
    (adoption !== undefined && adoption.retirement !== null)
  );
}

/** Is the component somebody else's than the capability: of another repository, and of no owner of its provider? */
export function isOthers(
  component: Component | undefined,
  capability: Capability,
  ground: Pick<Ground, "components">,
): component is Component {
  const own = ownersOf(capability, ground);
  return (
    isElsewhere(component, capability, ground) && !component.ownerIds.some((id) => own.has(id))
  );
}

/** Does it stand in another repository? Its upgrades are work of their own, whoever owns it. */
export function isElsewhere(
  component: Component | undefined,
  { providerComponentId }: Capability,
  { components }: Pick<Ground, "components">,
): component is Component {
  const provider = components.get(providerComponentId ?? "");
  return component !== undefined && component.repositoryId !== provider?.repositoryId;
}

function ownersOf(
  { ownerIds, providerComponentId }: Capability,
  { components }: Pick<Ground, "components">,
): ReadonlySet<string> {
  return new Set([...ownerIds, ...(components.get(providerComponentId ?? "")?.ownerIds ?? [])]);
}

/** Who would feel it: teams where all of these have one, else repositories, so that nobody is left out of the count. */
export function reachOf(ids: Iterable<string>, { components, ownersKnown }: Ground): Keepers {
  const meant = [...ids].flatMap((id) => components.get(id) ?? []);
  const isKnown = ownersKnown === "mostly" && meant.every(isOwned);
  if (isKnown) return keepersOf(meant);
  return { count: new Set(meant.map((one) => one.repositoryId)).size, unit: "repository" };
}

function isOwned({ ownerIds }: Component): boolean {
  return ownerIds.some((id) => !isIndividual(id));
}

/** By name; what stands inside a repository with that: many call a part `app`. */
export function componentNames(
  ids: readonly string[],
  { components }: Pick<Ground, "components">,
  most: number,
): string {
  return some(
    ids.map((id) => {
      const one = components.get(id);
      if (one === undefined) return id;
      const home = lastPart(one.repositoryId);
      return one.path === "." || one.name.includes("/") ? one.name : `${one.name} of ${home}`;
    }),
    most,
  );
}

/** What a path, or the id of a repository, ends in. */
export function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(":")) + 1);
}

/** Everything after the last slash of a name that a registry or host qualifies. */
export function shortName({ name }: { readonly name: string }): string {
  return name.startsWith("@") ? name : (name.split("/").at(-1) ?? name);
}
