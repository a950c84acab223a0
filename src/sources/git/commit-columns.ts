import type { CommitColumns } from "#evidence/commit-columns.ts";
import { commitsHere } from "./commits-here.ts";
import { saneTime } from "./graph.ts";
import { LineReader } from "./line-reader.ts";
import { ObjectIds } from "./object-ids.ts";
import { readObjects, type GitLocation } from "./run.ts";
import { marksOf, revertedBy } from "./subject-marks.ts";

export interface ReadColumns extends CommitColumns {
  /** Of each commit its tree. */
  readonly trees: ObjectIds;
}

/**
 * Everything reachable from `tips` (commit ids or beginnings of them; those that are not there are passed over), without
 * diffs: `git log --format='%H %P%x09%T %ct %at %ae%x09%s%x00%an'`. Authors are looked at by `isBot`, subjects for marks, neither kept.
 */
export async function readCommitColumns(
  location: GitLocation,
  tips: readonly string[],
  isBot: (address: string, name: string) => boolean,
  signal?: AbortSignal,
): Promise<ReadColumns> {
  // Whole ids need no look: git passes over those that are not there.
  const starts = tips.every((tip) => wholeId.test(tip))
    ? tips
    : await commitsHere(location, tips, signal);
  const ids: string[] = [];
  const trees = new ObjectIds();
  const indexOf = new Map<string, number>();
  const committedAt: number[] = [];
  const authoredAt: number[] = [];
  const bots: number[] = [];
  const parentIds: string[] = [];
  const parentStart: number[] = [];
  const known = new Map<string, number>();
  const squashed: number[] = [];
  const hotfixes: number[] = [];
  const reverting: number[] = [];
  const requests = new Map<number, number>();
  const reader = new LineReader((bytes, from, end) => {
    const nul = bytes.lastIndexOf(0, end - 1);
    const stop = nul < from ? end : nul;
    const [graph = "", facts = "", subject = ""] = bytes.toString("latin1", from, stop).split("\t");
    const [id = "", ...parents] = graph.split(" ");
    const [, committed = "", authored = "", address = ""] = facts.split(" ");
    const tree = from + graph.length + 1;
    trees.push(bytes, tree, tree + id.length);
    indexOf.set(id, ids.length);
    ids.push(id);
    parentStart.push(parentIds.length);
    for (const parent of parents) if (parent !== "") parentIds.push(parent);
    committedAt.push(saneTime(Number(committed)));
    authoredAt.push(saneTime(Number(authored)));
    const name = bytes.toString("utf8", Math.min(stop + 1, end), end);
    const signature = `${address}\t${name}`;
    let bot = known.get(signature);
    if (bot === undefined) known.set(signature, (bot = isBot(address.toLowerCase(), name) ? 1 : 0));
    bots.push(bot);
    const { isRevert, isHotfix, request } = marksOf(subject);
    if (isRevert) reverting.push(ids.length - 1);
    if (request !== null && !requests.has(request)) requests.set(request, ids.length - 1);
    squashed.push(request !== null && parents.length < 2 ? 1 : 0);
    hotfixes.push(isHotfix ? 1 : 0);
  });
  if (starts.length > 0) {
    await readObjects(
      location,
      ["log", "--format=%H %P%x09%T %ct %at %ae%x09%s%x00%an", "--ignore-missing", "--stdin", "--"],
      {
        input: `${starts.join("\n")}\n`,
        onOutput: (chunk) => reader.push(chunk),
        ...(signal === undefined ? {} : { signal }),
      },
    );
    reader.end();
  }
  parentStart.push(parentIds.length);
  const bodies = await readBodies(
    location,
    reverting.map((commit) => ids[commit] ?? ""),
    signal,
  );
  return {
    ids: ids.join(""),
    trees,
    idWidth: ids[0]?.length ?? 40,
    committedAt: Float64Array.from(committedAt),
    authoredAt: Float64Array.from(authoredAt),
    isBot: Uint8Array.from(bots),
    isSquashed: Uint8Array.from(squashed),
    isHotfix: Uint8Array.from(hotfixes),
    reverts: revertPairs(reverting, bodies, new CommitIds(ids, indexOf), requests),
    parents: Int32Array.from(parentIds, (id) => indexOf.get(id) ?? -1),
    parentStart: Uint32Array.from(parentStart),
  };
}

const wholeId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Messages of a few commits, by the order of their ids. */
async function readBodies(
  location: GitLocation,
  commits: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  if (commits.length === 0) return [];
  const bodies = new Map<string, string>();
  const reader = new LineReader((bytes, from, end) => {
    const text = bytes.toString("utf8", from, Math.min(end, from + 20_000)).trimStart();
    const line = text.indexOf("\n");
    if (line > 0) bodies.set(text.slice(0, line), text.slice(line + 1));
  }, 0);
  await readObjects(
    location,
    ["log", "--no-walk=unsorted", "-z", "--format=%H%n%b", "--stdin", "--"],
    {
      input: `${commits.join("\n")}\n`,
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return commits.map((commit) => bodies.get(commit) ?? "");
}

/** Finds one of the ids, by its beginning as well. */
class CommitIds {
  private readonly ids: readonly string[];
  private readonly indexOf: ReadonlyMap<string, number>;
  /** Made when a beginning is looked for: most name a whole id. */
  private sorted: readonly string[] | null = null;

  constructor(ids: readonly string[], indexOf: ReadonlyMap<string, number>) {
    this.ids = ids;
    this.indexOf = indexOf;
  }

  find(beginning: string): number | undefined {
    const whole = this.indexOf.get(beginning);
    if (whole !== undefined) return whole;
    const sorted = (this.sorted ??= this.ids.toSorted());
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < beginning) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low] ?? "";
    return found.startsWith(beginning) ? this.indexOf.get(found) : undefined;
  }
}

function revertPairs(
  reverting: readonly number[],
  bodies: readonly string[],
  ids: CommitIds,
  requests: ReadonlyMap<number, number>,
): Uint32Array {
  const pairs: number[] = [];
  for (const [index, commit] of reverting.entries()) {
    const said = revertedBy(bodies[index] ?? "");
    const reverted = [
      ...said.commits.map((beginning) => ids.find(beginning)),
      ...said.requests.map((request) => requests.get(request)),
    ];
    for (const one of reverted) if (one !== undefined && one !== commit) pairs.push(commit, one);
  }
  return Uint32Array.from(pairs);
}
