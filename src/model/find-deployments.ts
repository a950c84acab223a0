import type { DeploymentEvents } from "#evidence/delivery-events.ts";
import { isProductionName } from "#evidence/environment-name.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { componentFinder, nameApplications, type SeriesName } from "./deployed-applications.ts";
import { revisionIn, tagIndex } from "./deployed-revision.ts";
import { eventDeployments } from "./event-deployments.ts";
import type { Component } from "./organisation.ts";
import { releaseSeries } from "./release-series.ts";
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
  /** Applications that no component is called like → the component whose commits their versions are. */
  readonly byCommits?: ReadonlyMap<string, string>;
}

/** What was deployed where and when, by the best evidence that there is for each application and environment. */
export function deploymentsFrom(input: DeploymentInput): DeploymentSeries[] {
  const { byCommits = nobodys } = input;
  const named = componentFinder(input.components, input.configuration);
  const componentOf = (application: string): string | null =>
    named(application) ?? byCommits.get(application) ?? null;
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
    // A second application of one component (a branch that is tried out) is no other evidence of the first.
    const isOwnName = componentId !== null && !byCommits.has(application);
    const key = `${componentId ?? application}\n${environment}\n${isOwnName ? "" : application}`;
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
    const componentId = componentOf(application);
    add("gitops", { application, componentId, environment }, (id) => {
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

const nobodys: ReadonlyMap<string, string> = new Map();

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
