import type { DeploymentEvents } from "#evidence/delivery-events.ts";
import { isProductionName } from "#evidence/environment-name.ts";
import type { RepositoryEvidence, Tag } from "#evidence/repository-evidence.ts";
import { componentFinder, nameApplications, type SeriesName } from "./deployed-applications.ts";
import { eventDeployments } from "./event-deployments.ts";
import type { Component } from "./organisation.ts";
import { releaseSeries, versionInTag } from "./release-series.ts";
import type { DeploymentLevel } from "#vocabulary/delivery.ts";
import type { Deployment, DeploymentConfiguration, DeploymentSeries } from "./deployments.ts";
import { gitopsDeployments, rowGroups } from "./gitops-deployments.ts";

export interface DeploymentInput {
  /** Evidence from then on is not looked at. */
  readonly asOf: number;
  readonly repositories: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly events: readonly DeploymentEvents[];
  readonly configuration: DeploymentConfiguration;
}

/** What was deployed where and when, by the best evidence that there is for each application and environment. */
export function deploymentsFrom(input: DeploymentInput): DeploymentSeries[] {
  const componentOf = componentFinder(input.components, input.configuration);
  const tags = new Map(input.repositories.map((one) => [one.id, tagIndex(one.tags)]));
  const repositoryOf = new Map(input.components.map((one) => [one.id, one.repositoryId]));
  const revisionOf = (componentId: string | null, version: string): string | null =>
    revisionIn(tags.get(repositoryOf.get(componentId ?? "") ?? ""), version);
  const isProduction = (environment: string, isTold: boolean | null): boolean =>
    input.configuration.production.includes(environment) ||
    (isTold ?? isProductionName(environment));
  const applications = nameApplications(input.events, componentOf, input.configuration);
  const series = new Map<string, DeploymentSeries>();
  const withDeployments = new Set<string>();
  const add = (
    level: DeploymentLevel,
    { application, componentId, environment, isTold = null }: SeriesName,
    deploymentsOf: (componentId: string | null) => DeploymentList,
  ): void => {
    const key = `${componentId ?? application}\n${environment}\n${componentId === null ? "" : application}`;
    const found = deploymentsOf(componentId);
    if (found.length === 0 || series.has(key)) return;
    if (componentId !== null) withDeployments.add(componentId);
    series.set(key, {
      application,
      componentId,
      environment,
      isProduction: isProduction(environment, isTold),
      isTierKnown: isTold !== null,
      level,
      get deployments() {
        return found.list();
      },
    });
  };
  const addEvents = (level: DeploymentLevel, isRelease: boolean): void => {
    for (const { name, events } of applications) {
      const isKnown = isRelease && isBetterKnown(name.componentId);
      if ((name.environment === releaseEnvironment) !== isRelease || isKnown) continue;
      add(level, name, (id) =>
        eventDeployments(events, input.asOf, (version) => revisionOf(id, version)),
      );
    }
  };
  const isBetterKnown = (id: string | null): boolean => id !== null && withDeployments.has(id);
  addEvents("event", false);
  for (const [application, environment, rows] of rowGroups(input.repositories, input.asOf)) {
    add("gitops", { application, componentId: componentOf(application), environment }, (id) => {
      const found = gitopsDeployments(rows, (version) => revisionOf(id, version));
      return { length: found.length, list: () => found };
    });
  }
  // A release that a forge reports is no deployment: it counts where nothing better is known.
  addEvents("release", true);
  const known = new Set([...series.values()].map((one) => one.componentId));
  const unknown = input.components.filter((one) => !known.has(one.id));
  return [
    ...series.values(),
    ...releaseSeries(unknown, input.repositories, input.configuration.releaseTags, input.asOf),
  ].sort((a, b) => compare(a.application, b.application) || compare(a.environment, b.environment));
}

/** Where the sources put releases that a forge reports. */
const releaseEnvironment = "release";

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Made when asked for: the deployments of one series may be many. */
interface DeploymentList {
  readonly length: number;
  readonly list: () => readonly Deployment[];
}

interface TagIndex {
  readonly byName: ReadonlyMap<string, string>;
  /** By the version in the name alone; null where two families share it. */
  readonly byVersion: ReadonlyMap<string, string | null>;
}

function tagIndex(tags: readonly Tag[]): TagIndex {
  const byVersion = new Map<string, string | null>();
  for (const { name, commit } of tags) {
    const version = versionInTag(name);
    if (version === null) continue;
    const known = byVersion.get(version);
    byVersion.set(version, known === undefined || known === commit ? commit : null);
  }
  return { byName: new Map(tags.map((tag) => [tag.name, tag.commit])), byVersion };
}

/**
 * A tag of that name, with or without `v`, or the only one with that version (`release_300` of 300); else the version itself
 * when it looks like a commit id.
 */
function revisionIn(tags: TagIndex | undefined, version: string): string | null {
  const bare = version.replace(/^v(?=\d)/, "");
  const { byName, byVersion } = tags ?? {};
  const tagged = byName?.get(version) ?? byName?.get(`v${bare}`) ?? byName?.get(bare);
  if (tagged !== undefined) return tagged;
  if (/^[0-9a-f]{7,64}$/.test(version) && /[a-f]/.test(version) && /[0-9]/.test(version))
    return version;
  const alone = byVersion?.get(bare);
  if (alone != null) return alone;
  return /^[0-9a-f]{7,64}$/.test(version) && /[0-9]/.test(version) ? version : null;
}
