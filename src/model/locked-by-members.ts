import { append } from "#kernel/lists-by-key.ts";
import type {
  FileHistory,
  LockedHistory,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { homeOf, isWithin, nearest } from "./folder-paths.ts";
import { componentsByFolder, isBeside, type LockedUse } from "./locked-uses.ts";
import { lockHome, memberOf, relative } from "./locked-versions.ts";
import type { Component } from "./organisation.ts";
import { folderOf } from "./units.ts";

/** From–to in seconds since the epoch, and the constraint of the time. */
interface Declared {
  readonly folder: string;
  readonly constraint: string | null;
  readonly from: number;
  readonly to: number | null;
}

/**
 * Versions that lock files above them fix for what members of a workspace declare (Cargo, npm, Yarn, pnpm, Bun, uv …), while they
 * declare it: of the nearest lock file that holds the package, where that is not their own. `lockedUses` has the component in
 * whose folder the lock file lies; one lock file is one decision to take a version, but all who declare the package have it.
 */
export function lockedByMembers(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): LockedUse[] {
  const foldersOf = componentsByFolder(components);
  return repositories.flatMap(({ id: repositoryId, files }) => {
    const ids = foldersOf.get(repositoryId);
    const locks = files.filter(({ locked }) => locked.length > 0);
    if (ids === undefined || ids.size < 2 || locks.length === 0) return [];
    const folders = new Set(ids.keys());
    const byPurl = locksByPurl(locks, folders);
    return [...declaredBy(files, folders)].flatMap(([key, declared]) => {
      const [component = "", purl = ""] = key.split("\n");
      const lock = nearestLock(byPurl.get(purl) ?? [], component);
      const componentId = ids.get(component);
      if (lock === null || componentId === undefined) return [];
      if (nearest(folderOf(lock.path), folders) === component) return [];
      const rows = lock.locked.filter((one) => one.purl === purl);
      const uses = declared.flatMap((one) =>
        rowsFor(rows, lock, one).flatMap(({ spans }) =>
          spans.flatMap(({ value, from, to }): LockedUse[] => {
            const start = Math.max(from.at, one.from);
            const end = earlier(to?.at ?? null, one.to);
            if (end !== null && end <= start) return [];
            const { path } = lock;
            const time = { from: start, to: end, commit: from.commit };
            return [{ componentId, repositoryId, purl, version: value, path, ...time }];
          }),
        ),
      );
      // Several manifests of one component declare the same package.
      return [...new Map(uses.map((one) => [`${one.version} ${one.from}`, one])).values()];
    });
  });
}

/**
 * Components that declare something, of the workspace too, of an ecosystem for which a lock file at or above their manifest
 * fixes versions now: where it holds none of what they declare, nothing of it is from outside.
 */
export function componentsUnderLock(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ReadonlySet<string> {
  const foldersOf = componentsByFolder(components);
  return new Set(
    repositories.flatMap(({ id, files }) => {
      const ids = foldersOf.get(id) ?? new Map<string, string>();
      const folders = new Set(ids.keys());
      const homes = files
        .filter(({ locked, spans }) => locked.length > 0 && spans.at(-1)?.to === null)
        .filter(({ path }) => !isBeside(path, nearest(folderOf(path), folders)))
        .map((lock) => ({
          home: lockHome(lock),
          types: new Set(lock.locked.map(({ purl }) => typeOf(purl))),
        }));
      return files.flatMap((file) => {
        const component = nearest(homeOf(file), folders);
        const isCovered = file.dependencies.some(
          ({ purl, spans }) =>
            spans.at(-1)?.to === null &&
            homes.some(
              ({ home, types }) => types.has(typeOf(purl)) && isWithin(homeOf(file), home),
            ),
        );
        return isCovered && !isBeside(file.path, component) ? (ids.get(component) ?? []) : [];
      });
    }),
  );
}

/** `cargo` of `pkg:cargo/lens`. */
function typeOf(purl: string): string {
  return purl.slice(purl.indexOf(":") + 1, purl.indexOf("/"));
}

/** Those of tests and examples are left out. */
function locksByPurl(
  locks: readonly FileHistory[],
  folders: ReadonlySet<string>,
): ReadonlyMap<string, FileHistory[]> {
  const found = new Map<string, FileHistory[]>();
  for (const lock of locks) {
    if (isBeside(lock.path, nearest(folderOf(lock.path), folders))) continue;
    for (const purl of new Set(lock.locked.map((one) => one.purl))) append(found, purl, lock);
  }
  return found;
}

/** By folder of the component and purl, on two lines. */
function declaredBy(
  files: readonly FileHistory[],
  folders: ReadonlySet<string>,
): ReadonlyMap<string, Declared[]> {
  const found = new Map<string, Declared[]>();
  for (const file of files) {
    if (file.dependencies.length === 0) continue;
    const folder = homeOf(file);
    const component = nearest(folder, folders);
    if (isBeside(file.path, component)) continue;
    for (const { purl, localPath, spans } of file.dependencies) {
      if (localPath !== null) continue;
      for (const { value, from, to } of spans)
        append(found, `${component}\n${purl}`, {
          folder,
          constraint: value,
          from: from.at,
          to: to?.at ?? null,
        });
    }
  }
  return found;
}

function nearestLock(locks: readonly FileHistory[], folder: string): FileHistory | null {
  let best: FileHistory | null = null;
  for (const lock of locks) {
    if (!isWithin(folder, lockHome(lock))) continue;
    if (best === null || isWithin(lockHome(lock), lockHome(best))) best = lock;
  }
  return best;
}

/** What the member sees by itself, else what answers its constraint, else what everybody sees. */
function rowsFor(
  rows: readonly LockedHistory[],
  lock: FileHistory,
  { folder, constraint }: Declared,
): readonly LockedHistory[] {
  const name = relative(lockHome(lock), folder);
  const own = rows.filter(({ member }) => member !== undefined && memberOf(member) === name);
  if (own.length > 0) return own;
  const answering = rows.filter(({ range }) => range !== undefined && range === constraint);
  if (answering.length > 0) return answering;
  return rows.filter(({ member, range }) => member === undefined && range === undefined);
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
