import { append, appendAll } from "#kernel/lists-by-key.ts";
import { means } from "#model/configuration.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { domainKind } from "./domain-kind.ts";
import { findCommunities, leastProviders } from "./communities.ts";
import type { StaffingOptions } from "./options.ts";
import type { PlatformUse } from "./platform-uses.ts";
import type { PlatformDomain } from "./result.ts";
import type { DomainSource } from "#vocabulary/decision.ts";

/** A domain as somebody wrote it into fulcrum.yaml. */
export interface DeclaredDomain {
  readonly name: string;
  /** Names or ids of components or capabilities. */
  readonly members: readonly string[];
}

export interface FoundDomains {
  readonly domains: readonly PlatformDomain[];
  readonly source: DomainSource | null;
  readonly modularity: number | null;
  readonly contradictions: readonly string[];
  readonly notes: readonly string[];
}

const significance = 0.05;

/** Domains of the platform: configured, else as catalogues say (Backstage Domain, then System), else only proposed. */
export function findDomains(
  organisation: Organisation,
  uses: readonly PlatformUse[],
  declared: readonly DeclaredDomain[],
  options: StaffingOptions,
): FoundDomains {
  if (declared.length > 0) return configured(organisation, uses, declared, options);
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const catalogued = byName(uses, (use) => cataloguedDomain(components.get(use.providerId ?? "")));
  if (catalogued.size > 0) {
    const placed = [...catalogued.values()].flat().length;
    return {
      domains: [...catalogued].map(([name, list]) =>
        domainOf(name, "catalogue", list, components, options),
      ),
      source: "catalogue",
      modularity: null,
      contradictions: [],
      notes:
        placed === uses.length
          ? []
          : [
              `Catalogues place ${String(placed)} of ${String(uses.length)} capabilities that others build on in a domain or system.`,
            ],
    };
  }
  return proposed(uses, components, options);
}

function configured(
  organisation: Organisation,
  uses: readonly PlatformUse[],
  declared: readonly DeclaredDomain[],
  options: StaffingOptions,
): FoundDomains {
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  const contradictions: string[] = [];
  const placeOf = new Map<string, string>();
  const domains = declared.map(({ name, members }) => {
    const meant = members.flatMap((member) => {
      const found = uses.filter(({ capability, providerId }) => {
        const provider = components.get(providerId ?? "");
        return (
          means(member, capability.id, capability.name, ...capability.packages) ||
          (provider !== undefined && means(member, provider.id, provider.name))
        );
      });
      if (found.length === 0)
        contradictions.push(`Domain ${name}: nobody else builds on ${member}, or it was not read.`);
      return found;
    });
    const own = [...new Set(meant)].filter(({ capability }) => {
      const other = placeOf.get(capability.id);
      if (other !== undefined && other !== name)
        contradictions.push(
          `${capability.name} is in domain ${other} and in domain ${name}: it counts in the first.`,
        );
      if (other === undefined) placeOf.set(capability.id, name);
      return other === undefined || other === name;
    });
    return domainOf(name, "configuration", own, components, options);
  });
  const left = uses.filter(({ capability }) => !placeOf.has(capability.id));
  return {
    domains,
    source: "configuration",
    modularity: null,
    contradictions,
    notes:
      left.length === 0
        ? []
        : [`${String(left.length)} capabilities that others build on are in no domain declared.`],
  };
}

function proposed(
  uses: readonly PlatformUse[],
  components: ReadonlyMap<string, Component>,
  options: StaffingOptions,
): FoundDomains {
  const listed = new Map<string, string[]>();
  for (const { providerId, consumerIds } of uses)
    if (providerId !== null) appendAll(listed, providerId, consumerIds);
  const builders = new Map([...listed].map(([id, consumers]) => [id, [...new Set(consumers)]]));
  const found = findCommunities(builders);
  const nothing = { domains: [], source: null, contradictions: [] };
  if (found === null || found.pValue > significance) {
    return {
      ...nothing,
      modularity: null,
      notes: [
        builders.size < leastProviders
          ? `Too few of the components that provide it were read (${String(builders.size)}, of at least ${String(leastProviders)}) to tell whether who builds on what falls into groups.`
          : found === null
            ? "Who builds on what does not fall into groups."
            : `Who builds on what falls into groups no better than chance would have it (p = ${found.pValue.toFixed(2)}).`,
      ],
    };
  }
  return {
    domains: found.groups.map((group) => {
      const own = uses.filter(({ providerId }) => group.includes(providerId ?? ""));
      const most = own.toSorted(
        (one, other) => other.consumerIds.length - one.consumerIds.length,
      )[0];
      const name = components.get(most?.providerId ?? "")?.name ?? group[0] ?? "";
      return domainOf(name, "proposed", own, components, options);
    }),
    source: "proposed",
    modularity: found.modularity,
    contradictions: [],
    notes: [
      `${String(found.groups.length)} groups of consumers are proposed as domains (modularity ${found.modularity.toFixed(2)}, p = ${found.pValue.toFixed(2)}); nobody has confirmed them.`,
    ],
  };
}

function domainOf(
  name: string,
  source: DomainSource,
  uses: readonly PlatformUse[],
  components: ReadonlyMap<string, Component>,
  { majorCapabilities, majorOwners }: StaffingOptions,
): PlatformDomain {
  const owners = new Set(uses.flatMap((one) => one.otherOwnerIds));
  const componentIds = [...new Set(uses.flatMap((one) => one.providerId ?? []))].sort();
  const kind = domainKind(uses.map(({ capability }) => capability));
  return {
    // Of proposals nobody gave a name: what they hold says what they are about.
    name: source === "proposed" ? `${kind}: ${name}` : name,
    kind,
    source,
    isMajor: uses.length >= majorCapabilities && owners.size >= majorOwners,
    capabilityIds: uses.map(({ capability }) => capability.id),
    componentIds,
    consumingOwnerIds: [...owners].sort(),
    evidence: componentIds.flatMap((id) => components.get(id)?.evidence.slice(0, 1) ?? []),
  };
}

function cataloguedDomain(component: Component | undefined): string | null {
  return component?.catalogued?.domain ?? component?.catalogued?.system ?? null;
}

function byName(
  uses: readonly PlatformUse[],
  nameOf: (use: PlatformUse) => string | null,
): Map<string, PlatformUse[]> {
  const groups = new Map<string, PlatformUse[]>();
  for (const use of uses) {
    const name = nameOf(use);
    if (name !== null) append(groups, name, use);
  }
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}
