import type { CatalogEntity, NamedRepository } from "#evidence/facts.ts";
import { folderSigns } from "#evidence/folder-signs.ts";
import { languageOf } from "#evidence/languages.ts";
import type { FileChanges, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ListedRepositories } from "./listed-repositories.ts";
import { folderOf } from "./folder-paths.ts";

/** What a descriptor describes: a folder of a repository. */
export interface Placed {
  readonly entity: CatalogEntity;
  readonly path: string;
  readonly source: string;
  readonly repositoryId: string;
  readonly folder: string;
  /** The folder is a component of its own for it; else it only describes what is one anyway. */
  readonly makesComponent: boolean;
}

interface Descriptor {
  readonly entity: CatalogEntity;
  readonly path: string;
  readonly source: string;
}

/** Folders that hold descriptors, not what they describe. */
const holder =
  /(?:^|\/)(?:\.[^/]{1,100}|backstage|catalog(?:ue)?|catalog-(?:info|entities)|software-catalog)$/;
/** Folders to be copied: what lies there describes what somebody will make of it. */
const mould =
  /(?:^|\/)(?:skeletons?|templates?\/(?:[^/]{1,100}\/){0,4}content|archetype-resources|[^/]{0,100}(?:\{\{|\$\{|<%)[^/]{0,200})(?:\/|$)/;
/** Folders of samples: what lies there is made up, or read by a test. */
const sample =
  /(?:^|\/)(?:tests?|__tests__|fixtures?|__fixtures__|test-?data|examples?|samples?|mocks|e2e|node_modules|vendor)\//i;
const described: ReadonlySet<string> = new Set(
  "Component API Resource System Domain Template".split(" "),
);

/**
 * Where each descriptor of a repository belongs: in the folder that it lies in, unless an annotation names another repository
 * that was read; where that folder holds no code, with the code around it. The only component described is the repository.
 */
export function placeDescriptors(
  repository: RepositoryEvidence,
  index: ListedRepositories,
): Placed[] {
  const all: Descriptor[] = repository.headFiles.flatMap(({ path, source, entities }) =>
    entities
      .filter((entity) => entity.repository === null && described.has(entity.kind))
      .map((entity) => ({ entity, path, source })),
  );
  if (all.length === 0) return [];
  const placed: Placed[] = [];
  const own: Descriptor[] = [];
  const foreign: Descriptor[] = [];
  for (const one of all) {
    const found = readPlace(one.entity.places ?? [], index);
    if (found === null) (one.entity.places === undefined ? own : foreign).push(one);
    else if (found.repository.id === repository.id) own.push(one);
    else placed.push(elsewhere(one, found.repository, found.place.folder));
  }
  const ground = groundOf(repository);
  // A fork, or a repository that has been renamed, names one repository throughout: itself.
  const isSelf = new Set(foreign.map(({ entity }) => entity.places?.[0]?.path)).size === 1;
  const staying = isSelf && own.length === 0 && placed.length === 0 ? foreign : own;
  if (staying !== foreign)
    for (const one of foreign)
      if (folderOf(one.path) !== ".") placed.push(at(one, repository, folderOf(one.path), false));
  for (const each of placeOwn(staying, repository, index, ground)) placed.push(each);
  return placed;
}

function readPlace(
  places: readonly NamedRepository[],
  index: ListedRepositories,
): { repository: RepositoryEvidence; place: NamedRepository } | null {
  for (const place of places) {
    const repository = index.named(place);
    if (repository !== null) return { repository, place };
  }
  return null;
}

function elsewhere(one: Descriptor, repository: RepositoryEvidence, folder: string | null): Placed {
  const isThere = folder !== null && folder !== "." && groundOf(repository).holds(folder);
  return at(one, repository, isThere ? folder : ".", isThere);
}

function at(
  { entity, path, source }: Descriptor,
  { id }: RepositoryEvidence,
  folder: string,
  makesComponent: boolean,
): Placed {
  const isComponent = makesComponent && entity.kind === "Component" && folder !== ".";
  return { entity, path, source, repositoryId: id, folder, makesComponent: isComponent };
}

function placeOwn(
  descriptors: readonly Descriptor[],
  repository: RepositoryEvidence,
  index: ListedRepositories,
  ground: Ground,
): Placed[] {
  const isAside = ({ path }: Descriptor): boolean =>
    sample.test(path) || mould.test(folderOf(path));
  const aside = descriptors.filter(isAside);
  const rest = descriptors.filter((one) => !isAside(one));
  const components = rest.filter(({ entity }) => entity.kind === "Component");
  // A component of two owners may be two entities.
  const isOnly =
    new Set(components.map(({ path, entity }) => `${path}\n${entity.name}`)).size === 1;
  const namesIn = new Map<string, Set<string>>();
  for (const { path, entity } of components) {
    const names = namesIn.get(folderOf(path)) ?? new Set<string>();
    namesIn.set(folderOf(path), names.add(entity.name));
  }
  return [
    // What describes a template or a sample describes no more than the folder that it lies in.
    ...aside.map((one) => at(one, repository, folderOf(one.path), false)),
    ...rest.flatMap((one) => {
      const folder = folderOf(one.path);
      if (one.entity.kind !== "Component")
        return [at(one, repository, ground.around(folder), false)];
      if (isOnly) return placeOnly(one, repository, ground);
      const isShared = (namesIn.get(folder)?.size ?? 0) > 1;
      const part =
        isShared || !ground.isHome(folder) ? partOf(one.entity, repository, index, ground) : null;
      if (part !== null) return [at(one, repository, part, true)];
      const isKept = ground.isHome(folder) || !(holder.test(folder) || ground.isShelf(one.path));
      return [at(one, repository, isKept ? folder : ground.around(folder), true)];
    }),
  ];
}

function placeOnly(one: Descriptor, repository: RepositoryEvidence, ground: Ground): Placed[] {
  const folder = folderOf(one.path);
  const isPackage = ground.packages.has(folder) && folder !== ".";
  const hasOthers = [...ground.packages].some(
    (each) => each !== folder && !each.startsWith(`${folder}/`),
  );
  if (isPackage && hasOthers) return [at(one, repository, folder, true)];
  return [
    at(one, repository, ".", true),
    ...(isPackage ? [at(one, repository, folder, true)] : []),
  ];
}

/** Where several lie together: the folder of this repository that its annotation names, or one that is called the same. */
function partOf(
  { name, places = [] }: CatalogEntity,
  repository: RepositoryEvidence,
  index: ListedRepositories,
  ground: Ground,
): string | null {
  for (const place of places) {
    const folder = place.folder;
    if (
      folder !== null &&
      folder !== "." &&
      index.named(place)?.id === repository.id &&
      ground.holds(folder)
    )
      return folder;
  }
  const called = [...ground.packages].filter(
    (folder) =>
      folder !== "." &&
      folder.slice(folder.lastIndexOf("/") + 1).toLowerCase() === name.toLowerCase(),
  );
  return called.length === 1 ? (called[0] ?? null) : null;
}

const grounds = new WeakMap<RepositoryEvidence["files"], WeakMap<FileChanges, Ground>>();

/** Remembered, for every past state of the owners stands on the same ground. */
function groundOf(repository: RepositoryEvidence): Ground {
  const byChanges = grounds.get(repository.files) ?? new WeakMap<FileChanges, Ground>();
  grounds.set(repository.files, byChanges);
  const ground = byChanges.get(repository.fileChanges) ?? new Ground(repository);
  byChanges.set(repository.fileChanges, ground);
  return ground;
}

/** What lies in the folders of a repository besides descriptors and documents. */
class Ground {
  /** Folders with a manifest. */
  readonly packages: ReadonlySet<string>;
  private readonly filled = new Set<string>();

  constructor({ files, fileChanges, headFiles }: RepositoryEvidence) {
    const passed = new Set(
      headFiles.filter(({ entities }) => entities.length > 0).map(({ path }) => path),
    );
    const manifests = files.filter(
      (file) =>
        (file.packages.length > 0 || file.dependencies.length > 0) &&
        file.spans.at(-1)?.to === null &&
        folderSigns(folderOf(file.path)).length === 0,
    );
    this.packages = new Set(manifests.map(({ path }) => folderOf(path)));
    const paths = [...fileChanges.paths, ...manifests.map(({ path }) => path)];
    for (const path of paths) {
      if (passed.has(path) || languageOf(path)?.kind === "doc") continue;
      let folder = folderOf(path);
      while (!this.filled.has(folder)) {
        this.filled.add(folder);
        folder = folderOf(folder);
      }
    }
  }

  holds(folder: string): boolean {
    return this.filled.has(folder);
  }

  isHome(folder: string): boolean {
    return folder === "." || (this.filled.has(folder) && !holder.test(folder));
  }

  /** A file of a name of its own beside others in a folder without code. */
  isShelf(path: string): boolean {
    return !/(?:^|\/)(?:catalog-info\.ya?ml|compass\.ya?ml|opslevel\.ya?ml|cortex\.ya?ml|port\.ya?ml|[\w-]{1,60}\.datadog\.ya?ml)$/.test(
      path,
    );
  }

  /** The nearest folder with code at or above. */
  around(folder: string): string {
    let nearest = folder;
    while (!this.isHome(nearest)) nearest = folderOf(nearest);
    return nearest;
  }
}
