import { deploymentRows, type DeploymentRow } from "#evidence/deployments.ts";
import type { DeploymentEvents } from "#evidence/delivery-events.ts";
import { isProductionName } from "#evidence/environment-name.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { eventDeployments } from "./event-deployments.ts";
import type { Component } from "./organisation.ts";
import { releaseSeries } from "./release-series.ts";

/** Best first; never mixed within a component and environment. The last two are proxies. */
export type DeploymentLevel = "event" | "gitops" | "release" | "merge";

export interface Deployment {
  /** Id of the event; for git `COMMIT PATH`. */
  readonly id: string;
  readonly at: number;
  readonly version: string;
  /** A version that ran here before, again. */
  readonly isRollback: boolean;
  /** False where the delivery system says that it failed. */
  readonly isSuccessful: boolean;
  /** Commit of the component's repository: known from an event, a tag, or a version that is a commit id. */
  readonly revision: string | null;
  readonly artifact: string | null;
  readonly repositoryId: string | null;
  readonly commit: string | null;
  readonly path: string | null;
  readonly line: number | null;
}

/** Deployments of one application in one environment, oldest first. */
export interface DeploymentSeries {
  readonly application: string;
  /** Null: no component of that name is known. */
  readonly componentId: string | null;
  readonly environment: string;
  readonly isProduction: boolean;
  readonly level: DeploymentLevel;
  readonly deployments: readonly Deployment[];
}

export interface DeploymentConfiguration {
  /** Application as deployed → id or name of the component. */
  readonly applications: ReadonlyMap<string, string>;
  /** Names of production environments besides the usual ones. */
  readonly production: readonly string[];
  /** Tags that are releases: `v{version}`; null: detected. */
  readonly releaseTags: string | null;
}

export const noDeploymentConfiguration: DeploymentConfiguration = {
  applications: new Map(),
  production: [],
  releaseTags: null,
};

export interface DeploymentInput {
  /** Evidence from then on is not looked at. */
  readonly asOf: number;
  readonly repositories: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly events: readonly DeploymentEvents[];
  readonly configuration: DeploymentConfiguration;
}

/** What was deployed where and when, by the best evidence that there is for each application and environment. */
export function gatherDeployments(input: DeploymentInput): DeploymentSeries[] {
  const componentOf = componentFinder(input.components, input.configuration);
  const tags = new Map(
    input.repositories.map((one) => [
      one.id,
      new Map(one.tags.map((tag) => [tag.name, tag.commit])),
    ]),
  );
  const repositoryOf = new Map(input.components.map((one) => [one.id, one.repositoryId]));
  const revisionOf = (componentId: string | null, version: string): string | null =>
    revisionIn(tags.get(repositoryOf.get(componentId ?? "") ?? ""), version);
  const isProduction = (environment: string): boolean =>
    isProductionName(environment) || input.configuration.production.includes(environment);
  const series = new Map<string, DeploymentSeries>();
  const add = (
    level: DeploymentLevel,
    application: string,
    environment: string,
    deploymentsOf: (componentId: string | null) => DeploymentList,
  ): void => {
    const componentId = componentOf(application);
    const key = `${componentId ?? application}\n${environment}\n${componentId === null ? "" : application}`;
    const found = deploymentsOf(componentId);
    if (found.length === 0 || series.has(key)) return;
    series.set(key, {
      application,
      componentId,
      environment,
      isProduction: isProduction(environment),
      level,
      get deployments() {
        return found.list();
      },
    });
  };
  for (const events of input.events) {
    add("event", events.application, events.environment, (id) =>
      eventDeployments(events, input.asOf, (version) => revisionOf(id, version)),
    );
  }
  for (const [application, environment, rows] of rowGroups(input.repositories, input.asOf)) {
    add("gitops", application, environment, (id) => {
      const found = fromRows(rows, (version) => revisionOf(id, version));
      return { length: found.length, list: () => found };
    });
  }
  const known = new Set([...series.values()].map((one) => one.componentId));
  const unknown = input.components.filter((one) => !known.has(one.id));
  return [
    ...series.values(),
    ...releaseSeries(unknown, input.repositories, input.configuration.releaseTags, input.asOf),
  ].sort((a, b) => compare(a.application, b.application) || compare(a.environment, b.environment));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By configuration, else by name: of the component, of its folder, of its repository; written with `-` or `_`. */
export function componentFinder(
  components: readonly Component[],
  configuration: DeploymentConfiguration,
): (application: string) => string | null {
  const byName = new Map<string, string>();
  const names = (one: Component): string[] => [
    one.id,
    one.name,
    one.path === "."
      ? (one.repositoryId.split("/").at(-1) ?? "")
      : (one.path.split("/").at(-1) ?? ""),
  ];
  for (const one of components)
    for (const name of names(one)) if (!byName.has(plain(name))) byName.set(plain(name), one.id);
  return (application) =>
    byName.get(plain(configuration.applications.get(application) ?? application)) ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

/** Made when asked for: the deployments of one series may be many. */
interface DeploymentList {
  readonly length: number;
  readonly list: () => readonly Deployment[];
}

type Row = DeploymentRow & { readonly repositoryId: string };

function rowGroups(
  repositories: readonly RepositoryEvidence[],
  asOf: number,
): [string, string, Row[]][] {
  const groups = new Map<string, [string, string, Row[]]>();
  for (const { id, deployments } of repositories) {
    for (const row of deploymentRows(deployments)) {
      if (row.at >= asOf) continue;
      const key = `${row.application}\n${row.environment}`;
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, [row.application, row.environment, [{ ...row, repositoryId: id }]]);
      else group[2].push({ ...row, repositoryId: id });
    }
  }
  return [...groups.values()];
}

/** Rows of one commit are one deployment; a row that repeats the version of its slot is none. */
function fromRows(
  rows: readonly Row[],
  revisionOf: (version: string) => string | null,
): Deployment[] {
  const running = new Map<string, string>();
  const ran = new Map<string, Set<string>>();
  const deployments: Deployment[] = [];
  for (const row of rows) {
    const before = running.get(row.slot);
    running.set(row.slot, row.version);
    if (row.version === "" || row.version === before) continue;
    const versions = ran.get(row.slot) ?? new Set<string>();
    const isRollback = versions.has(row.version);
    ran.set(row.slot, versions.add(row.version));
    const last = deployments.at(-1);
    if (last?.commit === row.commit) continue;
    deployments.push({
      id: `${row.commit} ${row.path}`,
      at: row.at,
      version: row.version,
      isRollback,
      isSuccessful: true,
      revision: revisionOf(row.version),
      artifact: null,
      repositoryId: row.repositoryId,
      commit: row.commit,
      path: row.path,
      line: null,
    });
  }
  return deployments;
}

/** A tag of that name, with or without `v`; else the version itself when it looks like a commit id. */
function revisionIn(tags: ReadonlyMap<string, string> | undefined, version: string): string | null {
  const bare = version.replace(/^v(?=\d)/, "");
  const tagged = tags?.get(version) ?? tags?.get(`v${bare}`) ?? tags?.get(bare);
  if (tagged !== undefined) return tagged;
  return /^[0-9a-f]{7,64}$/.test(version) && /[0-9]/.test(version) ? version : null;
}
