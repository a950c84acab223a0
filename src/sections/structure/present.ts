import type { EndedConsumption } from "#insight/adoption/result.ts";
import { ownersKnownOf } from "#model/keepers.ts";
import type { z } from "zod";
import type {
  organisation as organisationSchema,
  ReportCapability,
  ReportComponent,
  ReportConsumption,
  repository as repositorySchema,
  team as teamSchema,
} from "./schema.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Classification } from "#insight/classification/result.ts";
import { versionScheme } from "#insight/adoption/versions.ts";
import type {
  Capability,
  Component,
  Consumption,
  Organisation,
  Team,
} from "#model/organisation.ts";
import { isOfOnePerson, toldBotShare, toldCommits, toldTime } from "./single-persons.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";
import { isStableVersion, majorOf } from "#evidence/version-names.ts";

type Where<Schema extends z.ZodType> = z.infer<Schema>;

export function mapOrganisation(
  organisation: Organisation,
  repositories: readonly RepositoryEvidence[],
): Where<typeof organisationSchema> {
  const firsts = repositories.map((one) => one.first?.at ?? 0).filter((at) => at > 0);
  const lasts = repositories.map((one) => one.head?.at ?? 0).filter((at) => at > 0);
  return {
    name: organisation.name,
    repositoryCount: repositories.length,
    componentCount: organisation.components.length,
    teamCount: organisation.teams.filter(({ kind }) => kind === "team").length,
    ownersKnown: ownersKnownOf(organisation.components),
    commitCount: sum(repositories.map(toldCommits)),
    mainlineCommitCount: sum(repositories.map((one) => one.mainlineCommitsCount)),
    from: firsts.length === 0 ? null : isoTime(Math.min(...firsts)),
    to: lasts.length === 0 ? null : isoTime(Math.max(...lasts)),
  };
}

export function mapRepository(one: RepositoryEvidence): Where<typeof repositorySchema> {
  return {
    id: one.id,
    name: one.name,
    defaultBranch: one.defaultBranch,
    head: one.head?.commit ?? null,
    shallow: one.isShallow,
    commitCount: toldCommits(one),
    lastCommit: isoTimeOrNull(toldTime(one.head?.at, isOfOnePerson(one))),
    botShare: toldBotShare(one),
    unreadable: [...one.unreadable],
  };
}

export function mapTeam(team: Team, evidence: EvidenceList): Where<typeof teamSchema> {
  return {
    id: team.id,
    name: team.name,
    source: team.source,
    kind: team.kind,
    componentIds: [...team.componentIds],
    evidenceIds: evidence.add(team.evidence),
  };
}

export function mapComponent(
  component: Component,
  classification: Classification | undefined,
  isOfOne: boolean,
  evidence: EvidenceList,
): ReportComponent {
  const reasons = (list: Classification["reasonsFor"] | undefined) =>
    (list ?? []).map((one) => ({
      text: one.text,
      weight: one.weight,
      evidenceIds: evidence.add(one.evidence.slice(0, 5)),
    }));
  const correction = classification?.correction ?? component.correction;
  return {
    id: component.id,
    name: component.name,
    repositoryId: component.repositoryId,
    path: component.path,
    description: component.description,
    languages: [...component.languages],
    ownerIds: [...component.ownerIds],
    ownerSource: component.ownerSource,
    lifecycle: component.lifecycle,
    live: component.isLive,
    born: isoTimeOrNull(component.born?.at),
    lastHumanCommit: isoTimeOrNull(toldTime(component.lastHuman?.at, isOfOne)),
    class: classification?.class ?? "unknown",
    classSource: classification?.correction == null ? "computed" : "correction",
    probabilities: classification?.probabilities ?? { product: 0, platform: 0, supporting: 0 },
    reasonsFor: reasons(classification?.reasonsFor),
    reasonsAgainst: reasons(classification?.reasonsAgainst),
    customers: [...(classification?.customers ?? [])],
    scopeBoundedness: classification?.scopeBoundedness ?? null,
    declaredClass: classification?.declaredClass ?? null,
    contradictions: [...(classification?.contradictions ?? [])],
    correction:
      correction == null
        ? null
        : {
            overrode: correction.overrode,
            since: isoTime(Date.parse(correction.since) / 1000),
            reason: correction.reason,
          },
    evidenceIds: evidence.add(component.evidence),
  };
}

const mostReleases = 40;

/** `used`: versions that its users lock. */
export function mapCapability(
  capability: Capability,
  documentation: ReportCapability["documentation"],
  used: readonly string[],
  evidence: EvidenceList,
): ReportCapability {
  const releases = capability.releases;
  return {
    id: capability.id,
    name: capability.name,
    kind: capability.kind,
    providerComponentId: capability.providerComponentId,
    ownerIds: [...capability.ownerIds],
    packages: [...capability.packages],
    formerNames: [...capability.formerNames],
    description: capability.description,
    documentation,
    firstRelease: isoTimeOrNull(releases[0]?.at),
    latestVersion: newestVersion(capability, used),
    versionsCount: releases.length === 0 ? null : releases.length,
    releases: notableReleases(releases).map(({ version, at }) => ({ version, at: isoTime(at) })),
    lifecycle: capability.lifecycle,
    evidenceIds: evidence.add(capability.evidence),
  };
}

/** Versions that users of each capability lock or locked. */
export function versionsInUse(
  consumptions: readonly Consumption[],
): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>();
  for (const { capabilityId, versions } of consumptions) {
    const known = used.get(capabilityId) ?? [];
    used.set(capabilityId, known);
    for (const { version } of versions) known.push(version);
  }
  return used;
}

/**
 * The highest stable version, of a line that is kept up beside a newer one too; a user ahead of the clone knows it better.
 * Without a stable one the last that there was.
 */
function newestVersion(capability: Capability, used: readonly string[]): string | null {
  const { packages, releases, lifecycle } = capability;
  if (releases.length === 0) return null;
  const scheme = versionScheme(packages[0]);
  // What has several names had one that somebody else may go on publishing; so may what was given up here.
  const known = packages.length === 1 && lifecycle !== "archived" ? used : [];
  const stable = [...releases.map(({ version }) => version), ...known].filter(
    (version) => isStableVersion(version) && scheme.isValid(version),
  );
  let newest = stable[0];
  for (const version of stable)
    if (newest !== undefined && scheme.compare(version, newest) > 0) newest = version;
  return newest ?? releases.at(-1)?.version ?? null;
}

/** The first of each major, and the newest: what a reader marks on a curve. */
function notableReleases(releases: Capability["releases"]): Capability["releases"] {
  const majors = new Map<number, Capability["releases"][number]>();
  for (const release of releases) {
    const major = isStableVersion(release.version) ? majorOf(release.version) : null;
    if (major !== null && !majors.has(major)) majors.set(major, release);
  }
  const newest = releases.at(-1);
  return [...new Set([...majors.values(), ...(newest === undefined ? [] : [newest])])].slice(
    -mostReleases,
  );
}

export function mapConsumption(
  consumption: Consumption,
  ended: EndedConsumption | undefined,
  evidence: EvidenceList,
): ReportConsumption {
  return {
    id: consumption.id,
    consumerComponentId: consumption.consumerComponentId,
    capabilityId: consumption.capabilityId,
    via: consumption.via,
    scope: consumption.scope,
    from: isoTime(consumption.from.at),
    fromCensored: consumption.isFromCensored,
    to: consumption.to === null ? null : isoTime(consumption.to.at),
    endReason: ended?.reason ?? null,
    continuesIn: ended?.reason === "carried" ? ended.to : null,
    constraint: consumption.constraint,
    versions: consumption.versions.map(({ version, from, to }) => ({
      version,
      from: isoTime(from),
      to: to === null ? null : isoTime(to),
    })),
    confidence: consumption.confidence,
    evidenceIds: evidence.add(consumption.evidence),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
