import type { CommitColumns } from "#evidence/commit-columns.ts";
import { saneTime } from "./graph.ts";
import { LineReader } from "./line-reader.ts";
import { readObjects, type GitLocation } from "./run.ts";

/**
 * Everything reachable from `tips` (commit ids or beginnings of them; those that are not there are passed over), without
 * diffs: `git log --format='%H %P%x09%ct %at %ae'`. Addresses are looked at by `isBot` and not kept.
 */
export async function readCommitColumns(
  location: GitLocation,
  tips: readonly string[],
  isBot: (address: string) => boolean,
  signal?: AbortSignal,
): Promise<CommitColumns> {
  const starts = await commitsThatAreHere(location, tips, signal);
  const ids: string[] = [];
  const indexOf = new Map<string, number>();
  const committedAt: number[] = [];
  const authoredAt: number[] = [];
  const bots: number[] = [];
  const parentIds: string[] = [];
  const parentStart: number[] = [];
  const known = new Map<string, number>();
  const reader = new LineReader((bytes, from, end) => {
    const [graph = "", facts = ""] = bytes.toString("latin1", from, end).split("\t");
    const [id = "", ...parents] = graph.split(" ");
    const [committed = "", authored = "", address = ""] = facts.split(" ");
    indexOf.set(id, ids.length);
    ids.push(id);
    parentStart.push(parentIds.length);
    for (const parent of parents) if (parent !== "") parentIds.push(parent);
    committedAt.push(saneTime(Number(committed)));
    authoredAt.push(saneTime(Number(authored)));
    let bot = known.get(address);
    if (bot === undefined) known.set(address, (bot = isBot(address.toLowerCase()) ? 1 : 0));
    bots.push(bot);
  });
  if (starts.length > 0) {
    await readObjects(location, ["log", "--format=%H %P%x09%ct %at %ae", "--stdin", "--"], {
      input: `${starts.join("\n")}\n`,
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    });
    reader.end();
  }
  parentStart.push(parentIds.length);
  return {
    ids: ids.join(""),
    idWidth: ids[0]?.length ?? 40,
    committedAt: Float64Array.from(committedAt),
    authoredAt: Float64Array.from(authoredAt),
    isBot: Uint8Array.from(bots),
    parents: Int32Array.from(parentIds, (id) => indexOf.get(id) ?? -1),
    parentStart: Uint32Array.from(parentStart),
  };
}

/** Distinct commits that ids, or beginnings of them, lead to. */
async function commitsThatAreHere(
  location: GitLocation,
  tips: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const found = new Set<string>();
  if (tips.length === 0) return [];
  const reader = new LineReader((bytes, from, end) => {
    const id = /^([0-9a-f]{40,64}) commit$/.exec(bytes.toString("latin1", from, end))?.[1];
    if (id !== undefined) found.add(id);
  });
  await readObjects(
    location,
    ["cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"],
    {
      input: tips.map((tip) => `${tip}^{commit}\n`).join(""),
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return [...found];
}
