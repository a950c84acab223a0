import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ComponentDocuments } from "#model/component-documents.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";
import { counted } from "#kernel/phrases.ts";
import { seenUntil } from "#model/data-end.ts";
import { longestGap } from "./gaps.ts";
import { defaultOwnershipOptions, type OwnershipOptions } from "./options.ts";
import { judgePromises, type DeclaredPromise } from "./promises.ts";
import type { OwnershipFinding, OwnershipResult, OwnershipShare } from "./result.ts";
import type { OwnershipFindingKind } from "#vocabulary/measures.ts";

export interface OwnershipInput {
  readonly organisation: Organisation;
  readonly documents: ReadonlyMap<string, ComponentDocuments>;
  /** Days with human work, by component id: see `humanDays`. */
  readonly days: ReadonlyMap<string, Uint32Array>;
  /** Up to when anything was seen. */
  readonly until: number;
  readonly declared: readonly DeclaredPromise[];
}

const secondsPerDay = 86_400;

/** Who answers for what, what nobody answers for, and which promises of an end are past their day. */
export function assessOwnership(
  input: OwnershipInput,
  options: OwnershipOptions = defaultOwnershipOptions,
): OwnershipResult {
  const { organisation } = input;
  const present = organisation.components.filter(
    (one) => one.goneAt === null && one.lifecycle !== "archived",
  );
  const consumers = consumersNow(organisation);
  const kinds = [
    ...ownerKinds(present, organisation, consumers, options),
    abandoned(present, organisation, consumers, input.until, options),
    adHocServices(present, organisation, consumers, input.until, options),
    maintenanceGaps(present, organisation, consumers, input, options),
  ];
  const shares = kinds.map(({ kind, findings, denominator }): OwnershipShare => {
    const subjects = new Set(findings.map((one) => one.capabilityId ?? one.componentId));
    return { kind, numerator: subjects.size, denominator };
  });
  return {
    shares,
    findings: kinds.flatMap(({ findings }) => findings),
    promises: judgePromises(organisation, input.documents, input.declared),
    unknown: [],
  };
}

interface Found {
  readonly kind: OwnershipFindingKind;
  readonly findings: readonly OwnershipFinding[];
  readonly denominator: number;
}

function ownerKinds(
  present: readonly Component[],
  organisation: Organisation,
  consumers: ReadonlyMap<string, ReadonlySet<string>>,
  { manyOwners }: OwnershipOptions,
): Found[] {
  const told = (
    kind: OwnershipFindingKind,
    isMeant: (one: Component) => boolean,
    say: (one: Component) => string,
  ): Found => ({
    kind,
    denominator: present.length,
    findings: present.filter(isMeant).map((one) => ({
      ...finding(kind, one, null, usersOf(one, organisation, consumers).size, null, say(one)),
      evidence: evidenceOfOwners(one),
    })),
  });
  const isAlone = (one: Component): boolean =>
    one.ownerIds.length > 0 && one.ownerIds.every((id) => id === "team:individual-owned");
  return [
    told(
      "unowned",
      (one) => one.ownerIds.length === 0,
      () => "no CODEOWNERS rule, catalogue or correction names an owner",
    ),
    told(
      "multiply-owned",
      (one) => one.ownerIds.length >= manyOwners,
      (one) => `${String(one.ownerIds.length)} owners answer for it`,
    ),
    told("individual-owned", isAlone, () => "owned by people by name, not by a team"),
  ];
}

/** What says who owns it; where nothing does, what says that it exists. */
function evidenceOfOwners({ evidence }: Component): readonly EvidenceRef[] {
  const said = evidence.filter((ref) => /owner/i.test(ref.text + ref.source));
  return said.length > 0 ? said.slice(0, 3) : evidence.slice(0, 1);
}

/** Distinct components that use each capability now, its own provider left out. */
function consumersNow({
  consumptions,
  capabilities,
  asOf,
}: Organisation): Map<string, Set<string>> {
  const providers = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const found = new Map<string, Set<string>>();
  for (const { capabilityId, consumerComponentId, to, scope, from } of consumptions) {
    const isNow = from.at < asOf && (to === null || to.at > asOf);
    if (!isNow || scope === "reverse-test") continue;
    if (providers.get(capabilityId) === consumerComponentId) continue;
    const users = found.get(capabilityId) ?? new Set<string>();
    users.add(consumerComponentId);
    found.set(capabilityId, users);
  }
  return found;
}

function offeredBy(component: Component, { capabilities }: Organisation): Capability[] {
  return capabilities.filter((one) => one.providerComponentId === component.id);
}

/** Components that use anything of it now. */
function usersOf(
  component: Component,
  organisation: Organisation,
  consumers: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  return new Set(
    offeredBy(component, organisation).flatMap((one) => [...(consumers.get(one.id) ?? [])]),
  );
}

function abandoned(
  present: readonly Component[],
  organisation: Organisation,
  consumers: ReadonlyMap<string, ReadonlySet<string>>,
  until: number,
  { abandonedAfter }: OwnershipOptions,
): Found {
  const used = present.flatMap((component) => {
    const users = usersOf(component, organisation, consumers);
    return users.size === 0 || component.lastHuman === null ? [] : [{ component, users }];
  });
  return {
    kind: "abandoned",
    denominator: used.length,
    findings: used
      .filter(({ component }) => silenceOf(component, organisation, until) > abandonedAfter)
      .map(({ component, users }) =>
        finding(
          "abandoned",
          component,
          null,
          users.size,
          component.lastHuman?.at ?? null,
          `used by ${counted(users.size, "component")}, without human work for ${daysSince(component, organisation, until)} days`,
        ),
      ),
  };
}

function adHocServices(
  present: readonly Component[],
  organisation: Organisation,
  consumers: ReadonlyMap<string, ReadonlySet<string>>,
  until: number,
  { abandonedAfter }: OwnershipOptions,
): Found {
  const services = present.flatMap((component) =>
    offeredBy(component, organisation)
      .filter(({ kind }) => kind === "service" || kind === "api")
      .map((capability) => ({
        component,
        capability,
        count: consumers.get(capability.id)?.size ?? 0,
      }))
      .filter(({ count }) => count > 0 && component.lastHuman !== null),
  );
  return {
    kind: "ad-hoc-service",
    denominator: services.length,
    findings: services
      .filter(
        ({ component, count }) =>
          count === 1 && silenceOf(component, organisation, until) > abandonedAfter,
      )
      .map(({ component, capability }) =>
        finding(
          "ad-hoc-service",
          component,
          capability.id,
          1,
          component.lastHuman?.at ?? null,
          `one consumer, without human work for ${daysSince(component, organisation, until)} days`,
        ),
      ),
  };
}

function maintenanceGaps(
  present: readonly Component[],
  organisation: Organisation,
  consumers: ReadonlyMap<string, ReadonlySet<string>>,
  { days, until }: OwnershipInput,
  { gapConsumers, gapLength, gapWindow }: OwnershipOptions,
): Found {
  const relied = present.flatMap((component) =>
    offeredBy(component, organisation)
      .map((capability) => ({
        component,
        capability,
        count: consumers.get(capability.id)?.size ?? 0,
      }))
      .filter(({ count }) => count >= gapConsumers && component.lastHuman !== null),
  );
  return {
    kind: "maintenance-gap",
    denominator: relied.length,
    findings: relied.flatMap(({ component, capability, count }) => {
      const worked = days.get(component.id) ?? [
        Math.floor((component.lastHuman?.at ?? 0) / secondsPerDay),
      ];
      const end = Math.min(until, seenUntil(organisation, component.repositoryId));
      const gap = longestGap(worked, end - gapWindow, end);
      if (gap === null || gap.length < gapLength) return [];
      const length = Math.round(gap.length / secondsPerDay);
      const text = `${String(count)} consumers, and ${String(length)} days without human work`;
      return [finding("maintenance-gap", component, capability.id, count, gap.since, text)];
    }),
  };
}

function finding(
  kind: OwnershipFindingKind,
  component: Component,
  capabilityId: string | null,
  consumersCount: number,
  since: number | null,
  text: string,
): OwnershipFinding {
  const last = component.lastHuman;
  const evidence: EvidenceRef[] =
    since === null || last === null
      ? []
      : [
          {
            source: "git",
            repositoryId: component.repositoryId,
            // Days of people open into the day only, never into a commit of somebody's.
            commit: null,
            path: component.path === "." ? null : component.path,
            line: null,
            at: since,
            how: "observed",
            confidence: "observed",
            text: "last human work before the gap",
          },
        ];
  return {
    kind,
    componentId: component.id,
    capabilityId,
    ownerIds: component.ownerIds,
    consumersCount,
    since,
    text,
    evidence,
  };
}

/** Seconds without human work, as far as its repository was seen. */
function silenceOf(component: Component, organisation: Organisation, until: number): number {
  const end = Math.min(until, seenUntil(organisation, component.repositoryId));
  return end - (component.lastHuman?.at ?? end);
}

function daysSince(component: Component, organisation: Organisation, until: number): string {
  return String(Math.round(silenceOf(component, organisation, until) / secondsPerDay));
}
