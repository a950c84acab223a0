import type { DeploymentEvents } from "#evidence/delivery-events.ts";
import type { Component } from "./organisation.ts";

interface Configured {
  /** Application as deployed → id or name of the component. */
  readonly applications: ReadonlyMap<string, string>;
}

/** What a series of deployments is called and belongs to. */
export interface SeriesName {
  readonly application: string;
  readonly componentId: string | null;
  readonly environment: string;
  /** What the tool says of the environment: production or not; null: nothing. */
  readonly isTold?: boolean | null;
}

export interface NamedEvents {
  readonly name: SeriesName;
  readonly events: DeploymentEvents;
}

/**
 * Events by application and environment. An application is called by its name; where two projects have one name, by their
 * paths (`acme/shop/api`). Records of one name from different tools are of one application.
 */
export function nameApplications(
  all: readonly DeploymentEvents[],
  componentOf: (application: string) => string | null,
  { applications }: Configured,
): NamedEvents[] {
  const projects = new Map<string, Set<string>>();
  for (const { application, project } of all) {
    if (project == null) continue;
    const known = projects.get(plain(application));
    if (known === undefined) projects.set(plain(application), new Set([plain(project)]));
    else known.add(plain(project));
  }
  const named = new Map<string, Gathered>();
  for (const events of all) {
    const { environment, isProduction = null } = events;
    const path = events.project ?? null;
    const isShared = path !== null && (projects.get(plain(events.application))?.size ?? 0) > 1;
    const application = isShared ? path : events.application;
    const isConfigured = !isShared && applications.has(application);
    const componentId =
      (path === null || isConfigured ? null : componentOf(path)) ??
      (isShared ? null : componentOf(application));
    const key = `${application}\n${componentId ?? ""}\n${environment}`;
    const known = named.get(key);
    if (known === undefined) {
      const name = { application, componentId, environment, isTold: isProduction };
      named.set(key, { name, events, rows: [events.rows] });
    } else if (known.events.columns === events.columns) {
      known.rows.push(events.rows);
      known.name = { ...known.name, isTold: known.name.isTold ?? isProduction };
    }
  }
  return [...named.values()].map(({ name, events, rows }) => ({
    name,
    events: rows.length === 1 ? events : { ...events, rows: joined(rows) },
  }));
}

/** Events of one application, whose rows are put together when all are known: it may have thousands of spellings. */
interface Gathered {
  name: SeriesName;
  readonly events: DeploymentEvents;
  readonly rows: Uint32Array[];
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/**
 * By configuration, else by name: of the component, of its folder, of its repository, written with `-` or `_`; with a slash in
 * it, by the end of the repository's path. A name that several repositories answer to is nobody's.
 */
export function componentFinder(
  components: readonly Component[],
  { applications }: Configured,
): (application: string) => string | null {
  const ids = new Map(components.map((one) => [plain(one.id), one.id]));
  const names = new Names();
  const places = new Names();
  const paths = new Names();
  for (const one of components) {
    const repository = one.repositoryId.split("/");
    names.add(one.name, one);
    places.add((one.path === "." ? repository : one.path.split("/")).at(-1) ?? "", one);
  }
  for (const one of wholeRepositories(components)) {
    const parts = one.repositoryId.split("/");
    for (let from = Math.max(0, parts.length - mostParts); from < parts.length - 1; from++)
      paths.add(parts.slice(from).join("/"), one);
  }
  return (application) => {
    const wanted = plain(applications.get(application) ?? application);
    const id = ids.get(wanted);
    if (id !== undefined) return id;
    const byName = names.get(wanted) ?? places.get(wanted);
    return byName === undefined && wanted.includes("/")
      ? (paths.get(wanted)?.id ?? null)
      : (byName?.id ?? null);
  };
}

const mostParts = 20;

/** Of each repository the component at its root, or its only one. */
export function wholeRepositories(components: readonly Component[]): Component[] {
  const byRepository = new Map<string, Component | null>();
  for (const one of components) {
    const isOnly = !byRepository.has(one.repositoryId);
    if (one.path === "." || isOnly) byRepository.set(one.repositoryId, one);
    else if (byRepository.get(one.repositoryId)?.path !== ".")
      byRepository.set(one.repositoryId, null);
  }
  return [...byRepository.values()].filter((one) => one !== null);
}

/** The first component of a name; null: those of several repositories have it. */
class Names {
  private readonly known = new Map<string, Component | null>();

  add(name: string, component: Component): void {
    const key = plain(name);
    const other = this.known.get(key);
    if (other === undefined) this.known.set(key, component);
    else if (other?.repositoryId !== component.repositoryId) this.known.set(key, null);
  }

  /** Undefined: no component has it. */
  get(name: string): Component | null | undefined {
    return this.known.get(name);
  }
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
