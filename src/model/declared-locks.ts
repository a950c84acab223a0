import { append } from "#kernel/lists-by-key.ts";
import type { Moment, Span } from "#evidence/moment.ts";
import type { FileHistory, LockedHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "./folder-paths.ts";

/**
 * Rows of a lock file that answer a manifest: where it holds several versions of a package, those that the members or constraints
 * of manifests see. What only the packages in it ask for is nobody's choice.
 */
export function declaredLocks(lock: FileHistory, files: readonly FileHistory[]): LockedHistory[] {
  const rows = new Map<string, LockedHistory[]>();
  for (const row of lock.locked) append(rows, row.purl, row);
  const isSpecial = ({ member, range }: LockedHistory): boolean =>
    member !== undefined || range !== undefined;
  if (!lock.locked.some(isSpecial)) return [...lock.locked];
  const root = folderOf(lock.path);
  const declared = declarationsIn(files);
  return [...rows].flatMap(([purl, own]) => {
    const special = own.filter(isSpecial);
    const declarers = declared.get(purl);
    if (special.length === 0 || declarers === undefined) return own;
    const answering = special.filter(({ member, range }) =>
      member === undefined
        ? declarers.constraints.has(range ?? "")
        : declarers.folders.has(root === "." ? member : `${root}/${member}`),
    );
    if (declarers.folders.has(root) || answering.length === 0)
      return [...own.filter((row) => !isSpecial(row)), ...answering];
    const spans = answering.flatMap((row) => row.spans);
    const rest = own.flatMap((row) => {
      const left = row.spans.flatMap((span) => without(span, spans));
      return isSpecial(row) || left.length === 0 ? [] : [{ ...row, spans: left }];
    });
    return [...rest, ...answering];
  });
}

interface Declarers {
  readonly folders: Set<string>;
  readonly constraints: Set<string>;
}

const known = new WeakMap<readonly FileHistory[], ReadonlyMap<string, Declarers>>();

/** By purl: where it was ever declared, and how. Each lock file of a repository asks. */
function declarationsIn(files: readonly FileHistory[]): ReadonlyMap<string, Declarers> {
  const before = known.get(files);
  if (before !== undefined) return before;
  const found = new Map<string, Declarers>();
  for (const { path, dependencies } of files)
    for (const { purl, spans } of dependencies) {
      const one = found.get(purl) ?? { folders: new Set(), constraints: new Set() };
      one.folders.add(folderOf(path));
      for (const { value } of spans) if (value !== null) one.constraints.add(value);
      found.set(purl, one);
    }
  known.set(files, found);
  return found;
}

/** What is left of a stretch outside the others. */
function without(span: Span<string>, others: readonly Span<string>[]): Span<string>[] {
  let from: Moment | null = span.from;
  const left: Span<string>[] = [];
  for (const other of others.toSorted((a, b) => a.from.at - b.from.at)) {
    if (from === null) break;
    if (other.to !== null && other.to.at <= from.at) continue;
    if (span.to !== null && other.from.at >= span.to.at) break;
    if (other.from.at > from.at) left.push({ ...span, from, to: other.from });
    from = other.to;
  }
  if (from !== null && (span.to === null || from.at < span.to.at)) left.push({ ...span, from });
  return left;
}
