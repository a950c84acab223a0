import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { CatalogEntity } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { CataloguedFacts } from "./organisation.ts";
import { folderOf, type Unit } from "./units.ts";

export interface FoundEntity {
  readonly entity: CatalogEntity;
  readonly from: "catalog-info" | "compass" | "catalogue";
  readonly folder: string;
  readonly ref: EvidenceRef;
}

export interface Catalogue {
  /** Entities in the repository's own files. */
  readonly own: ReadonlyMap<string, readonly FoundEntity[]>;
  /** Rows of published catalogues, by lower-case repository name. */
  readonly published: ReadonlyMap<string, readonly FoundEntity[]>;
}

/** Gathers what catalogues say, in the repositories themselves and in published lists (`extra`, read from files outside). */
export function gatherCatalogue(
  repositories: readonly RepositoryEvidence[],
  extra: readonly { readonly file: string; readonly entities: readonly CatalogEntity[] }[],
): Catalogue {
  const own = new Map<string, FoundEntity[]>();
  const published = new Map<string, FoundEntity[]>();
  const publish = (entity: CatalogEntity, ref: EvidenceRef): void => {
    const name = baseName(entity.repository ?? entity.name);
    const list = published.get(name) ?? [];
    list.push({ entity, from: "catalogue", folder: ".", ref });
    published.set(name, list);
  };
  for (const repository of repositories) {
    for (const { path, source, entities } of repository.headFiles) {
      for (const entity of entities) {
        const ref = refOf(source, repository, path, entity);
        if (entity.repository !== null) {
          publish(entity, ref);
          continue;
        }
        const list = own.get(repository.id) ?? [];
        list.push({
          entity,
          from: source.includes("compass") ? "compass" : "catalog-info",
          folder: folderOf(path),
          ref,
        });
        own.set(repository.id, list);
      }
    }
  }
  for (const { file, entities } of extra) {
    for (const entity of entities) publish(entity, refOf("catalogue", null, file, entity));
  }
  return { own, published };
}

function baseName(name: string): string {
  return name
    .slice(name.lastIndexOf("/") + 1)
    .replace(/\.git$/, "")
    .toLowerCase();
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

/** Entities about one unit: its own folder's Components; for a root also the published rows of its repository. */
export function entitiesFor(unit: Unit, catalogue: Catalogue): FoundEntity[] {
  const own = (catalogue.own.get(unit.repository.id) ?? []).filter(
    ({ entity, folder }) =>
      folder === unit.folder && (entity.kind === "Component" || entity.kind === "API"),
  );
  const components = own.filter(({ entity }) => entity.kind === "Component");
  const relevant = components.length > 0 ? components : own;
  if (unit.folder !== ".") return relevant;
  return [...relevant, ...(catalogue.published.get(baseName(unit.repository.name)) ?? [])];
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
