import { append } from "#kernel/lists-by-key.ts";
import type { CopySite } from "../duplication/between-owners.ts";
import type { SharedClass, Topic } from "./copies-worth-sharing.ts";

/** Copied stretches that are one matter: of one topic, in much the same repositories, or in the same files. */
export interface CopyFamily {
  readonly topic: Topic;
  readonly classes: readonly SharedClass[];
  readonly repositoryIds: readonly string[];
  /** Each file once. */
  readonly files: readonly CopySite[];
}

/** Of the larger set of repositories: three of five in common are two matters that meet (uncalibrated). */
const overlap = 0.6;

/**
 * Stretches that share two files are one matter; so are those whose repositories are much the same as those of the largest of
 * them. What resembles only another one that was put there is none: pairs that resemble each other in a row would end as one heap.
 */
export function familiesOf(classes: readonly SharedClass[]): CopyFamily[] {
  const files = classes.map((one) => new Set(one.copies.map(fileOf)));
  const groups = new Groups(classes.length);
  for (const [a, one] of classes.entries())
    for (let b = a + 1; b < classes.length; b++)
      if (
        one.topic === classes[b]?.topic &&
        common(files[a] ?? new Set(), files[b] ?? new Set()) >= 2
      )
        groups.unite(a, b);
  const left = groups
    .lists()
    .map((places) => familyOf(places.flatMap((at) => classes[at] ?? [])))
    .sort(largestFirst);
  const found: CopyFamily[] = [];
  for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
    const largest = seed;
    const joined = left.filter((one) => isAlike(one, largest));
    for (const one of joined) left.splice(left.indexOf(one), 1);
    found.push(familyOf([largest, ...joined].flatMap((one) => one.classes)));
  }
  return found;
}

function isAlike(one: CopyFamily, other: CopyFamily): boolean {
  const shared = common(new Set(one.repositoryIds), new Set(other.repositoryIds));
  const larger = Math.max(one.repositoryIds.length, other.repositoryIds.length);
  return one.topic === other.topic && shared >= 2 && shared > overlap * larger;
}

function largestFirst(a: CopyFamily, b: CopyFamily): number {
  const first = ({ files }: CopyFamily): string => (files[0] === undefined ? "" : fileOf(files[0]));
  return b.files.length - a.files.length || (first(a) < first(b) ? -1 : 1);
}

function familyOf(classes: readonly SharedClass[]): CopyFamily {
  const byFile = new Map(classes.flatMap((one) => one.copies.map((copy) => [fileOf(copy), copy])));
  return {
    topic: classes[0]?.topic ?? "code",
    classes,
    repositoryIds: [...new Set(classes.flatMap((one) => [...homesOf(one)]))].sort(),
    files: [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, copy]) => copy),
  };
}

/** What of the family these copies are; null where nothing of it is left that several owners keep in several repositories. */
export function partOf(
  { classes }: CopyFamily,
  isMeant: (copy: CopySite) => boolean,
): CopyFamily | null {
  const left = classes.flatMap((one) => {
    const copies = one.copies.filter(isMeant);
    const owners = new Set(copies.map((copy) => copy.owners.join("\n"))).size;
    return homesOf({ copies }).size < 2 || owners < 2 ? [] : [{ ...one, copies }];
  });
  return left.length === 0 ? null : familyOf(left);
}

/** Within a family, the files that are copies of one another. */
export function siblingsOf({ classes }: CopyFamily): CopySite[][] {
  const groups = new Groups(classes.length);
  const files = classes.map((one) => new Set(one.copies.map(fileOf)));
  for (const [a, own] of files.entries())
    for (let b = a + 1; b < files.length; b++)
      if (common(own, files[b] ?? new Set()) > 0) groups.unite(a, b);
  return groups.lists().map((places) => {
    const copies = places.flatMap((at) => classes[at]?.copies ?? []);
    return [...new Map(copies.map((copy) => [fileOf(copy), copy])).values()];
  });
}

export interface Repeats {
  /** Times that a change had to be made once more, elsewhere, within 14 days. */
  readonly count: number;
  /** Rounds of changes in at least two repositories, and those of them that did not reach every copy. */
  readonly rounds: number;
  readonly partial: number;
}

const together = 14;

/** Of a repository and a day the sweeps that came in, by a number of their own. */
export type SweptOn = (repositoryId: string, day: number) => readonly number[];

interface FileChange {
  readonly day: number;
  readonly repositoryId: string;
}

/**
 * Changes of sibling files in (from, to], days since the epoch: each round in k repositories is k − 1 repeats. Births are none. What
 * bears one name in several repositories is a round, however long it took; what is left is one where it comes within 14 days.
 */
export function repeatsOf(
  siblings: readonly CopySite[],
  from: number,
  to: number,
  sweptOn: SweptOn = () => [],
): Repeats {
  const all = siblings
    .flatMap(({ repositoryId, changeDays }) =>
      Array.from(changeDays)
        .slice(1)
        .filter((day) => day > from && day <= to)
        .map((day) => ({ day, repositoryId })),
    )
    .sort((a, b) => a.day - b.day);
  const homes = new Set(siblings.map(({ repositoryId }) => repositoryId)).size;
  const found = { count: 0, rounds: 0, partial: 0 };
  const { named, rest } = namedRounds(all, sweptOn);
  for (const changed of [...named, ...roundsWithin(rest)]) {
    if (changed.size < 2) continue;
    found.count += changed.size - 1;
    found.rounds += 1;
    if (changed.size < homes) found.partial += 1;
  }
  return found;
}

/** Sweeps that touched files in two of the repositories or more, the widest first; each change is of one. */
function namedRounds(
  changes: readonly FileChange[],
  sweptOn: SweptOn,
): { readonly named: Set<string>[]; readonly rest: FileChange[] } {
  const bySweep = new Map<number, FileChange[]>();
  for (const one of changes)
    for (const sweep of sweptOn(one.repositoryId, one.day)) append(bySweep, sweep, one);
  const told = new Set<FileChange>();
  const homesOfChanges = (list: readonly FileChange[]): Set<string> =>
    new Set(list.map(({ repositoryId }) => repositoryId));
  const named: Set<string>[] = [];
  const widestFirst = [...bySweep].sort(
    ([a, one], [b, other]) => homesOfChanges(other).size - homesOfChanges(one).size || a - b,
  );
  for (const [, list] of widestFirst) {
    const own = list.filter((one) => !told.has(one));
    const homes = homesOfChanges(own);
    if (homes.size < 2) continue;
    named.push(homes);
    for (const one of own) told.add(one);
  }
  return { named, rest: changes.filter((one) => !told.has(one)) };
}

function roundsWithin(events: readonly FileChange[]): Set<string>[] {
  const rounds: Set<string>[] = [];
  for (let at = 0; at < events.length;) {
    const start = events[at]?.day ?? 0;
    const changed = new Set<string>();
    while (at < events.length && (events[at]?.day ?? 0) <= start + together)
      changed.add(events[at++]?.repositoryId ?? "");
    rounds.push(changed);
  }
  return rounds;
}

function homesOf({ copies }: Pick<SharedClass, "copies">): Set<string> {
  return new Set(copies.map(({ repositoryId }) => repositoryId));
}

export function fileOf({ repositoryId, path }: CopySite): string {
  return `${repositoryId}\n${path}`;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const each of one) if (other.has(each)) count++;
  return count;
}

/** Numbers 0 … n − 1 that are put together. */
class Groups {
  private readonly parent: number[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, at) => at);
  }

  unite(a: number, b: number): void {
    const [low, high] = [this.rootOf(a), this.rootOf(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.parent[high] = low;
  }

  /** By their lowest number. */
  lists(): number[][] {
    const lists = new Map<number, number[]>();
    for (const at of this.parent.keys()) {
      const root = this.rootOf(at);
      append(lists, root, at);
    }
    return [...lists.values()];
  }

  private rootOf(at: number): number {
    let root = at;
    while (this.parent[root] !== root) root = this.parent[root] ?? root;
    return root;
  }
}

/** Of these files the mean part that is kept elsewhere as well, 0 to 1: of each the lines of all its stretches, none twice. */
export function alikeShare(classes: readonly Pick<SharedClass, "copies">[]): number {
  const byFile = new Map<string, CopySite[]>();
  for (const copy of classes.flatMap(({ copies }) => copies)) append(byFile, fileOf(copy), copy);
  const shares = [...byFile.values()].map(alikeIn);
  return shares.reduce((all, one) => all + one, 0) / Math.max(1, shares.length);
}

function alikeIn(stretches: readonly CopySite[]): number {
  const inOrder = [...stretches].sort((a, b) => a.start - b.start);
  let lines = 0;
  let upTo = 0;
  for (const { start, end } of inOrder) {
    lines += Math.max(0, end - Math.max(start - 1, upTo));
    upTo = Math.max(upTo, end);
  }
  const ofFile = Math.max(
    ...stretches.map(({ start, end, fileShare }) => (end - start + 1) / Math.max(fileShare, 0.01)),
  );
  return Math.min(1, lines / Math.max(1, ofFile));
}
