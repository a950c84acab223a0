import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isTestPath } from "#evidence/test-path.ts";

/** A folder of a repository that is a component of its own, with the manifests below it that belong to no deeper one. */
export interface Unit {
  readonly repository: RepositoryEvidence;
  readonly folder: string;
  readonly files: readonly FileHistory[];
}

/** Ecosystems whose manifests make the folder they stand in a unit of its own; others belong to the unit around them. */
const unitEcosystems =
  /^pkg:(?:npm|gem|pypi|cargo|golang|maven|nuget|composer|swift|cocoapods|pub|hex|hackage|jsr)\//;
/** `smoke-tests`, `site_tests`: a suite with a manifest of its own is part of what it tests. */
const suiteFolder = /(?:^|[-_./])tests$/i;
const sideFolder =
  /(?:^|\/)(?:requirements|config|scripts?|tools?|ci|\.github|\.devcontainer|hack|etc)$/;

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/**
 * The units of one repository, the root first. A repository with anything in it has at least its root. `charts` are the
 * Helm charts (purl) that other charts depend on: any other chart is how something is deployed, not something of its own.
 */
export function unitsOf(
  repository: RepositoryEvidence,
  asOf: number,
  charts: ReadonlySet<string>,
): Unit[] {
  const existing = repository.files.filter((file) => (file.spans[0]?.from.at ?? Infinity) < asOf);
  const folders = new Set<string>(["."]);
  for (const file of existing) {
    const folder = homeOf(file);
    if (makesUnit(file, folder, charts)) folders.add(folder);
  }
  for (const { path, entities } of repository.headFiles) {
    const declaresComponent = entities.some(
      (entity) => entity.kind === "Component" && entity.repository === null,
    );
    if (declaresComponent && /(?:^|\/)(?:catalog-info\.ya?ml|compass\.ya?ml)$/.test(path))
      folders.add(folderOf(path));
  }
  const filesOf = new Map<string, FileHistory[]>([...folders].map((folder) => [folder, []]));
  for (const file of existing) filesOf.get(nearest(homeOf(file), folders))?.push(file);
  return [...filesOf]
    .filter(([folder, files]) => folder === "." || files.length > 0 || folders.has(folder))
    .map(([folder, files]) => ({ repository, folder, files }))
    .sort((a, b) => (a.folder === "." ? -1 : b.folder === "." ? 1 : a.folder < b.folder ? -1 : 1));
}

/** Where a file counts: its own folder, or that of the file that takes it in. */
function homeOf(file: FileHistory): string {
  return file.home ?? folderOf(file.path);
}

function makesUnit(file: FileHistory, folder: string, charts: ReadonlySet<string>): boolean {
  if (folder === "." || isSidePath(file.path) || sideFolder.test(folder)) return false;
  if (file.source === "ruby-version-file") return false;
  const declares = file.packages.some(
    (one) => unitEcosystems.test(one.purl) || charts.has(one.purl),
  );
  return (
    declares ||
    file.dependencies.some((one) => unitEcosystems.test(one.purl) && one.scope === "runtime")
  );
}

/** Manifests of tests, examples and other people's code: nothing that is offered or stands on its own. */
export function isSidePath(path: string): boolean {
  return isForeignPath(path) || isTestPath(path) || suiteFolder.test(folderOf(path));
}

/** The nearest of `folders` at or above `folder`. */
export function nearest(folder: string, folders: ReadonlySet<string>): string {
  let at = folder;
  while (at !== "." && !folders.has(at)) at = folderOf(at);
  return at;
}
