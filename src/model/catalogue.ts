import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { CatalogEntity } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { placeDescriptors } from "./descriptors.ts";
import type { CataloguedFacts } from "./organisation.ts";
import type { ListedRepositories } from "./listed-repositories.ts";
import { repositoryWord } from "./repository-word.ts";
import { folderOf, type Unit } from "./units.ts";
import type { CatalogueForm } from "#vocabulary/structure.ts";

export interface FoundEntity {
  readonly entity: CatalogEntity;
  readonly from: CatalogueForm;
  readonly ref: EvidenceRef;
  /** Its own, else that of the component, system or domain that it is part of. */
  readonly owner: string | null;
}

export interface Catalogue {
  /** By repository, then by the folder that they describe. */
  readonly described: ReadonlyMap<string, ReadonlyMap<string, readonly FoundEntity[]>>;
  /** Folders that are components because they are described, by repository. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows of published lists, by repository. */
  readonly published: ReadonlyMap<string, readonly FoundEntity[]>;
}

/** Entities about one unit. */
export interface UnitEntities {
  readonly own: readonly FoundEntity[];
  /** Of the nearest folder around it that is described. */
  readonly around: readonly FoundEntity[];
  /** What lists say of its repository. */
  readonly published: readonly FoundEntity[];
}

export interface ListedEntities {
  readonly file: string;
  readonly entities: readonly CatalogEntity[];
}

/** Gathers what catalogues say, in the repositories themselves and in published lists (`extra`, read from files outside). */
export function gatherCatalogue(
  repositories: readonly RepositoryEvidence[],
  extra: readonly ListedEntities[],
  index: ListedRepositories,
): Catalogue {
  const ownerOf = inheritedOwners(repositories);
  const described = new Map<string, Map<string, FoundEntity[]>>();
  const folders = new Map<string, Set<string>>();
  const published = new Map<string, FoundEntity[]>();
  const publish = (entity: CatalogEntity, ref: EvidenceRef): void => {
    const about = index.listed(entity.repository ?? entity.name);
    if (about === null) return;
    const list = published.get(about.id) ?? [];
    list.push({ entity, from: "catalogue", ref, owner: entity.owner });
    published.set(about.id, list);
  };
  for (const repository of repositories) {
    for (const { entity, path, source, repositoryId, folder, makesComponent } of placeDescriptors(
      repository,
      index,
    )) {
      const byFolder = described.get(repositoryId) ?? new Map<string, FoundEntity[]>();
      described.set(repositoryId, byFolder);
      const list = byFolder.get(folder) ?? [];
      byFolder.set(folder, list);
      const from = source.includes("compass") ? "compass" : "catalog-info";
      list.push({
        entity,
        from,
        ref: refOf(source, repository, path, entity),
        owner: entity.owner ?? ownerOf(entity),
      });
      if (makesComponent)
        folders.set(repositoryId, (folders.get(repositoryId) ?? new Set<string>()).add(folder));
    }
    for (const { path, source, entities } of repository.headFiles)
      for (const entity of entities)
        if (entity.repository !== null) publish(entity, refOf(source, repository, path, entity));
  }
  for (const { file, entities } of extra) {
    for (const entity of entities) publish(entity, refOf("catalogue", null, file, entity));
  }
  return { described, folders, published };
}

/** Owners by reference, for what names none itself but says what it belongs to. */
function inheritedOwners(
  repositories: readonly RepositoryEvidence[],
): (entity: CatalogEntity) => string | null {
  const wholes = new Map<string, CatalogEntity>();
  for (const { headFiles } of repositories)
    for (const { entities } of headFiles)
      for (const entity of entities)
        if (entity.repository === null && /^(?:Component|System|Domain)$/.test(entity.kind))
          wholes.set(
            `${entity.kind}:${entity.namespace ?? "default"}/${entity.name}`.toLowerCase(),
            entity,
          );
  const ownerOf = (entity: CatalogEntity, steps: number): string | null => {
    for (const ref of [entity.subcomponentOf, entity.system, entity.domain]) {
      const whole = ref === null ? undefined : wholes.get(ref);
      const owner =
        whole?.owner ?? (whole === undefined || steps > 4 ? null : ownerOf(whole, steps + 1));
      if (owner !== null) return owner;
    }
    return null;
  };
  return (entity) => ownerOf(entity, 0);
}

function refOf(
  source: string,
  repository: RepositoryEvidence | null,
  path: string,
  entity: CatalogEntity,
): EvidenceRef {
  return {
    source,
    repositoryId: repository?.id ?? null,
    commit: repository?.head?.commit ?? null,
    path,
    line: entity.line,
    at: repository?.head?.at ?? null,
    how: "declared",
    confidence: "observed",
    text: `${entity.kind} ${entity.name}${entity.type === null ? "" : `, type ${entity.type}`}`.slice(
      0,
      500,
    ),
  };
}

/** Kinds by how directly they speak of code. */
const ranks = ["Component", "API", "Resource", "Template", "System", "Domain"];

export function entitiesFor(
  { repository, folder }: Pick<Unit, "repository" | "folder">,
  { described, published }: Catalogue,
): UnitEntities {
  const byFolder = described.get(repository.id);
  let outer = folder;
  let around: readonly FoundEntity[] = [];
  while (outer !== "." && around.length === 0) {
    outer = folderOf(outer);
    around = mostDirect(byFolder?.get(outer) ?? [], repositoryWord(repository), outer);
  }
  return {
    own: mostDirect(byFolder?.get(folder) ?? [], repositoryWord(repository), folder),
    around,
    published: published.get(repository.id) ?? [],
  };
}

/** Of several components described together the one that is called like the folder speaks for it; else all do. */
function mostDirect(
  found: readonly FoundEntity[],
  repository: string,
  folder: string,
): readonly FoundEntity[] {
  const kind = ranks.find((rank) => found.some(({ entity }) => entity.kind === rank));
  const direct = found.filter(({ entity }) => entity.kind === kind);
  const path = folder === "." ? repository : folder;
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const named = direct.filter(({ entity }) => entity.name.toLowerCase() === name);
  return named.length > 0 ? named : direct;
}

/** Everything that is said of the unit itself. */
export function entitiesAbout(
  { own, published }: UnitEntities,
  folder: string,
): readonly FoundEntity[] {
  return folder === "." ? [...own, ...published] : own;
}

/** What the first entity that says anything says. */
export function cataloguedFacts(entities: readonly FoundEntity[]): CataloguedFacts | null {
  const first = entities[0];
  if (first === undefined) return null;
  const pick = (key: "type" | "lifecycle" | "system" | "domain"): string | null =>
    entities.find(({ entity }) => entity[key] !== null)?.entity[key] ?? null;
  return {
    kind: first.entity.kind,
    type: pick("type"),
    lifecycle: pick("lifecycle"),
    system: pick("system"),
    domain: pick("domain"),
    source: first.from,
  };
}
