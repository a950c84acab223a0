import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { audienceOf, isOfAudience } from "#model/audience.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { isEligible } from "../adoption/eligible.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Use } from "../adoption/uses.ts";
import { isRetired } from "../lenses/ground.ts";
import type { ConversationKind } from "#vocabulary/proposals.ts";

const year = 365.25 * 86_400;
/** Uses that ended longer ago are nobody's memory. */
const rememberedYears = 2;
/** Only what most of those use who could makes its absence telling. */
const widelyUsed = { rate: 0.5, owners: 3 };

export interface Sign {
  readonly kind: ConversationKind;
  readonly teamId: string;
  readonly capabilityId: string;
  /** What did it: a component, or what it keeps instead. */
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
  /** Of a leaver: it left together with others, so that nobody of the team need have decided it. */
  readonly sweep?: Sweep;
}

/** The same use ended in many repositories within days: one decision, whoever took it. */
export interface Sweep {
  readonly repositoriesCount: number;
  /** From the first of these ends to the last, whole days. */
  readonly days: number;
}

/** Uncalibrated: fewer repositories, or further apart, may have come to the same by themselves. */
const sweepRepositories = 3;
const sweepSeconds = 7 * 86_400;

/** Every sign that a team has something to tell about a capability of somebody else. */
export function signsOf(organisation: Organisation, adoption: readonly AdoptionResult[]): Sign[] {
  const isTeam = new Set(organisation.teams.flatMap((one) => (one.kind === "team" ? one.id : [])));
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const capabilities = new Map(organisation.capabilities.map((one) => [one.id, one]));
  const since = organisation.asOf - rememberedYears * year;
  return adoption.flatMap((result): Sign[] => {
    const capability = capabilities.get(result.capabilityId);
    // What is given up is nobody's to judge any more.
    if (capability === undefined || isRetired(capability, result)) return [];
    const own = new Set(capability.ownerIds);
    const sign = (
      kind: ConversationKind,
      componentId: string,
      text: string,
      evidence: readonly EvidenceRef[],
      sweep: Sweep | null = null,
    ): Sign[] =>
      (components.get(componentId)?.ownerIds ?? [])
        .filter((owner) => isTeam.has(owner) && !own.has(owner))
        .map((teamId) => ({
          kind,
          teamId,
          capabilityId: capability.id,
          text,
          evidence,
          ...(sweep === null ? {} : { sweep }),
        }));
    const nameOf = (id: string): string => components.get(id)?.name ?? id;
    const current = result.uses.filter((use) => use.to === null);
    const using = new Set(current.map((use) => use.componentId));
    const left = result.departures
      .filter(({ isLoss, use }) => isLoss && use.to !== null && use.to >= since)
      .map(({ use }) => use);
    return [
      ...left.flatMap((use) =>
        sign(
          "leaver",
          use.componentId,
          nameOf(use.componentId),
          use.consumptions.at(-1)?.evidence.slice(-1) ?? [],
          sweepAround(use, result.departures, components),
        ),
      ),
      ...result.defections.flatMap((one) =>
        sign(
          "defector",
          one.componentId,
          `${nameOf(one.componentId)} (${one.text})`,
          one.evidence.slice(0, 1),
        ),
      ),
      ...nonAdopters(result, organisation.asOf, using, components).flatMap((id) =>
        sign("non-adopter", id, nameOf(id), components.get(id)?.evidence.slice(0, 1) ?? []),
      ),
      ...current.flatMap((use) =>
        sign(
          "heaviest-user",
          use.componentId,
          nameOf(use.componentId),
          use.consumptions[0]?.evidence.slice(0, 1) ?? [],
        ),
      ),
    ];
  });
}

/** Ends of the same use within a week of this one, in repositories of more than one owner; null where they are few. */
function sweepAround(
  { to }: Use,
  departures: AdoptionResult["departures"],
  components: ReadonlyMap<string, Component>,
): Sweep | null {
  if (to === null) return null;
  const near = departures
    .map(({ use }) => use)
    .filter((use) => use.to !== null && Math.abs(use.to - to) <= sweepSeconds);
  const consumers = near.flatMap(({ componentId }) => components.get(componentId) ?? []);
  const repositoriesCount = new Set(consumers.map((one) => one.repositoryId)).size;
  // All of one team's repositories at once is that team's own decision.
  const ownersCount = new Set(consumers.flatMap(({ ownerIds }) => ownerIds)).size;
  if (repositoriesCount < sweepRepositories || ownersCount < 2) return null;
  const ends = near.flatMap((use) => use.to ?? []);
  return {
    repositoriesCount,
    days: Math.ceil((Math.max(...ends) - Math.min(...ends)) / 86_400),
  };
}

/** Who could use what most others use, and never did. */
function nonAdopters(
  { rate, ownersNow, uses, eligible, audience, rateByAudience }: AdoptionResult,
  asOf: number,
  using: ReadonlySet<string>,
  components: ReadonlyMap<string, Component>,
): string[] {
  if (eligible === null || rate === null || rate < widelyUsed.rate || ownersNow < widelyUsed.owners)
    return [];
  const ever = new Set(uses.map((use) => use.componentId));
  return [...eligible.keys()].filter((id) => {
    const component = components.get(id);
    return (
      component !== undefined &&
      isOfAudience(component, audience) &&
      (rateByAudience.get(audienceOf(component)) ?? 0) >= widelyUsed.rate &&
      !ever.has(id) &&
      !using.has(id) &&
      isEligible(eligible, id, asOf - 1)
    );
  });
}
