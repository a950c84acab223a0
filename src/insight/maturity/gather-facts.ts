import { firstUses } from "../adoption/uses.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { DeliveryResult } from "../delivery/result.ts";
import type { DocumentationResult } from "../documentation/result.ts";
import type { ExperienceResult } from "../experience/result.ts";
import type { DeclaredFacts } from "../interview/declared-facts.ts";
import type { CountedShare, MaturityFacts } from "./facts.ts";
import { isOthers } from "#model/offered.ts";
import type { Organisation } from "#model/organisation.ts";
import type { PlacedStatus } from "../reliability/result.ts";

export interface MaturitySources {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly documentation: readonly DocumentationResult[];
  readonly delivery: readonly DeliveryResult[];
  readonly reliability: readonly PlacedStatus[];
  readonly experience: ExperienceResult;
  readonly facts: DeclaredFacts;
  readonly goalsCount: number;
  readonly outcomesCount: number;
  /** Null where effort cannot be told. */
  readonly platformTeamsCount: number | null;
}

const yearSeconds = 365 * 86_400;
const documentedFrom = 0.5;

/** What maturity looks at, counted from the other insights; what they do not know stays unknown. */
export function maturityFacts(sources: MaturitySources): MaturityFacts {
  const { organisation, adoption, documentation, experience, facts } = sources;
  const { components, capabilities, asOf } = organisation;
  const used = adoption.filter((one) => isUsedByOthers(one, organisation));
  const usedIds = new Set(used.map((one) => one.capabilityId));
  const providerOf = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const componentOf = new Map(components.map((one) => [one.id, one]));
  const provided = used.flatMap(
    (one) => componentOf.get(providerOf.get(one.capabilityId) ?? "") ?? [],
  );
  const scored = documentation.filter((one) => usedIds.has(one.capabilityId) && one.score !== null);
  const live = components.filter((one) => one.isLive !== false && one.goneAt === null);
  const owner = facts.fact("platform-product-owner");
  const services = capabilities.filter((one) => usedIds.has(one.id) && one.kind === "service");
  const withObjective = new Set(sources.reliability.flatMap((one) => one.componentId ?? []));
  const seen = new Set(
    sources.delivery
      .filter(({ series }) => series.isProduction && ["event", "gitops"].includes(series.level))
      .flatMap(({ series }) => series.componentId ?? []),
  );
  const selfService = experience.items.findLast((one) => one.itemId === "self-service")?.favourable;
  return {
    maintainedCapabilities: share(
      provided,
      (one) => one.lastHuman !== null && asOf - one.lastHuman.at < yearSeconds,
      (one) => one.evidence,
    ),
    platformTeamsCount: sources.platformTeamsCount,
    hasProductOwner: owner.value === null ? null : owner.value.answer === "product-manager",
    goalsCount: sources.goalsCount === 0 ? null : sources.goalsCount,
    pulledUses: pulled(adoption),
    usedCapabilitiesCount: used.length,
    mandatesCount: organisation.mandates.length,
    bornWithUses: bornWith(adoption),
    documentedCapabilities: share(
      scored,
      (one) => (one.score ?? 0) >= documentedFrom,
      (one) => one.parts[0]?.evidence ?? [],
    ),
    selfService:
      selfService == null
        ? null
        : {
            part: Math.round(selfService.value * selfService.n),
            whole: selfService.n,
            evidence: [],
          },
    requestsCount: experience.requestsCount,
    ownedComponents: share(
      live,
      (one) => one.ownerIds.length > 0,
      (one) => one.evidence,
    ),
    versionedCapabilities: share(
      capabilities.filter(
        (one) => usedIds.has(one.id) && one.providerComponentId !== null && one.packages.length > 0,
      ),
      (one) => one.releases.length > 0,
      (one) => one.evidence,
    ),
    currentUses: current(used),
    servicesWithObjective: share(
      services,
      (one) => withObjective.has(one.providerComponentId ?? ""),
      (one) => one.evidence,
    ),
    // Where nothing tells of deployments, none of them is missing.
    deploymentsSeen:
      seen.size === 0
        ? null
        : share(
            live.filter((one) =>
              one.artefacts.some(({ type }) => /application|service|web/.test(type)),
            ),
            (one) => seen.has(one.id),
            (one) => one.evidence,
          ),
    surveysCount: experience.surveys.length,
    outcomesCount: sources.outcomesCount,
  };
}

/** In use now by a component of another repository, or of other teams: what a team only uses itself it offers nobody. */
function isUsedByOthers(
  { capabilityId, uses }: AdoptionResult,
  { components, capabilities }: Organisation,
): boolean {
  const providerId = capabilities.find((one) => one.id === capabilityId)?.providerComponentId;
  const provider = components.find((one) => one.id === providerId);
  const users = new Set(uses.flatMap((use) => (use.to === null ? [use.componentId] : [])));
  if (provider === undefined) return users.size > 0;
  return components.some((one) => users.has(one.id) && isOthers(provider, one));
}

function share<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
  evidenceOf: (item: Item) => readonly EvidenceRef[],
): CountedShare | null {
  if (items.length === 0) return null;
  const part = items.filter(holds);
  const shown = part.length > 0 ? part : items;
  return {
    part: part.length,
    whole: items.length,
    evidence: shown.slice(0, 3).flatMap((one) => evidenceOf(one).slice(0, 1)),
  };
}

/** Over capabilities whose counts may be shown: beginnings by people, bots and templates apart. */
function pulled(adoption: readonly AdoptionResult[]): CountedShare | null {
  let part = 0;
  let whole = 0;
  for (const { pull } of adoption) {
    if (pull === null || pull.consumer === null || pull.provider === null) continue;
    part += pull.consumer;
    whole += pull.consumer + pull.provider;
  }
  return whole === 0 ? null : { part, whole, evidence: [] };
}

function bornWith(adoption: readonly AdoptionResult[]): CountedShare | null {
  const uses = adoption.flatMap((one) => firstUses(one.uses));
  const part = uses.filter((one) => one.openedBy === "template").length;
  return uses.length === 0 ? null : { part, whole: uses.length, evidence: [] };
}

function current(adoption: readonly AdoptionResult[]): CountedShare | null {
  let part = 0;
  let whole = 0;
  for (const { currency } of adoption) {
    part += currency.onNewestMajor?.numerator ?? 0;
    whole += currency.onNewestMajor?.denominator ?? 0;
  }
  return whole === 0 ? null : { part, whole, evidence: [] };
}
