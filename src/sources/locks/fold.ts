import type { LockedPackage, ParseProblem } from "#evidence/facts.ts";
import type { LockFormat } from "./formats.ts";
import { additionsAllowed, type Counted, LockTooLarge, PackageTally } from "./lock-sink.ts";
import { lockedVersion } from "./locked-version.ts";
import { lockReaders, mostBytes, readWholeLock, tooLarge } from "./parse-lock.ts";
import { nothingRead, readDifference, type SegmentedContent } from "./segment-difference.ts";
import type { SegmentGrammar } from "./segment-grammar.ts";

/** What one version of a lock file changed against the last version that could be read. */
export interface LockChange {
  readonly added: readonly LockedPackage[];
  readonly removed: readonly LockedPackage[];
  /** For each package of `added` or `removed` that is still locked: the version now in force (see `lockedVersion`). */
  readonly changed: readonly LockedPackage[];
  /** Not empty: this version could not be read, and changed nothing. */
  readonly problems: readonly ParseProblem[];
}

/** Reads the versions of one lock file in the order of history. */
export interface LockFold {
  /** Never throws. Keeps `content` until the next call has returned: its bytes must stay as they are until then. */
  next(content: Buffer): LockChange;
  /** All that is locked under one name now. */
  entries(purl: string): readonly LockedPackage[];
  /** The file was deleted: all that was locked is removed, and the next version is the first again. */
  clear(): LockChange;
}

/**
 * Tells the same as comparing whole-file readings of consecutive versions, reading only the segments that differ.
 * A version that is not in the layout of its tool is read whole.
 */
export function createLockFold(
  format: LockFormat,
  wanted: (purl: string) => boolean = () => true,
): LockFold {
  return new DifferenceFold(format, wanted);
}

interface Base {
  readonly grammar: SegmentGrammar;
  readonly read: SegmentedContent;
  readonly claims: Set<string>;
  readonly additions: number;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const noChange = { added: [], removed: [], changed: [] };

class DifferenceFold implements LockFold {
  readonly #format: LockFormat;
  readonly #wanted: (purl: string) => boolean;
  readonly #byPurl = new Map<string, Map<string, LockedPackage>>();
  #packages = new Map<string, Counted>();
  #base: Base | null = null;

  constructor(format: LockFormat, wanted: (purl: string) => boolean) {
    this.#format = format;
    this.#wanted = wanted;
  }

  next(content: Buffer): LockChange {
    if (content.length > mostBytes) return this.#refuse(tooLarge());
    const text = content.subarray(0, 3).equals(byteOrderMark) ? content.subarray(3) : content;
    return this.#readSegments(text) ?? this.#readWhole(text);
  }

  entries(purl: string): readonly LockedPackage[] {
    return [...(this.#byPurl.get(purl)?.values() ?? [])];
  }

  clear(): LockChange {
    this.#base = null;
    return this.#replace(new Map());
  }

  /** Null where the version is not in its tool's layout. */
  #readSegments(content: Buffer): LockChange | null {
    const grammar = lockReaders[this.#format].grammarOf(content);
    if (grammar === null) return null;
    const base = this.#base?.grammar === grammar ? this.#base : null;
    const before = base?.read ?? nothingRead;
    const most = additionsAllowed(content.length);
    const tally = new PackageTally(this.#wanted, most + additionsAllowed(before.content.length));
    const read = readSegments(grammar, before, content, tally);
    const claims = base?.claims ?? new Set<string>();
    const additions = (base?.additions ?? 0) + tally.additions;
    if (read === null || additions > most || !isEachClaimedOnce(claims, tally.claims)) return null;
    for (const [key, count] of tally.claims) {
      if (count > 0) claims.add(key);
      else if (count < 0) claims.delete(key);
    }
    this.#base = { grammar, read, claims, additions };
    return base === null ? this.#replace(tally.packages) : this.#apply(tally.packages);
  }

  #readWhole(content: Buffer): LockChange {
    const tally = new PackageTally(this.#wanted, additionsAllowed(content.length));
    const problem = readWholeLock(this.#format, content.toString("utf8"), tally);
    if (problem !== null) return this.#refuse(problem);
    this.#base = null;
    return this.#replace(tally.packages);
  }

  /** What was locked stays; its bytes go, for the caller keeps them no longer than to this call. */
  #refuse(problem: ParseProblem): LockChange {
    this.#base = null;
    return { ...noChange, problems: [problem] };
  }

  #apply(differences: ReadonlyMap<string, Counted>): LockChange {
    const added = new Map<string, LockedPackage>();
    const removed = new Map<string, LockedPackage>();
    for (const [key, difference] of differences) {
      const before = this.#packages.get(key)?.count ?? 0;
      const count = before + difference.count;
      if (count === 0) this.#packages.delete(key);
      else this.#packages.set(key, { package: difference.package, count });
      if (before === 0 && count > 0) added.set(key, difference.package);
      if (before > 0 && count === 0) removed.set(key, difference.package);
    }
    return this.#change(added, removed);
  }

  #replace(packages: Map<string, Counted>): LockChange {
    const before = this.#packages;
    this.#packages = packages;
    return this.#change(missingFrom(before, packages), missingFrom(packages, before));
  }

  #change(
    added: ReadonlyMap<string, LockedPackage>,
    removed: ReadonlyMap<string, LockedPackage>,
  ): LockChange {
    const touched = new Set<string>();
    for (const [key, { purl }] of removed) {
      this.#byPurl.get(purl)?.delete(key);
      touched.add(purl);
    }
    for (const [key, found] of added) {
      const known = this.#byPurl.get(found.purl) ?? new Map<string, LockedPackage>();
      this.#byPurl.set(found.purl, known.set(key, found));
      touched.add(found.purl);
    }
    const changed: LockedPackage[] = [];
    for (const purl of touched) {
      const entries = this.entries(purl);
      if (entries.length === 0) this.#byPurl.delete(purl);
      const version = lockedVersion(entries);
      if (version !== null) changed.push({ purl, version });
    }
    return { added: [...added.values()], removed: [...removed.values()], changed, problems: [] };
  }
}

/** What stands in `packages` and not in `known`. */
function missingFrom(
  known: ReadonlyMap<string, Counted>,
  packages: ReadonlyMap<string, Counted>,
): Map<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const [key, held] of packages) if (!known.has(key)) missing.set(key, held.package);
  return missing;
}

/** Null too where the file holds more packages than any tool writes. */
function readSegments(
  grammar: SegmentGrammar,
  before: SegmentedContent,
  after: Buffer,
  tally: PackageTally,
): SegmentedContent | null {
  try {
    return readDifference(grammar, before, after, tally);
  } catch (error) {
    if (error instanceof LockTooLarge) return null;
    throw error;
  }
}

function isEachClaimedOnce(
  claims: ReadonlySet<string>,
  differences: ReadonlyMap<string, number>,
): boolean {
  for (const [key, count] of differences) {
    const now = (claims.has(key) ? 1 : 0) + count;
    if (now !== 0 && now !== 1) return false;
  }
  return true;
}
