import { append } from "#kernel/lists-by-key.ts";
import type { ServiceReference } from "#evidence/facts.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import type { BuiltComponent } from "./components.ts";
import { folderOf } from "./folder-paths.ts";
import { namedAfter, ServiceHosts } from "./service-hosts.ts";
import { isLibraryOnly, isService, type ServiceNames } from "./service-names.ts";
import type { HeadReference } from "./service-references.ts";
import type { Level } from "#vocabulary/evidence.ts";

export interface Called {
  readonly provider: BuiltComponent;
  readonly confidence: Exclude<Level, "low">;
}

/** They say what offers or holds something. */
const saysNothing: ReadonlySet<ServiceReference["how"]> = new Set([
  "answers",
  "client-class",
  "url-path",
]);

/** Which components a reference names, by host or by name. */
export class ServiceIndex {
  readonly names: ServiceNames;
  private readonly hosts: ServiceHosts;
  /** Paths that the code of a component adds to addresses which stand elsewhere. */
  private readonly paths = new Map<string, Set<string>>();
  /** Names of folders that lead to the components of a repository. */
  private readonly folders = new Map<string, Set<string>>();
  private readonly services = new Map<string, BuiltComponent[]>();

  constructor(
    built: readonly BuiltComponent[],
    references: readonly HeadReference[],
    names: ServiceNames,
  ) {
    this.names = names;
    this.hosts = new ServiceHosts(built, references, names);
    for (const one of built) {
      if (!isService(one.component)) continue;
      const { repositoryId } = one.component;
      append(this.services, repositoryId, one);
    }
    for (const { component } of built) {
      const { repositoryId, path } = component;
      const known = this.folders.get(repositoryId) ?? new Set<string>();
      if (path !== ".") for (const part of path.split("/")) known.add(serviceNameOf(part) ?? part);
      this.folders.set(repositoryId, known);
    }
    for (const { holder, reference } of references) {
      if (reference.how !== "url-path" || reference.path === undefined) continue;
      const { id } = holder.component;
      this.paths.set(id, (this.paths.get(id) ?? new Set<string>()).add(reference.path));
    }
  }

  hasServices(repositoryId: string): boolean {
    return this.services.has(repositoryId);
  }

  /** The only service (among several the one called like the folder, or that has an image) below the nearest folder around `file` that holds any; none as far up as `holder`. */
  beside(
    file: string,
    { component: { path, repositoryId } }: BuiltComponent,
  ): BuiltComponent | null {
    const services = this.services.get(repositoryId) ?? [];
    for (
      let folder = folderOf(file);
      folder !== "." && folder !== "" && folder !== path;
      folder = folderOf(folder)
    ) {
      const below = services.filter((one) => `${one.component.path}/`.startsWith(`${folder}/`));
      if (below.length > 0) return mainOne(below, folder);
    }
    return null;
  }

  /** What a reference calls; none where it is a mention or names no component that is known. */
  calledBy(reference: ServiceReference, user: BuiltComponent): readonly Called[] {
    const { how, mention, confidence, host, path } = reference;
    if (mention !== undefined || saysNothing.has(how)) return [];
    if (host !== undefined) {
      const grade = how === "host" ? "high" : "medium";
      const found = this.answeringAt(host, path ?? null, user).filter(
        (provider) => !isRootOf(provider, user),
      );
      if (found.length > 0) return found.map((provider) => ({ provider, confidence: grade }));
    }
    const provider = confidence === "low" ? undefined : this.called(reference);
    if (provider === undefined || confidence === "low") return [];
    return this.isOwnName(reference.name, provider, user) ? [] : [{ provider, confidence }];
  }

  /** What a reference names, called or not. */
  namedBy(reference: ServiceReference): BuiltComponent | undefined {
    const { host, path = null, how } = reference;
    if (how === "answers" || how === "url-path") return undefined;
    const found = host === undefined ? "nobody" : this.hosts.at(host, path);
    return typeof found === "string" ? this.called(reference) : found;
  }

  private called({ name, how }: ServiceReference): BuiltComponent | undefined {
    const isClient =
      how === "client-constructor" || how === "client-class" || how === "service-lookup";
    return isClient ? this.names.findOfClient(name) : this.names.find(name);
  }

  /** A part of the caller's own repository is called so: that one is meant. */
  private isOwnName(name: string, provider: BuiltComponent, user: BuiltComponent): boolean {
    const { repositoryId } = user.component;
    const isNeighbour = provider.component.repositoryId === repositoryId;
    return !isNeighbour && this.folders.get(repositoryId)?.has(name) === true;
  }

  /** Where a host alone does not tell, the paths that the caller's code adds to addresses do. */
  private answeringAt(
    host: string,
    path: string | null,
    user: BuiltComponent,
  ): readonly BuiltComponent[] {
    const found = this.hosts.at(host, path);
    if (found !== "several") return found === "nobody" ? [] : [found];
    if (path !== null) return [];
    const paths = [...(this.paths.get(user.component.id) ?? [])];
    return [
      ...new Set(
        paths.flatMap((added) => {
          const one = this.hosts.at(host, added);
          return typeof one === "string" ? [] : one;
        }),
      ),
    ];
  }
}

function mainOne(services: readonly BuiltComponent[], folder: string): BuiltComponent | null {
  const last = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  const choices = [
    services,
    services.filter(({ component }) => last(component.path) === last(folder)),
    services.filter(({ component }) =>
      component.artefacts.some(({ type, to }) => type === "dockerfile" && to === null),
    ),
  ];
  return choices.find((some) => some.length === 1)?.[0] ?? null;
}

/** The root of the caller's own repository: the address is the product's own. */
export function isRootOf({ component }: BuiltComponent, user: BuiltComponent): boolean {
  return component.path === "." && component.repositoryId === user.component.repositoryId;
}

export function pairOf(one: {
  readonly consumer: BuiltComponent;
  readonly provider: BuiltComponent;
}): string {
  return `${one.consumer.component.id}\n${one.provider.component.id}`;
}

/**
 * Pairs of a library and the service that it is a client of: it holds the class, or knows the address. Whoever calls the library's
 * client uses the service; the library does not. A package that nobody takes (`taken`: ids) may read an address as
 * a program of its own.
 */
export function clientsOf(
  built: readonly BuiltComponent[],
  references: readonly HeadReference[],
  index: ServiceIndex,
  taken: ReadonlySet<string>,
): ReadonlySet<string> {
  const libraries = new Set(built.filter(({ component }) => isLibraryOnly(component)));
  const isOffered = ({ id, surface }: BuiltComponent["component"]): boolean =>
    taken.has(id) || surface.some(({ mark }) => mark === "publishes");
  const pairs = new Set<string>();
  const take = (
    holder: BuiltComponent,
    { how, mention, scope, ...one }: ServiceReference,
  ): void => {
    if (mention !== undefined || scope === "test" || isCall.has(how)) return;
    if (how !== "client-class" && !isOffered(holder.component)) return;
    const provider = index.namedBy({ how, scope, ...one });
    if (provider !== undefined) pairs.add(pairOf({ consumer: holder, provider }));
  };
  for (const { holder, reference } of references)
    if (libraries.has(holder)) take(holder, reference);
  // What it once was the client of, it did not use then either.
  for (const holder of libraries)
    for (const { references: known } of holder.unit.files)
      for (const { reference } of known) take(holder, reference);
  return pairs;
}

const isCall: ReadonlySet<ServiceReference["how"]> = new Set([
  "client-method",
  "client-constructor",
  "contract-file",
]);

const infrastructure = /\.(?:tf|tfvars|tofu|hcl)$/;

/**
 * Who makes the call that a file sets up. In a repository of charts or infrastructure it is the service that the file or its folder is
 * named after; null where that is none of those read: the repository itself calls nobody.
 */
export function callerIn(
  path: string,
  source: string,
  consumer: BuiltComponent,
  index: ServiceIndex,
): BuiltComponent | null {
  const { component } = consumer;
  // Infrastructure of one application lies beside it, below the root that holds many.
  const beside = infrastructure.test(path) ? index.beside(path, consumer) : null;
  if (beside !== null) return beside;
  if (isService(component)) return consumer;
  const isCharts = component.artefacts.some(({ type }) => type === "helm-chart");
  if (source !== "helm-values" && !isCharts && !infrastructure.test(path)) return consumer;
  const named = namedAfter(path, index.names);
  if (named !== undefined) return named;
  return infrastructure.test(path) && index.hasServices(component.repositoryId) ? consumer : null;
}
