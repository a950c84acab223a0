import semver from "semver";
import type { LockedPackage } from "#evidence/facts.ts";

/** What is known of the manifest that declares the package. */
export interface Declaration {
  readonly constraint?: string | null;
  /** Folder of the manifest, from the lock file's folder; `.` for the same folder. */
  readonly member?: string;
}

/**
 * The version in force for a declared package, among all that is locked under its name. Narrowed in this order, each
 * step only if it leaves something: what is not nested; what the declaring member sees by itself, else what all see;
 * what answers the very constraint. Of several versions left, the highest that satisfies the constraint, else the
 * highest. Null where nothing is locked, or where several versions cannot be ordered.
 */
export function lockedVersion(
  entries: readonly LockedPackage[],
  { constraint = null, member = "." }: Declaration = {},
): string | null {
  const [first] = entries;
  if (first === undefined || entries.length === 1) return first?.version ?? null;
  const open = narrowed(entries, ({ isNested }) => isNested !== true);
  const own = open.filter((entry) => entry.member === member);
  const seen = own.length > 0 ? own : narrowed(open, (entry) => entry.member === undefined);
  const exact = narrowed(seen, ({ range }) => constraint !== null && range === constraint);
  const versions = [...new Set(exact.map(({ version }) => version))];
  return versions.length === 1 ? (versions[0] ?? null) : highest(versions, constraint);
}

function narrowed(
  entries: readonly LockedPackage[],
  keeps: (entry: LockedPackage) => boolean,
): readonly LockedPackage[] {
  const kept = entries.filter(keeps);
  return kept.length > 0 ? kept : entries;
}

function highest(versions: readonly string[], constraint: string | null): string | null {
  if (constraint !== null) {
    const satisfying = semver.maxSatisfying([...versions], constraint, { loose: true });
    if (satisfying !== null) return satisfying;
  }
  let best: string | null = null;
  for (const version of versions) {
    if (semver.coerce(version) === null) return null;
    if (best === null || compare(version, best) > 0) best = version;
  }
  return best;
}

/** Semantic versions by their rules; others, such as `1.2.3.4`, by their first three numbers. */
function compare(first: string, second: string): number {
  const [a, b] = [semver.parse(first, { loose: true }), semver.parse(second, { loose: true })];
  return semver.compare(
    a ?? semver.coerce(first) ?? "0.0.0",
    b ?? semver.coerce(second) ?? "0.0.0",
  );
}
