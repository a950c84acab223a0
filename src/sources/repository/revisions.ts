import type { Appetite, FileSource } from "#evidence/source.ts";
import { lockFormatOf, type LockFormat } from "../locks/formats.ts";
import { SourcesByEnding } from "./sources-by-ending.ts";
import type { ReadablePlaces } from "./readable-places.ts";

/** How a path is read: by which source, and how much of its life. */
export interface PathPlan {
  readonly source: FileSource;
  readonly appetite: Exclude<Appetite, "none">;
  /** Only because another file takes the path in. */
  readonly isTakenIn?: true;
}

/** Which sources want a path; remembered, because a path is met once for each of its changes. */
export class PathPlans {
  private readonly sources: SourcesByEnding;
  private readonly known = new Map<string, readonly PathPlan[]>();
  private readonly none: readonly PathPlan[] = [];
  private readonly byId: ReadonlyMap<string, FileSource>;
  private readonly places: ReadablePlaces;

  private readonly without: ReadonlySet<string>;

  /** `without`: paths that nobody reads, whatever they are called. */
  constructor(
    sources: readonly FileSource[],
    places: ReadablePlaces,
    without: readonly string[] = [],
  ) {
    this.without = new Set(without);
    this.sources = new SourcesByEnding(sources);
    this.places = places;
    this.byId = new Map(sources.map((source) => [source.id, source]));
  }

  /** From now on `path` is read by the source with the id as well: another file takes it in. False: it is already, or cannot be. */
  include(path: string, reader: string): boolean {
    return this.add(path, reader, { isTakenIn: true });
  }

  /** As `include`, of a file that asks for it itself: it is one of that source by its own right. */
  follow(path: string, reader: string): boolean {
    const source = this.byId.get(reader);
    if (source !== undefined && tellsOfItsFolder(source) && this.places.leavesOut(path))
      return false;
    return this.add(path, reader, {});
  }

  private add(path: string, reader: string, how: Pick<PathPlan, "isTakenIn">): boolean {
    const source = this.byId.get(reader);
    const plans = this.of(path);
    if (this.without.has(path)) return false;
    if (source === undefined || plans.some((plan) => plan.source === source)) return false;
    this.known.set(path, [...plans, { source, appetite: source.included ?? "history", ...how }]);
    return true;
  }

  /** Null for every file that is no lock file of the repository's own. */
  lockFormatOf(path: string): LockFormat | null {
    if (this.without.has(path)) return null;
    return lockFormatOf(path) ?? (this.places.admits(path) ? lockFormatOf(path, true) : null);
  }

  of(path: string): readonly PathPlan[] {
    let plans = this.known.get(path);
    if (plans === undefined) {
      const wanted: PathPlan[] = [];
      for (const source of this.without.has(path) ? [] : this.sources.of(path)) {
        const appetite = source.detect(path);
        if (appetite === "none" || (tellsOfItsFolder(source) && this.places.leavesOut(path)))
          continue;
        wanted.push({ source, appetite });
      }
      plans = wanted.length === 0 ? this.none : wanted;
      this.known.set(path, plans);
    }
    return plans;
  }
}

function tellsOfItsFolder(source: FileSource): boolean {
  return source.tellsOfItsFolder === true || source.namesOwners === true;
}

/** The versions of one path over the mainline, oldest first after `oldestFirst`. */
export interface PathRevisions {
  readonly path: string;
  /** Position of the commit in the mainline, oldest = 0. */
  readonly positions: number[];
  /** Object id; null where the path was removed. */
  readonly objects: (string | null)[];
  /** What stood there before the oldest of these versions; null: nothing, or history is read from its beginning. */
  before: string | null;
}

/** The object of a path at a position; `atHead` is that of a path without changes in this reading. */
export function objectAt(
  revisions: PathRevisions | undefined,
  atHead: string | null,
  position: number,
): string | null {
  if (revisions === undefined || revisions.positions.length === 0) return atHead;
  let [low, high] = [0, revisions.positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((revisions.positions[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? revisions.before : (revisions.objects[low - 1] ?? null);
}

/** Collects the versions of wanted paths while the mainline streams by, newest first. */
export class RevisionLog {
  private readonly byPath = new Map<string, PathRevisions>();

  /** The list for a path; to be kept, so that it is looked up once for each path. */
  of(path: string): PathRevisions {
    let revisions = this.byPath.get(path);
    if (revisions === undefined) {
      revisions = { path, positions: [], objects: [], before: null };
      this.byPath.set(path, revisions);
    }
    return revisions;
  }

  /**
   * By path, each oldest first; a repeated object id in a row is one version. Positions were counted back from the newest
   * commit, 1 for that, while nobody knew how many there are: `length`.
   */
  oldestFirst(length: number): ReadonlyMap<string, PathRevisions> {
    for (const revisions of this.byPath.values()) {
      const { positions } = revisions;
      for (let at = 0; at < positions.length; at++) positions[at] = length - (positions[at] ?? 0);
      positions.reverse();
      revisions.objects.reverse();
    }
    return this.byPath;
  }
}
