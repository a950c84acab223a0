import { keepersOf } from "#model/keepers.ts";
import type { Answer, Unknown } from "#evidence/unknown.ts";
import { seededRandom } from "#kernel/stats-resample.ts";
import type { Capability, Component, Consumption, Organisation } from "#model/organisation.ts";
import { audienceOf, commonAudience } from "#model/audience.ts";
import { seenUntil } from "#model/data-end.ts";
import { choice } from "./choice.ts";
import { cohorts } from "./cohorts.ts";
import { consistency } from "./consistency.ts";
import { currency, versionsNow } from "./currency.ts";
import { adoptionCurve } from "./curve.ts";
import { defectionGaps, defections } from "./defections.ts";
import { eligibility, type EligibleFor } from "./eligible.ts";
import { carryOn, siblingsBuiltOn, type CarriedUses } from "./carried.ts";
import { departuresOf, endedConsumptions } from "./departures.ts";
import { leaversTo, successorsOf } from "./ends.ts";
import { isRetired, leftOf, retirementOf } from "./left.ts";
import { forecast } from "./forecast.ts";
import { defaultAdoptionOptions, type AdoptionOptions } from "./options.ts";
import { countPull, suppressPull, type ShownPull } from "./pull.ts";
import { frameworksInUse, populationOf, type Population, type TraitsOf } from "./population.ts";
import { price } from "./price.ts";
import { firstRelease, majorReleases, stableReleases } from "./releases.ts";
import type { AdoptionResult } from "./result.ts";
import { retention, retentionGaps } from "./retention.ts";
import { replacements, type InItsPlace } from "./replaced.ts";
import { reach, reuse, type Reach } from "./reuse.ts";
import type { Audience } from "#vocabulary/structure.ts";
import { onlyTested, onlyTestedFields, reverseTesters } from "./reverse-testers.ts";
import { richness } from "./richness.ts";
import { scale } from "./scale.ts";
import { alternatives, solutionsByJob, type SolutionUse } from "./solutions.ts";
import { timeToAdopt } from "./time-to-adopt.ts";
import { compareText, firstUses, mergeUses, type Use } from "./uses.ts";
import { waves } from "./waves.ts";

/** What every part reads; built once for the organisation. */
interface Ground {
  readonly organisation: Organisation;
  readonly options: AdoptionOptions;
  readonly components: ReadonlyMap<string, Component>;
  readonly capabilities: readonly Capability[];
  readonly usesOf: (capabilityId: string) => readonly Use[];
  readonly reverseTestersOf: (capabilityId: string) => number;
  readonly carried: ReadonlyMap<string, CarriedUses>;
  readonly inItsPlace: InItsPlace;
  readonly eligibleFor: EligibleFor;
  readonly traitsOf: TraitsOf;
  readonly solutions: ReadonlyMap<string, readonly SolutionUse[]>;
}

/**
 * How every capability is adopted, kept and left (docs/insights/adoption.md), by capability id. Pure and deterministic: the
 * order of the input does not matter, random draws are seeded by the capability's id.
 */
export function assessAdoption(
  organisation: Organisation,
  options: Partial<AdoptionOptions> = {},
): AdoptionResult[] {
  const ground = prepare(organisation, { ...defaultAdoptionOptions, ...options });
  const pulls = suppressPull(
    ground.capabilities.map((capability) => countPull(firstUses(ground.usesOf(capability.id)))),
    ground.options.suppressBelow,
  );
  return ground.capabilities.map((capability, index) => assess(capability, pulls[index]!, ground));
}

function prepare(organisation: Organisation, options: AdoptionOptions): Ground {
  const { asOf } = organisation;
  const components = new Map(
    organisation.components
      .toSorted((a, b) => compareText(a.id, b.id))
      .map((component) => [component.id, component]),
  );
  const capabilities = organisation.capabilities.toSorted((a, b) => compareText(a.id, b.id));
  const consumptions = new Map<string, Consumption[]>(capabilities.map(({ id }) => [id, []]));
  for (const consumption of organisation.consumptions) {
    consumptions.get(consumption.capabilityId)?.push(consumption);
  }
  const { inside } = organisation;
  const buildsOn = siblingsBuiltOn(
    [...capabilities, ...(inside?.capabilities ?? [])],
    [...organisation.consumptions, ...(inside?.consumptions ?? [])],
    components,
  );
  const carried = new Map(
    capabilities.map(({ id, providerComponentId }) => {
      const own = consumptions.get(id) ?? [];
      const stated = { consumptions: own, providerId: providerComponentId };
      const uses = mergeUses(stated, components, asOf, options);
      return [id, carryOn(uses, components, asOf, { ...options, buildsOn })];
    }),
  );
  const usesOf = (capabilityId: string): readonly Use[] => carried.get(capabilityId)?.uses ?? [];
  return {
    organisation,
    options,
    components,
    capabilities,
    usesOf,
    reverseTestersOf: reverseTesters(organisation),
    carried,
    inItsPlace: replacements({ ...organisation, capabilities }, components),
    eligibleFor: eligibility(components, asOf, options),
    traitsOf: frameworksInUse(organisation, options.packageJobs),
    solutions: solutionsByJob(
      { capabilities, usesOf, thirdPartyUses: organisation.thirdPartyUses },
      asOf,
      options,
    ),
  };
}

function assess(
  capability: Capability,
  { pull, cells }: ShownPull,
  ground: Ground,
): AdoptionResult {
  const { organisation, options, components } = ground;
  const { asOf } = organisation;
  const untilOf = (id: string): number => seenUntil(organisation, components.get(id)?.repositoryId);
  const isOlder = (id: string): boolean => untilOf(id) < asOf;
  const random = (purpose: string) => seededRandom(`${capability.id} ${purpose}`);

  const uses = ground.usesOf(capability.id);
  const firsts = firstUses(uses);
  const current = uses.filter((use) => use.to === null);
  const learnt = populationOf(
    capability,
    current.map((use) => use.componentId),
    ground,
  );
  const home = components.get(capability.providerComponentId ?? "")?.repositoryId;
  // What takes the part beside it in its own repository had nothing to choose.
  const isAtHome = (id: string): boolean =>
    home !== undefined && components.get(id)?.repositoryId === home;
  const reverseTestersCount = ground.reverseTestersOf(capability.id);
  const isOnlyTested = firsts.length === 0 && reverseTestersCount > 0;
  const eligible =
    learnt === null || isOutside(learnt, current.length, asOf) ? null : learnt.eligible;
  const reached = reach(
    eligible,
    current.map((use) => use.componentId),
    asOf,
  );
  const released = firstRelease(capability, asOf);
  const stable = stableReleases(capability, asOf);
  const withUses = ({ id }: Capability) => ({ capabilityId: id, uses: ground.usesOf(id) });
  const successors = successorsOf(capability, ground.capabilities).map(withUses);
  const renamed = new Set(successors.map(({ capabilityId }) => capabilityId));
  const others = alternatives(capability, ground.solutions, renamed);
  const retired = isRetired(capability, successors.length > 0);
  const departures = departuresOf(uses, {
    components,
    successors,
    inItsPlace: (use) => ground.inItsPlace(capability, use),
    others,
    isRetired: retired,
    within: options.substituteWithin,
    asOf,
  });
  const mandates = organisation.mandates
    .filter(({ capabilityId }) => capabilityId === capability.id)
    .sort((a, b) => a.at - b.at || compareText(a.text, b.text));
  const workarounds = organisation.workarounds.filter(
    ({ capabilityId }) => capabilityId === capability.id,
  );
  const population =
    reached && new Set([...reached.eligibleIds, ...firsts.map((u) => u.componentId)]);

  const unknowns: Unknown[] = [...cells];
  const take = <Value>(answer: Answer<Value>): Value | null => {
    if (answer.unknown) unknowns.push(answer.unknown);
    return answer.value;
  };
  const takeParts = <Value>(answer: { value: Value; unknown: Unknown[] }): Value => {
    for (const each of answer.unknown) unknowns.push(each);
    return answer.value;
  };
  for (const each of isOnlyTested ? onlyTested(reverseTestersCount) : []) unknowns.push(each);
  for (const each of eligibleUnknowns(learnt, reached?.eligibleIds.length ?? null))
    if (!isOnlyTested || !onlyTestedFields.has(each.field)) unknowns.push(each);
  const lasting = take(
    retention(
      { uses, departures, components, firstRelease: released, untilOf },
      options,
      random("retention"),
    ),
  );
  for (const each of retentionGaps(lasting, options)) unknowns.push(each);
  const defected = defections(uses, workarounds, others);
  for (const each of defectionGaps(defected)) unknowns.push(each);
  const kept = currency(capability, versionsNow(uses, asOf), stable, {
    ...options,
    asOf,
    seenUntil: (id) => (isOlder(id) ? untilOf(id) : null),
  });

  return {
    capabilityId: capability.id,
    adoptersNow: current.length,
    adoptersEver: firsts.length,
    ownersNow: ownersOf(current),
    ownersEver: ownersOf(uses),
    keepersNow: keepersOf(
      current.map(({ componentId, ownerIds }) => ({
        ownerIds,
        repositoryId: components.get(componentId)?.repositoryId ?? componentId,
      })),
    ),
    reverseTestersCount,
    olderClonesCount: current.filter((use) => isOlder(use.componentId)).length,
    eligibleCount: reached?.eligibleIds.length ?? null,
    eligible,
    eligibleType: eligible && (learnt?.types.toSorted(compareText).join(" or ") ?? null),
    audience: commonAudience(current.flatMap((use) => components.get(use.componentId) ?? [])),
    rateByAudience: rateByAudience(isOnlyTested ? null : reached, components),
    eligibleTraits: eligible === null ? [] : (learnt?.traits ?? []),
    rate:
      !isOnlyTested && reached?.eligibleIds.length
        ? reached.adopterIds.length / reached.eligibleIds.length
        : null,
    rateNumerator: isOnlyTested ? null : (reached?.adopterIds.length ?? null),
    curve: adoptionCurve(uses, eligible, asOf),
    retention: lasting,
    left: leftOf(departures, retired),
    retirement: retirementOf(departures, retired, [...renamed], current.length),
    departures,
    ended: endedConsumptions(uses, departures, ground.carried.get(capability.id)?.continuesIn),
    leaversTo: leaversTo(departures),
    timeToAdoptDays: take(timeToAdopt(firsts, components, released)),
    cohorts: cohorts(uses, asOf),
    currency: takeParts(kept),
    waves: waves({ firsts, mandates, firstRelease: released }, asOf, options, random("waves")),
    pull: take(pull),
    choice: choice(
      firsts.filter(({ componentId }) => !isAtHome(componentId)),
      others,
      options.packageJobs !== null,
    ),
    defections: defected,
    forecast: take(
      forecast({ firsts, ceiling: population?.size ?? null }, asOf, options, random("forecast")),
    ),
    reuse: isOnlyTested ? null : take(reuse(reached, components)),
    scale: take(scale(options.scale.get(capability.id))),
    consistency: take(consistency(kept.value.versionsInUse)),
    richness: takeParts(richness(capability, organisation.usedNames.get(capability.id))),
    price: takeParts(
      price(
        uses,
        majorReleases(stable),
        stable.releases.length > 0,
        options.hoursWaited === null ? null : (options.hoursWaited.get(capability.id) ?? 0),
      ),
    ),
    uses,
    unknown: unknowns,
    // That nobody uses it is seen where it is offered.
    evidence:
      uses.length === 0
        ? capability.evidence
        : uses.flatMap((use) => use.consumptions.flatMap(({ evidence }) => evidence)),
  };
}

function ownersOf(uses: readonly Use[]): number {
  return new Set(uses.flatMap((use) => use.ownerIds)).size;
}

function rateByAudience(
  reached: Reach | null,
  components: ReadonlyMap<string, Component>,
): ReadonlyMap<Audience | null, number> {
  const counts = new Map<Audience | null, { eligible: number; adopting: number }>();
  const adopting = new Set(reached?.adopterIds ?? []);
  for (const id of reached?.eligibleIds ?? []) {
    const component = components.get(id);
    const audience = component === undefined ? null : audienceOf(component);
    const known = counts.get(audience) ?? { eligible: 0, adopting: 0 };
    counts.set(audience, known);
    known.eligible++;
    if (adopting.has(id)) known.adopting++;
  }
  return new Map([...counts].map(([audience, one]) => [audience, one.adopting / one.eligible]));
}

/** No rate is of those who could use it, where those who do are others, or more. */
function isOutside(
  { outsideCount, eligible }: Population,
  adoptersNow: number,
  asOf: number,
): boolean {
  const could = eligible.countAt(asOf);
  return outsideCount > 0 || (could > 0 && adoptersNow > could);
}

const eligibleFields = ["eligibleCount", "eligibleType", "rate", "rateNumerator", "curve.eligible"];

function eligibleUnknowns(learnt: Population | null, eligibleCount: number | null): Unknown[] {
  if (learnt === null)
    return eligibleFields.map((field) => ({
      field,
      code: "eligible-unknown",
      reason: "the kind of component that it serves is unknown",
      needs: "the artefact types that it serves",
    }));
  if (eligibleCount === null)
    return eligibleFields.map((field) => ({
      field,
      code: "adopters-outside",
      reason:
        learnt.outsideCount > 0
          ? "some that use it are none of those that it is made for, and nothing is known that all of them share"
          : "more use it than it seems to be made for: most of them are of its own team, or not live",
      needs: "nothing: what it serves cannot be seen from here",
    }));
  if (eligibleCount > 0) return [];
  const reason = "no live component of another team could use it";
  return [{ field: "rate", code: "nobody-eligible", reason, needs: "a component that it serves" }];
}
