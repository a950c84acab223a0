import { append } from "#kernel/lists-by-key.ts";
import type {
  DependencyHistory,
  FileHistory,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { folderOf, homeOf, nearest } from "./folder-paths.ts";
import { movedFolders } from "./moved-folders.ts";
import { Places, unitEcosystems, type Place } from "./places.ts";

export { folderOf, nearest } from "./folder-paths.ts";

/** A folder of a repository that is a component of its own, with the manifests below it that belong to no deeper one. */
export interface Unit {
  readonly repository: RepositoryEvidence;
  readonly folder: string;
  readonly files: readonly FileHistory[];
  /** Paths of tests, examples and documentation among them: nothing that is offered. */
  readonly besidePaths: ReadonlySet<string>;
  /** Where it lay before it was moved: files of then are among its own. */
  readonly formerFolders: readonly string[];
  /** An example, a sandbox or an application that only tests. */
  readonly isSample: boolean;
}

/** A list without a package's name that lies there speaks of the folder above. */
const sourceFolder = /\/src$/;

/**
 * The units of one repository, the root first. A repository with anything in it has at least its root. `charts` are the
 * Helm charts (purl) that other charts depend on: any other chart is how something is deployed, not something of its own.
 * `described` are the folders that a descriptor makes components.
 */
export function unitsOf(
  repository: RepositoryEvidence,
  asOf: number,
  charts: ReadonlySet<string>,
  described: ReadonlySet<string>,
): Unit[] {
  const existing = existingFiles(repository, asOf);
  const places = new Places(repository, existing, charts);
  const folders = new Set<string>(["."]);
  const samples = new Set<string>();
  for (const [folder, files] of places.candidates) {
    const { kind } = places.of(folder);
    if (kind !== "own" && kind !== "sample") continue;
    const isUnnamed = sourceFolder.test(folder) && files.every((one) => one.packages.length === 0);
    const made = isUnnamed ? folderOf(folder) : folder;
    folders.add(made);
    if (kind === "sample" && made !== ".") samples.add(made);
  }
  for (const folder of described)
    if (/^(?:own|sample)$/.test(places.of(folder).kind)) folders.add(folder);
  const moved = movedFolders(existing, folders, asOf, charts);
  const formerOf = new Map<string, string[]>();
  for (const [former, folder] of moved) append(formerOf, folder, former);
  const filesOf = new Map<string, FileHistory[]>([...folders].map((folder) => [folder, []]));
  const beside = new Set<string>();
  for (const file of existing) {
    const place = places.of(homeOf(file));
    if (place.kind === "out") continue;
    const home = nearest(homeOf(file), folders);
    const unit = moved.get(home) ?? home;
    if (offersNothing(file, place)) beside.add(file.path);
    const sign = place.kind === "beside" ? place.because?.sign : undefined;
    if (sign === "test" || sign === "trial" || sign === "example")
      filesOf.get(unit)?.push(scopedAsTest(file, null));
    else filesOf.get(unit)?.push(samples.has(unit) ? scopedAsTest(file, places) : file);
  }
  return [...filesOf]
    .filter(([folder]) => !moved.has(folder))
    .map(([folder, files]) => ({
      repository,
      folder,
      files,
      besidePaths: beside,
      formerFolders: formerOf.get(folder) ?? [],
      isSample: samples.has(folder),
    }))
    .sort((a, b) => (a.folder === "." ? -1 : b.folder === "." ? 1 : a.folder < b.folder ? -1 : 1));
}

export function existingFiles(repository: RepositoryEvidence, asOf: number): FileHistory[] {
  return repository.files.filter((file) => (file.spans[0]?.from.at ?? Infinity) < asOf);
}

/** Actions below `.github` are offered; packages below `buildSrc` are for this build alone. */
function offersNothing(file: FileHistory, { kind, because }: Place): boolean {
  if (kind !== "beside" || because?.sign === "tooling") return false;
  return (
    because?.sign !== "machinery" || file.packages.every(({ purl }) => unitEcosystems.test(purl))
  );
}

/** What only tests need, or only samples need of their own repository (`of`), is no use by what runs. */
function scopedAsTest(file: FileHistory, of: Places | null): FileHistory {
  const scoped = (one: DependencyHistory): DependencyHistory =>
    one.scope === "runtime" && unitEcosystems.test(one.purl) && of?.declares(one.purl) !== false
      ? { ...one, scope: "test" }
      : one;
  return file.dependencies.some((one) => scoped(one) !== one)
    ? { ...file, dependencies: file.dependencies.map(scoped) }
    : file;
}
