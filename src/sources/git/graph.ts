import { isProgramName } from "../repository/bots.ts";
import { asBroken } from "./broken-history.ts";
import { LineReader } from "./line-reader.ts";
import { ObjectIds } from "./object-ids.ts";
import { readObjects, type GitLocation } from "./run.ts";
import { repairsOf, subjectMark } from "./subject-marks.ts";

/** All commits reachable from HEAD: columns of equal length, newest first as git prints them. */
export interface CommitGraph {
  readonly ids: ObjectIds;
  /** Committer time, seconds since the epoch. */
  readonly times: Float64Array;
  /** Index into `authors`. */
  readonly authorIndex: Uint32Array;
  /** Distinct author e-mail addresses, lower case: hashed before anything is kept. Twice where a program signs with a person's. */
  readonly authors: readonly string[];
  /** By author: do they sign with the name of a program? */
  readonly isProgram: readonly boolean[];
  /** Names under which each of `authors` signed: like the addresses, never kept. */
  readonly authorNames: readonly (readonly string[])[];
  /** By commit: what its subject says of runs that failed and changes taken back, as `repairsOf`. */
  readonly repairs: Uint8Array;
  /** By commit: what it says of itself, as `subjectMark`; null for others, for merges, and for what is years older than the newest. */
  readonly subjectMarks: readonly (string | null)[];
  /** Parents of commit i are `parents[parentStart[i] … parentStart[i+1])`; −1 for one that is not there (shallow, range). */
  readonly parents: Int32Array;
  readonly parentStart: Uint32Array;
  /** First parents that are not in the graph, by commit: where a range or a shallow history ends. */
  readonly outsideFirstParent: ReadonlyMap<number, string>;
}

export interface GraphRange {
  readonly head: string;
  /** Only what is not reachable from here. */
  readonly after: string | null;
  /** Object id of the .mailmap at HEAD, else null. */
  readonly mailmap: string | null;
}

/** What stands further behind in a subject is not looked at. */
const longestSubject = 300;
/** Of older subjects no mark is made. */
const subjectSeconds = 4 * 366 * 86_400;

/**
 * One pass over the graph without diffs: `git log --format='%H %P%x09%ct %ae%x09%an%x00%s'`. Throws `BrokenHistory` at the parents
 * that were not reached when git gave up, or at the head.
 */
export async function readGraph(
  location: GitLocation,
  range: GraphRange,
  signal?: AbortSignal,
): Promise<CommitGraph> {
  const ids = new ObjectIds();
  const parentIds = new ObjectIds();
  const times: number[] = [];
  const authorIndex: number[] = [];
  const repairs: number[] = [];
  const subjectMarks: (string | null)[] = [];
  const authors: string[] = [];
  const isProgram: boolean[] = [];
  const authorNames: string[][] = [];
  const authorOf = new Map<string, number>();
  /** By address and name as they stand in the line: a look-up for each commit, work for each person. */
  const signedBy = new Map<string, number>();
  const parentStart: number[] = [];

  // Short strings are cut from the bytes one by one: slices of a line would keep every whole line in memory.
  const takeLine = (bytes: Buffer, from: number, end: number): void => {
    const tab = bytes.indexOf(9, from);
    const space = bytes.indexOf(32, tab);
    if (tab < 0 || tab > end || space < 0 || space > end) return;
    const width = widthOfId(bytes, from, tab);
    if (!ids.push(bytes, from, from + width)) return;
    parentStart.push(parentIds.length);
    for (let at = from + width + 1; at < tab; at += width + 1) {
      parentIds.push(bytes, at, at + width);
    }
    times.push(Number(bytes.toString("latin1", tab + 1, space)));
    const stop = bytes.indexOf(0, space);
    const nul = stop < 0 || stop > end ? end : stop;
    const subjectEnd = Math.min(end, nul + longestSubject);
    repairs.push(repairsOf(bytes.toString("latin1", nul + 1, subjectEnd)));
    const isMerge = parentIds.length - (parentStart.at(-1) ?? 0) > 1;
    const isOld = (times.at(-1) ?? 0) < (times[0] ?? 0) - subjectSeconds;
    subjectMarks.push(
      isMerge || isOld ? null : subjectMark(bytes.toString("utf8", nul + 1, subjectEnd)),
    );
    const signature = bytes.toString("latin1", space + 1, nul);
    let author = signedBy.get(signature);
    if (author === undefined) {
      const mark = signature.indexOf("\t");
      const address = (mark < 0 ? signature : signature.slice(0, mark)).toLowerCase();
      const name = mark < 0 ? null : bytes.toString("utf8", space + 2 + mark, nul);
      const isSignedByProgram = name !== null && isProgramName(name);
      const key = isSignedByProgram ? `${address}\t` : address;
      author = authorOf.get(key) ?? authors.length;
      if (author === authors.length) {
        authors.push(address);
        isProgram.push(isSignedByProgram);
        authorNames.push([]);
        authorOf.set(key, author);
      }
      if (name !== null) authorNames[author]?.push(name);
      signedBy.set(signature, author);
    }
    authorIndex.push(author);
  };

  const signed = range.mailmap === null ? "%ae%x09%an" : "%aE%x09%aN";
  const format = `%H %P%x09%ct ${signed}%x00%s`;
  const options = range.mailmap === null ? [] : ["-c", `mailmap.blob=${range.mailmap}`];
  const lines = new LineReader(takeLine);
  const log = ["log", `--format=${format}`, range.head];
  if (range.after !== null) log.push(`^${range.after}`);
  try {
    await readObjects(location, [...options, ...log, "--"], {
      onOutput: (chunk) => lines.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    const unreached = new Set<string>();
    ids.placesOf(parentIds).forEach((place, at) => {
      if (place < 0) unreached.add(parentIds.at(at));
    });
    throw asBroken(error, ids.length === 0 ? [range.head] : [...unreached]);
  }
  lines.end();
  parentStart.push(parentIds.length);
  const parents = ids.placesOf(parentIds);
  const outsideFirstParent = new Map<number, string>();
  for (let commit = 0; commit < ids.length; commit++) {
    const at = parentStart[commit] ?? 0;
    const hasParent = at < (parentStart[commit + 1] ?? 0);
    if (hasParent && parents[at] === -1) outsideFirstParent.set(commit, parentIds.at(at));
  }
  return {
    ids,
    times: Float64Array.from(times, saneTime),
    authorIndex: Uint32Array.from(authorIndex),
    authors,
    isProgram,
    authorNames,
    repairs: Uint8Array.from(repairs),
    subjectMarks,
    parents,
    parentStart: Uint32Array.from(parentStart),
    outsideFirstParent,
  };
}

/** Committer times that no date can hold (corrupt commits) become 0: "before everything". */
export function saneTime(seconds: number): number {
  return Number.isFinite(seconds) && seconds > 0 && seconds < 253_402_300_800 ? seconds : 0;
}

function widthOfId(bytes: Buffer, from: number, tab: number): number {
  const space = bytes.indexOf(32, from);
  return (space < 0 || space > tab ? tab : space) - from;
}

/** Commits of the default branch, first parents only, oldest first. */
export function mainlineOf(graph: CommitGraph): string[] {
  const ids: string[] = [];
  let commit = graph.ids.length === 0 ? -1 : 0;
  while (commit >= 0) {
    ids.push(graph.ids.at(commit));
    const at = graph.parentStart[commit] ?? 0;
    commit = at < (graph.parentStart[commit + 1] ?? 0) ? (graph.parents[at] ?? -1) : -1;
  }
  return ids.reverse();
}

/**
 * For each commit the position in `mainline` (oldest first) of the commit that brought it into the default branch: itself,
 * or the merge in whose M^1..M it lies. −1 for what the mainline does not reach.
 */
export function introducedBy(graph: CommitGraph, mainline: readonly string[]): Int32Array {
  const owner = new Int32Array(graph.ids.length).fill(-1);
  const stack: number[] = [];
  for (let position = 0; position < mainline.length; position++) {
    const start = graph.ids.indexOf(mainline[position] ?? "");
    if (start < 0) continue;
    stack.push(start);
    while (stack.length > 0) {
      const commit = stack.pop() ?? 0;
      if (owner[commit] !== -1) continue;
      owner[commit] = position;
      const end = graph.parentStart[commit + 1] ?? 0;
      for (let at = graph.parentStart[commit] ?? 0; at < end; at++) {
        const parent = graph.parents[at] ?? -1;
        if (parent >= 0 && owner[parent] === -1) stack.push(parent);
      }
    }
  }
  return owner;
}
