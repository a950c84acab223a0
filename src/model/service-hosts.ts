import { serviceNameOf } from "#evidence/service-name.ts";
import type { BuiltComponent } from "./components.ts";
import { folderOf } from "./folder-paths.ts";
import { byRepository, type HeadReference } from "./service-references.ts";
import { bareName, isService, type ServiceNames } from "./service-names.ts";

interface Answer {
  readonly provider: BuiltComponent;
  readonly path: string | null;
  readonly isWeak: boolean;
}

export type Answering = BuiltComponent | "several" | "nobody";

const ownNetwork = /\.(?:svc|svc\.cluster\.local|internal|consul|cluster)$|\.svc\./;

/**
 * Which component answers at a host. Where several do, the path tells: by a declared route, or as the bare name of one of
 * them (`/orders` and `orders-api`).
 */
export class ServiceHosts {
  private readonly answers = new Map<string, Answer[]>();
  /** `host/path` that a component of that very name speaks of as its own. */
  private readonly speakers = new Map<string, Set<BuiltComponent>>();

  constructor(
    built: readonly BuiltComponent[],
    references: readonly HeadReference[],
    names: ServiceNames,
  ) {
    const repositories = byRepository(built);
    for (const { holder, path: file, reference } of references) {
      const { host, path = null, how, confidence } = reference;
      if (host === undefined) continue;
      if (how !== "answers") {
        const isOwn = path !== null && bareName(holder.component.name) === path;
        if (isOwn && isService(holder.component)) this.speaks(`${host}/${path}`, holder);
        continue;
      }
      const inRepository = repositories.get(holder.component.repositoryId) ?? [];
      const provider = answering(holder, file, host, inRepository, names);
      if (provider === null) continue;
      const known = this.answers.get(host) ?? [];
      known.push({ provider, path, isWeak: confidence !== "high" });
      this.answers.set(host, known);
    }
    for (const [host, known] of this.answers) {
      const strong = known.filter(({ isWeak }) => !isWeak);
      const [first] = strong;
      const label = host.split(".")[0] ?? "";
      const isOne = new Set(strong.map(({ provider }) => provider)).size === 1;
      if (first !== undefined && isOne && label.includes("-")) names.alias(label, first.provider);
    }
  }

  at(host: string, path: string | null): Answering {
    const known = this.answers.get(host) ?? this.answers.get(inner(host)) ?? [];
    const strong = known.filter(({ isWeak }) => !isWeak);
    const all = new Set((strong.length > 0 ? strong : known).map(({ provider }) => provider));
    if (path !== null) {
      const routed = new Set(known.flatMap((one) => (one.path === path ? one.provider : [])));
      const [only] = routed;
      if (routed.size === 1 && only !== undefined) return only;
      const named = new Set([...all, ...(this.speakers.get(`${host}/${path}`) ?? [])]);
      const own = [...named].filter(({ component }) => bareName(component.name) === path);
      if (own.length === 1 && own[0] !== undefined) return own[0];
    }
    const [first] = all;
    if (first === undefined) return "nobody";
    return all.size === 1 ? first : "several";
  }

  private speaks(key: string, holder: BuiltComponent): void {
    const known = this.speakers.get(key) ?? new Set<BuiltComponent>();
    this.speakers.set(key, known.add(holder));
  }
}

/** `orders` of `orders.shop.svc.cluster.local`. */
function inner(host: string): string {
  return ownNetwork.test(host) ? (host.split(".")[0] ?? host) : host;
}

/**
 * Who answers at a host that a file declares: the component that holds it; in a repository of charts or infrastructure the service that
 * a folder, the file or the host is named after; else the only service of the repository, or its root.
 */
function answering(
  holder: BuiltComponent,
  file: string,
  host: string,
  inRepository: readonly BuiltComponent[],
  names: ServiceNames,
): BuiltComponent | null {
  if (isService(holder.component)) return holder;
  const services = inRepository.filter(({ component }) => isService(component));
  const label = host.split(".")[0] ?? "";
  if (services.length > 0) {
    const [only] = services;
    if (services.length === 1 && only !== undefined) return only;
    const named = services.find(({ component }) => serviceNameOf(component.name) === label);
    return named ?? inRepository.find(({ component }) => component.path === ".") ?? null;
  }
  return namedAfter(file, names) ?? names.exactly(label) ?? null;
}

/** The service that the nearest folder of a file, or the file, is named after. */
export function namedAfter(file: string, names: ServiceNames): BuiltComponent | undefined {
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.[\w.]{1,40}$/, "");
  const folders = folderOf(file).split("/").reverse();
  for (const name of [stem.replace(/^values[-_.]/, ""), ...folders]) {
    const found = names.exactly(serviceNameOf(name) ?? "");
    if (found !== undefined) return found;
  }
  return undefined;
}
