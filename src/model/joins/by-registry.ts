import { append } from "#kernel/lists-by-key.ts";
import { helmRegistry, unknownGroup } from "#evidence/own-repository.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { packageName } from "../components.ts";
import { repositoryWord } from "../repository-word.ts";
import { placePurl } from "./by-address.ts";
import { bareName, only, typeOf } from "./offer-index.ts";
import type { Asker, Join, JoinContext } from "./join.ts";

/** Registries whose names follow from the repository's: Terraform modules; charts; artefacts whose group cannot be seen; packages of Go modules. */
export function byRegistry(context: JoinContext): (asker: Asker) => Join | null {
  const terraform = terraformModules(context);
  const charts = ownCharts(context);
  const artefacts = ownArtefacts(context);
  return (asker) => {
    const type = typeOf(asker.purl);
    if (type === "terraform") return terraform(asker);
    if (type === "helm") return charts(asker);
    if (type === "docker") return byImage(context, asker);
    if (type === "golang") return moduleOf(context, asker);
    return type === "maven" ? artefacts(asker) : null;
  };
}

/** Commands are installed by the path of their package: the module is the longest part of it that is offered as one. */
function moduleOf({ offers }: JoinContext, { purl, path }: Asker): Join | null {
  // What go.mod requires is a module of its own, though nobody here offers it.
  if (/(?:^|\/)go\.(?:mod|work)$/.test(path)) return null;
  const shortest = "pkg:golang/".length;
  for (let end = purl.lastIndexOf("/"); end > shortest; end = purl.lastIndexOf("/", end - 1)) {
    const module = purl.slice(0, end);
    if (offers.has(module)) return { purl: module };
  }
  return null;
}

/**
 * `acme/rail/aws` is the repository `terraform-aws-rail` of acme, by the registry's rule; in a private registry, whose
 * organisation may be called otherwise, the only repository of that name.
 */
function terraformModules({ repositories }: JoinContext): (asker: Asker) => Join | null {
  const byName = new Map<string, RepositoryEvidence[]>();
  for (const repository of repositories) {
    const name = repositoryWord(repository).toLowerCase();
    if (!name.startsWith("terraform-")) continue;
    append(byName, name, repository);
  }
  return ({ purl }) => {
    const [address = "", folder = ""] = packageName(purl).split("#", 2);
    const [namespace = "", module = "", provider] = address.toLowerCase().split("/");
    const wanted =
      provider === undefined ? `terraform-provider-${module}` : `terraform-${provider}-${module}`;
    const named = byName.get(wanted) ?? [];
    const own = named.filter((one) => ownerOf(one) === namespace);
    const registry = registryOf(purl);
    const subpath = /#(.{1,500})$/.exec(purl)?.[1] ?? folder;
    const [publicly] = own.length === 1 ? own : [];
    if (publicly !== undefined) return { purl: placePurl(publicly, decoded(subpath)) };
    const [privately] = registry !== null && named.length === 1 ? named : [];
    if (privately === undefined) return null;
    return {
      purl: placePurl(privately, decoded(subpath)),
      assumed: `${namespace} at ${registry ?? ""} is taken for the owner of ${wanted}`,
    };
  };
}

/**
 * A chart from a registry of the organisation's own: one that its pipelines push to, whose host or path holds the name of an
 * owner of the repositories, or at which two charts or more are asked for that are all offered here. A chart of a stranger's registry is the stranger's.
 */
function ownCharts(context: JoinContext): (asker: Asker) => Join | null {
  const { repositories, offers } = context;
  const owners = new Set(repositories.flatMap((one) => ownerOf(one) ?? []).map(plain));
  const asked = new Map<string, Set<string>>();
  for (const { files } of repositories) {
    for (const { dependencies } of files) {
      for (const { purl } of dependencies) {
        const registry = typeOf(purl) === "helm" ? registryOf(purl) : null;
        if (registry === null) continue;
        asked.set(registry, (asked.get(registry) ?? new Set()).add(bareName(purl)));
      }
    }
  }
  const published = publishedTo(repositories);
  const isOwn = (registry: string): boolean =>
    published.has(registry.replace(/\/{1,5}$/, "")) ||
    registry.split(/[/.:]+/).some((word) => owners.has(plain(word)));
  const holdsOnlyOwn = (registry: string): boolean => {
    const names = [...(asked.get(registry) ?? [])];
    return names.length > 1 && names.every((name) => offers.byName("helm", name).length > 0);
  };
  return ({ purl }) => {
    const registry = registryOf(purl);
    const named = offers.byName("helm", bareName(purl));
    const current = named.filter((offer) => offer.isCurrent);
    // A chart that moved from one repository to another is where it is kept today.
    const offer = only(current.length > 0 ? current : named);
    if (registry === null || offer === null) return null;
    if (isOwn(registry)) return { purl: offer.purl };
    if (!holdsOnlyOwn(registry)) return null;
    return {
      purl: offer.purl,
      assumed: `${registry} is taken for the organisation's own: every chart that is asked for there is offered here`,
    };
  };
}

/** Addresses that pipelines of the repositories push charts to. */
function publishedTo(repositories: readonly RepositoryEvidence[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { files } of repositories)
    for (const { definitions = [] } of files)
      for (const { name, spans } of definitions)
        if (name === helmRegistry) for (const { value } of spans) found.add(value);
  return found;
}

/**
 * An artefact whose group a plugin sets: by its name, where one repository has it and no public package is called so. A name of
 * one word (`core`, `library`) is anybody's: its group must hold an owner's name, or be one under which something is offered.
 */
function ownArtefacts(context: JoinContext): (asker: Asker) => Join | null {
  const { repositories, offers, isPublicName } = context;
  const owners = new Set(repositories.flatMap((one) => ownerOf(one) ?? []).map(plain));
  const groups = new Set<string>();
  for (const { files } of repositories)
    for (const { packages } of files)
      for (const { purl } of packages)
        if (typeOf(purl) === "maven" && !purl.startsWith(`pkg:maven/${unknownGroup}/`))
          groups.add(packageName(purl).split("/")[0] ?? "");
  const isOwn = (group: string): boolean =>
    groups.has(group) ||
    [...groups].some((one) => group.startsWith(`${one}.`)) ||
    [...owners].some((owner) => owner.length > 2 && plain(group).includes(owner));
  return ({ purl, dependency }) => {
    const name = bareName(purl);
    const offer = offers.ofUnknownGroup("maven", name);
    // Fetched from a repository of its own, it is built there.
    if (offer === null || dependency.origin !== null || isPublicName(name)) return null;
    const group = packageName(purl).split("/")[0] ?? "";
    if (!/[-_.]/.test(name) && !isOwn(group)) return null;
    return {
      purl: offer.purl,
      assumed: `the group of ${name} cannot be seen where it is built; ${group} is taken for it`,
    };
  };
}

/** An image that a step of a shared library publishes: by its name, where the repository that builds it is called after it. */
function byImage({ offers, isPublicName }: JoinContext, { purl }: Asker): Join | null {
  const name = bareName(purl);
  const offer = offers.ofUnknownGroup("docker", name);
  const [namespace = "", ...rest] = packageName(purl).split("/");
  if (offer === null || rest.length === 0 || isPublicName(name)) return null;
  if (!repositoryWord(offer.repository).toLowerCase().includes(name)) return null;
  return {
    purl: offer.purl,
    assumed: `where the image ${name} is published cannot be seen where it is built; ${namespace} is taken for it`,
  };
}

function registryOf(purl: string): string | null {
  const written = /[?&]repository_url=([^&#]{1,500})/.exec(purl)?.[1];
  return written === undefined ? null : decoded(written).toLowerCase();
}

function ownerOf({ remote }: RepositoryEvidence): string | null {
  return remote?.split("/")[1]?.toLowerCase() ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an escape that is none: the text as it stands is what was meant
  }
}
