import type { Capability, Component, Organisation } from "#model/organisation.ts";
import type { Eligible } from "./eligible-without.ts";
import { isEligible, type EligibleFor } from "./eligible.ts";

/** Those that could use a capability, learnt from those that do. */
export interface Population {
  readonly eligible: Eligible;
  /** What all of them are made of: types of artefacts, any of them. */
  readonly types: readonly string[];
  /** What they have in common besides: frameworks, by purl. */
  readonly traits: readonly string[];
  /** Adopters of other teams, live, at as-of. */
  readonly adoptersCount: number;
  /** Of these the ones that are none of the eligible: nothing is known that all adopters share. */
  readonly outsideCount: number;
}

/** Uncalibrated: by chance alone all adopters share a trait this seldom, over all traits tried. */
const significance = 0.01;
const fewestAdopters = 3;

export interface PopulationGround {
  readonly organisation: Pick<Organisation, "asOf">;
  readonly components: ReadonlyMap<string, Component>;
  readonly eligibleFor: EligibleFor;
  readonly traitsOf: TraitsOf;
}

/** Packages that a component is built on, so that what is made for one of them is made for nobody else. */
export type TraitsOf = (componentId: string) => ReadonlySet<string>;

/** Frameworks in use at as-of, by component: packages whose job is to be built on. */
export function frameworksInUse(
  { thirdPartyUses, asOf }: Pick<Organisation, "thirdPartyUses" | "asOf">,
  packageJobs: ReadonlyMap<string, string> | null,
): TraitsOf {
  const none: ReadonlySet<string> = new Set();
  const found = new Map<string, Set<string>>();
  for (const { componentId, purl, scope, from, to } of thirdPartyUses) {
    const job = packageJobs?.get(purl);
    const isNow = from < asOf && (to === null || to > asOf);
    if (job === undefined || !frameworkJobs.has(job) || scope !== "runtime" || !isNow) continue;
    const own = found.get(componentId) ?? new Set<string>();
    found.set(componentId, own.add(purl));
  }
  return (id) => found.get(id) ?? none;
}

const frameworkJobs: ReadonlySet<string> = new Set(["web-framework", "ui-framework"]);

export interface PopulationGround {
  readonly components: ReadonlyMap<string, Component>;
  readonly eligibleFor: EligibleFor;
  readonly traitsOf: TraitsOf;
}

/**
 * Starts from what the kind of capability serves. Where adopters lie outside, it is the commonest type of its ecosystem that all of
 * them have; where all build on a framework, and chance does not explain that, only who builds on it could use the capability.
 */
export function populationOf(
  capability: Capability,
  adopterIds: readonly string[],
  { components, eligibleFor, traitsOf, organisation: { asOf } }: PopulationGround,
): Population | null {
  if (capability.serves === null) return null;
  const typesOf = (id: string): ReadonlySet<string> =>
    new Set(
      (components.get(id)?.artefacts ?? []).flatMap(({ type, from, to }) =>
        from <= asOf && (to === null || to > asOf) ? type : [],
      ),
    );
  const adopters = adopterIds.filter((id) => eligibleFor.isOpen(capability, id));
  const served = (types: readonly string[]): Population => {
    const eligible = eligibleFor.having(capability, types);
    const outsideCount = adopters.filter((id) => !isEligible(eligible, id, asOf)).length;
    return { eligible, types, traits: [], adoptersCount: adopters.length, outsideCount };
  };
  const usual = served(capability.serves);
  const learnt =
    usual.outsideCount === 0
      ? usual
      : (sharedType(capability, adopters, typesOf, asOf, served) ?? usual);
  return learnt.outsideCount > 0 ? learnt : narrowed(learnt, adopters, traitsOf, asOf);
}

/** The population of the commonest type of its own ecosystem that all adopters have; null where there is none. */
function sharedType(
  { serves }: Capability,
  adopters: readonly string[],
  typesOf: TraitsOf,
  asOf: number,
  served: (types: readonly string[]) => Population,
): Population | null {
  if (adopters.length < fewestAdopters) return null;
  const ecosystem = /^[a-z]{1,20}-/.exec(serves?.[0] ?? "")?.[0] ?? "";
  const found = sharedBy(adopters, typesOf)
    .filter((type) => type.startsWith(ecosystem) && serves?.includes(type) !== true)
    .map((type) => served([type]))
    .filter(({ outsideCount }) => outsideCount === 0)
    .sort((a, b) => b.eligible.countAt(asOf) - a.eligible.countAt(asOf));
  return found[0] ?? null;
}

function sharedBy(adopters: readonly string[], traitsOf: TraitsOf): string[] {
  const [first = "", ...others] = adopters;
  return [...traitsOf(first)].filter((trait) => others.every((id) => traitsOf(id).has(trait)));
}

function narrowed(
  population: Population,
  adopters: readonly string[],
  traitsOf: TraitsOf,
  asOf: number,
): Population {
  if (adopters.length < fewestAdopters) return population;
  const { eligible } = population;
  const could = [...eligible.keys()].filter((id) => isEligible(eligible, id, asOf));
  const shared = sharedBy(adopters, traitsOf);
  const counted = shared
    .map((trait) => ({
      trait,
      share: could.filter((id) => traitsOf(id).has(trait)).length / could.length,
    }))
    .filter(({ share }) => share ** adopters.length * shared.length < significance)
    .sort((a, b) => a.share - b.share || (a.trait < b.trait ? -1 : 1));
  const [rarest] = counted;
  if (rarest === undefined) return population;
  const has = (id: string): boolean => traitsOf(id).has(rarest.trait);
  return { ...population, traits: [rarest.trait], eligible: eligible.only(has) };
}
