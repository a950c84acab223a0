import { isTeam } from "#model/keepers.ts";
import { changedTogether, type CoChanges } from "./co-changes.ts";
import type { CloneKind } from "#vocabulary/duplication.ts";

/** Where one copy stands, with what is known of its file. Days are counted from the epoch, UTC. */
export interface CopySite {
  readonly repositoryId: string;
  readonly componentId: string | null;
  readonly path: string;
  readonly commit: string | null;
  /** Lines, 1-based, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Sorted owner ids; the repository stands in where nobody is known to own it. */
  readonly owners: readonly string[];
  /** Of the file's code. */
  readonly fileShare: number;
  /** Days on which the file changed, ascending; empty where history does not say. */
  readonly changeDays: ArrayLike<number>;
}

export interface FoundClass {
  readonly kind: CloneKind;
  readonly type: 1 | 2 | 3;
  readonly similarity: number;
  readonly medianLines: number;
  readonly tokens: number;
  readonly copies: readonly CopySite[];
}

export interface RankedClass extends FoundClass {
  readonly ownerIds: readonly string[];
  /** (distinct owners − 1) × median lines: what one shared copy would save. */
  readonly crossOwnerLines: number;
  /** Changes of the representative's file that were followed or preceded by one of another copy's within 14 days. */
  readonly coChangesCount: number;
  /** How many of them chance would give, with the files changing as often but apart from each other. */
  readonly coChangesByChance: number;
  /** Cross-owner lines × (1 + co-changes beyond chance, as far as they concern the copies). */
  readonly rank: number;
}

export interface OwnerPair {
  readonly teamA: string;
  readonly teamB: string;
  readonly lines: number;
  readonly classesCount: number;
}

/** Beyond so many further ones say nothing more about a class. */
const mostCoChanges = 20;

/**
 * Classes with copies of at least two owners, by what sharing would save: cross-owner lines × (1 + co-changes), after
 * docs/insights/duplication.md. A region is told once: a class mostly covered by higher-ranked
 * ones is left out, unless somebody further has a copy.
 */
export function rankBetweenOwners(classes: readonly FoundClass[]): RankedClass[] {
  const ranked = classes
    .map(rankOf)
    .filter((one) => one.crossOwnerLines > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank || b.medianLines - a.medianLines || compare(firstKey(a), firstKey(b)),
    );
  const told = new ToldRegions();
  return ranked.filter((one) => told.tell(one.copies));
}

function rankOf(found: FoundClass): RankedClass {
  const ownerIds = [...new Set(found.copies.flatMap((copy) => copy.owners))].sort();
  const crossOwnerLines = distinctOwners(found.copies) * found.medianLines;
  const together = crossOwnerLines === 0 ? nothing : coChanges(found.copies);
  return {
    ...found,
    ownerIds,
    crossOwnerLines,
    coChangesCount: together.count,
    coChangesByChance: Math.round(together.byChance * 10) / 10,
    rank: Math.round(crossOwnerLines * (1 + Math.min(mostCoChanges, together.ofCopies))),
  };
}

/**
 * Owners beyond the first that hold a copy; components owned together count as one owner, and in one repository persons and
 * nobody are the same: there no line between teams is crossed.
 */
function distinctOwners(copies: readonly CopySite[]): number {
  const isOneRepository = new Set(copies.map(({ repositoryId }) => repositoryId)).size === 1;
  const keyOfOwners = ({ owners }: CopySite): string =>
    (isOneRepository ? owners.filter(isTeam) : owners).join("\n");
  return new Set(copies.map(keyOfOwners)).size - 1;
}

interface ClassCoChanges extends CoChanges {
  /** Beyond chance, each by the share of the file that the smaller copy makes up: the rest of the file changes as well. */
  readonly ofCopies: number;
}

const nothing: ClassCoChanges = { count: 0, byChance: 0, ofCopies: 0 };

/** Summed over the pairs of the representative's file with each other one. */
function coChanges(copies: readonly CopySite[]): ClassCoChanges {
  const [representative, ...others] = copies;
  if (representative === undefined) return nothing;
  const sum = { ...nothing };
  const seen = new Set([keyOf(representative)]);
  for (const other of others) {
    if (seen.has(keyOf(other))) continue;
    seen.add(keyOf(other));
    const { count, byChance } = changedTogether(representative.changeDays, other.changeDays);
    sum.count += count;
    sum.byChance += byChance;
    const share = Math.min(representative.fileShare, other.fileShare);
    sum.ofCopies += Math.max(0, count - byChance) * share;
  }
  return sum;
}

const workflow = /^\.github\/workflows\/[^/]{1,200}\.ya?ml$/;

/** A workflow that calls another one and has no steps of its own: to call what is shared is no copy of it. */
function isThinCall({ copies }: RankedClass, texts: ReadonlyMap<string, string>): boolean {
  const read = copies.flatMap((copy) => texts.get(copyKey(copy)) ?? []);
  return (
    read.length > 0 &&
    copies.every(({ path }) => workflow.test(path)) &&
    read.every(
      (text) =>
        /^\s{2,40}uses:\s{1,10}\S{0,300}\.github\/workflows\//m.test(text) &&
        !/^\s{2,60}(?:- )?(?:steps|run|runs-on):/m.test(text),
    )
  );
}

/** Without those that only call what is shared; `texts`: lines of copies, by `copyKey`, where they were read. */
export function withoutThinCalls(
  classes: readonly RankedClass[],
  texts: ReadonlyMap<string, string>,
): RankedClass[] {
  return classes.filter((one) => !isThinCall(one, texts));
}

/** Lines shared by each pair of owners, over the classes told. */
export function matrixOf(classes: readonly RankedClass[]): OwnerPair[] {
  const pairs = new Map<string, { lines: number; classesCount: number }>();
  for (const { ownerIds, medianLines } of classes) {
    ownerIds.forEach((teamA, index) => {
      for (const teamB of ownerIds.slice(index + 1)) {
        const key = `${teamA}\n${teamB}`;
        const sum = pairs.get(key) ?? { lines: 0, classesCount: 0 };
        pairs.set(key, { lines: sum.lines + medianLines, classesCount: sum.classesCount + 1 });
      }
    });
  }
  return [...pairs]
    .map(([key, sum]) => {
      const [teamA = "", teamB = ""] = key.split("\n");
      return { teamA, teamB, ...sum };
    })
    .sort((a, b) => b.lines - a.lines || compare(a.teamA + a.teamB, b.teamA + b.teamB));
}

export function copyKey(copy: Pick<CopySite, "repositoryId" | "path" | "start" | "end">): string {
  return `${copy.repositoryId}\n${copy.path}\n${String(copy.start)}\n${String(copy.end)}`;
}

class ToldRegions {
  private readonly byFile = new Map<string, [from: number, to: number][]>();

  /**
   * False when most copies stand mostly in regions told before, and those that do not are of nobody further; otherwise their lines
   * count as told.
   */
  tell(copies: readonly CopySite[]): boolean {
    const covered = copies.filter((copy) => this.coveredShare(copy) > 0.5);
    const known = new Set(covered.flatMap(({ owners }) => owners));
    const isOfKnown = copies.every(({ owners }) => owners.every((one) => known.has(one)));
    if (covered.length * 2 > copies.length && isOfKnown) return false;
    for (const copy of copies) {
      const key = keyOf(copy);
      const list = this.byFile.get(key);
      if (list === undefined) this.byFile.set(key, [[copy.start, copy.end]]);
      else list.push([copy.start, copy.end]);
    }
    return true;
  }

  private coveredShare(copy: CopySite): number {
    let covered = 0;
    for (const [from, to] of this.byFile.get(keyOf(copy)) ?? []) {
      covered = Math.max(covered, Math.min(to, copy.end) - Math.max(from, copy.start) + 1);
    }
    return covered / (copy.end - copy.start + 1);
  }
}

function keyOf(copy: CopySite): string {
  return `${copy.repositoryId}\n${copy.path}`;
}

function firstKey(one: RankedClass): string {
  const copy = one.copies[0];
  return copy === undefined ? "" : `${keyOf(copy)}\n${String(copy.start)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
