import type { FileHistory, LockedHistory } from "#evidence/repository-evidence.ts";
import { isBeside } from "./locked-uses.ts";
import { isWithin } from "./folder-paths.ts";
import { folderOf, type Unit } from "./units.ts";
import { within } from "./spans.ts";

export interface VersionSpan {
  readonly version: string;
  readonly from: number;
  readonly to: number | null;
}

/** One manifest's declaration of a package, with the constraints it had. */
export interface Declaration {
  readonly purl: string;
  readonly path: string;
  readonly spans: readonly {
    readonly value: string | null;
    readonly from: { readonly at: number };
    readonly to: { readonly at: number } | null;
  }[];
}

/**
 * Versions that lock files fixed for the declarations of one unit during [from, to), oldest first. Lock files of the unit
 * itself count first, not those of its examples and inputs of tests; else, and since these are gone, the nearest above it, which
 * a workspace shares among its members.
 */
export function lockedVersions(
  unit: Unit,
  declarations: readonly Declaration[],
  from: number,
  to: number | null,
): VersionSpan[] {
  const seen = new Set<string>();
  const versions: VersionSpan[] = [];
  for (const declaration of declarations) {
    for (const { lock, since } of locksFor(unit, declaration)) {
      const key = `${lock.path}\n${declaration.purl}\n${folderOf(declaration.path)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const each of versionsIn(lock, declaration, Math.max(from, since), to))
        versions.push(each);
    }
  }
  return unique(versions).sort((a, b) => a.from - b.from || (a.version < b.version ? -1 : 1));
}

interface LockFor {
  readonly lock: FileHistory;
  /** It says nothing of the time before. */
  readonly since: number;
}

function locksFor(unit: Unit, { purl, path }: Declaration): readonly LockFor[] {
  const own = (holders(unit.files).get(purl) ?? []).filter(
    (lock) => !isBeside(lock.path, unit.folder),
  );
  const goneAt = Math.max(-Infinity, ...own.map(({ spans }) => spans.at(-1)?.to?.at ?? Infinity));
  const ofOwn = own.map((lock) => ({ lock, since: -Infinity }));
  if (goneAt === Infinity) return ofOwn;
  const folder = folderOf(path);
  const above = (holders(unit.repository.files).get(purl) ?? []).filter(
    (file) => !own.includes(file) && isWithin(folder, lockHome(file)),
  );
  const nearest = Math.max(0, ...above.map((file) => depthOf(lockHome(file))));
  return [
    ...ofOwn,
    ...above.flatMap((lock) =>
      depthOf(lockHome(lock)) === nearest ? [{ lock, since: goneAt }] : [],
    ),
  ];
}

const known = new WeakMap<readonly FileHistory[], ReadonlyMap<string, readonly FileHistory[]>>();

/** The lock files among `files` that hold each package, by purl: worked out once, for every use asks. */
function holders(files: readonly FileHistory[]): ReadonlyMap<string, readonly FileHistory[]> {
  const before = known.get(files);
  if (before !== undefined) return before;
  const found = new Map<string, FileHistory[]>();
  for (const file of files)
    for (const purl of new Set(file.locked.map((one) => one.purl))) {
      const list = found.get(purl);
      if (list === undefined) found.set(purl, [file]);
      else list.push(file);
    }
  known.set(files, found);
  return found;
}

/** Where tools keep lock files among their settings, below the folder that these are about: Rush, Xcode, Gradle. */
const settingsFolders = [
  /(?:^|\/)common\/config\/(?:rush|subspaces\/[^/]{1,200})$/,
  /(?:^|\/)[^/]{1,200}\.xc(?:odeproj|workspace)\/(?:project\.xcworkspace\/)?xcshareddata\/swiftpm$/,
  /(?:^|\/)gradle\/dependency-locks$/,
];

/** The folder from which a lock file's packages are installed. */
export function lockHome(lock: Pick<FileHistory, "path">): string {
  const home = settingsFolders.reduce(
    (folder, settings) => folder.replace(settings, ""),
    folderOf(lock.path),
  );
  return home === "" ? "." : home;
}

/** Members as seen from there: Rush's lock file names them `../../apps/till`. */
export function memberOf(member: string): string {
  return member.replace(/^(?:\.\.\/){1,9}/, "");
}

/** What the manifest's own folder sees, else what answers its constraint, else what everybody sees. */
function versionsIn(
  lock: FileHistory,
  { purl, path, spans }: Declaration,
  from: number,
  to: number | null,
): VersionSpan[] {
  const rows = lock.locked.filter((one) => one.purl === purl);
  const member = relative(lockHome(lock), folderOf(path));
  const inUse = (row: LockedHistory, start: number, end: number | null): VersionSpan[] =>
    within(row.spans, start, end).map(({ value, ...time }) => ({ version: value, ...time }));
  const everybody = rows
    .filter((row) => row.member === undefined && row.range === undefined)
    .flatMap((row) => inUse(row, from, to));
  const answering = spans.flatMap((span) =>
    rows
      .filter((row) => row.range !== undefined && row.range === span.value)
      .flatMap((row) => inUse(row, Math.max(from, span.from.at), earlier(span.to?.at ?? null, to))),
  );
  const own = rows
    .filter((row) => row.member !== undefined && memberOf(row.member) === member)
    .flatMap((row) => inUse(row, from, to));
  return over(over(everybody, answering), own);
}

/** `base` outside the times of `top`, and `top`: a lock file that was there for a while says nothing of other times. */
export function over(base: readonly VersionSpan[], top: readonly VersionSpan[]): VersionSpan[] {
  let rest = [...base];
  for (const { from, to } of top) {
    const end = to ?? Infinity;
    rest = rest.flatMap((span) => {
      const last = span.to ?? Infinity;
      if (last <= from || span.from >= end) return [span];
      return [
        ...(span.from < from ? [{ ...span, to: from }] : []),
        ...(last > end ? [{ ...span, from: end }] : []),
      ];
    });
  }
  return [...rest, ...top];
}

/** In order; of the same version one behind the other one. */
export function joined(versions: readonly VersionSpan[]): VersionSpan[] {
  const result: VersionSpan[] = [];
  for (const span of versions) {
    const last = result.at(-1);
    if (last?.version === span.version && last.to === span.from)
      result[result.length - 1] = { ...last, to: span.to };
    else result.push(span);
  }
  return result;
}

/** What two declarations say at the same time is said once. */
export function unique(versions: readonly VersionSpan[]): VersionSpan[] {
  return [
    ...new Map(versions.map((one) => [`${one.version} ${one.from} ${one.to ?? ""}`, one])).values(),
  ];
}

export function relative(outer: string, folder: string): string {
  if (folder === outer) return ".";
  return outer === "." ? folder : folder.slice(outer.length + 1);
}

function depthOf(folder: string): number {
  return folder === "." ? 1 : folder.split("/").length + 1;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
