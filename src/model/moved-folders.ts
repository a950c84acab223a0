import { append } from "#kernel/lists-by-key.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { homeOf } from "./folder-paths.ts";
import { unitEcosystems } from "./places.ts";

/** Manifests of a folder that make it a unit, all of which began, or ended, with one commit of the mainline. */
interface Manifests {
  readonly folder: string;
  readonly files: readonly FileHistory[];
}

/** What tells that a folder is another one's, the surest first. */
const signs: readonly ((old: FileHistory, now: FileHistory) => boolean)[] = [
  (old, now) => old.packages.some(({ purl }) => now.packages.some((one) => one.purl === purl)),
  (old, now) =>
    old.spans.at(-1)?.value === now.spans[0]?.value && lastWord(old.path) === lastWord(now.path),
  (old, now) => lastWord(homeOf(old)) === lastWord(homeOf(now)),
];

/**
 * Folders that were moved: former folder → folder at the end. With the commit that took away all manifests of the one those of
 * the other came, of the same kind, and either they name the same package, or they are the same, or the folders are called alike.
 * Where several would fit nothing is said. `files`: those of one repository that exist.
 */
export function movedFolders(
  files: readonly FileHistory[],
  folders: ReadonlySet<string>,
  asOf: number,
): ReadonlyMap<string, string> {
  const makers = new Map<string, FileHistory[]>();
  for (const file of files) {
    const home = homeOf(file);
    if (home !== "." && folders.has(home) && isMaking(file)) append(makers, home, file);
  }
  const begun = new Map<string, Manifests[]>();
  for (const [folder, own] of makers) append(begun, beginOf(own), { folder, files: own });
  const moved = new Map<string, string>();
  for (const sign of signs) {
    const found = new Map<string, string[]>();
    for (const [folder, own] of makers) {
      const end = endOf(own, asOf);
      if (moved.has(folder) || end === null) continue;
      const taken = new Set(moved.values());
      const next = (begun.get(end) ?? []).filter(
        (one) => !taken.has(one.folder) && isMove({ folder, files: own }, one, sign),
      );
      if (next.length === 1) append(found, next[0]?.folder ?? "", folder);
    }
    for (const [folder, [former, further]] of found)
      if (former !== undefined && further === undefined) moved.set(former, folder);
  }
  return new Map([...moved].map(([former]) => [former, lastOf(former, moved)]));
}

/** Each move begins where an older one ended: there are no circles. */
function lastOf(folder: string, moved: ReadonlyMap<string, string>): string {
  let at = folder;
  for (let next = moved.get(at); next !== undefined; next = moved.get(at)) at = next;
  return at;
}

function isMove(
  old: Manifests,
  now: Manifests,
  sign: (old: FileHistory, now: FileHistory) => boolean,
): boolean {
  if (old.folder === now.folder) return false;
  return old.files.some((one) =>
    now.files.some((other) => one.source === other.source && sign(one, other)),
  );
}

function isMaking({ packages, dependencies }: FileHistory): boolean {
  return [...packages, ...dependencies].some(({ purl }) => unitEcosystems.test(purl));
}

/** The commit of the first of them. */
function beginOf(files: readonly FileHistory[]): string {
  let first: { readonly at: number; readonly commit: string } | undefined;
  for (const { spans } of files) {
    const from = spans[0]?.from;
    if (from !== undefined && (first === undefined || from.at < first.at)) first = from;
  }
  return first?.commit ?? "";
}

/** The commit that ended the last of them; null: one is there. */
function endOf(files: readonly FileHistory[], asOf: number): string | null {
  let last: { readonly at: number; readonly commit: string } | null = null;
  for (const { spans } of files) {
    const to = spans.at(-1)?.to ?? null;
    if (to === null || to.at >= asOf) return null;
    if (last === null || to.at >= last.at) last = to;
  }
  return last?.commit ?? null;
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
