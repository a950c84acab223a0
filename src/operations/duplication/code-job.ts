import { packShard } from "#insight/duplication/packed-shard.ts";
import { messageOf } from "#kernel/errors.ts";
import type { TokenShelves } from "#ports/clone-store.ts";
import type { CodeBounds } from "./code-bounds.ts";
import { isLost } from "./is-lost.ts";
import {
  nothingOf,
  readCloneFiles,
  type ReadFilesResult,
  type ReadFilesTask,
  type ReadingCode,
} from "./read-clone-files.ts";

/** One source to read, for another process: plain data. */
export interface CodeJob {
  /** Place among the sources. */
  readonly source: number;
  readonly task: ReadFilesTask;
  readonly bounds: CodeBounds;
  readonly without: readonly string[];
}

/** The work itself, wherever it is done. */
export async function runCodeJob(
  { task, bounds, without }: CodeJob,
  reading: Pick<ReadingCode, "shelves" | "hand" | "signal">,
): Promise<ReadFilesResult> {
  try {
    return await readCloneFiles(task, { ...reading, bounds, without });
  } catch (error) {
    if (reading.signal?.aborted === true || !isLost(error)) throw error;
    return nothingOf(messageOf(error));
  }
}

/** The same in another process, whose shards come one by one. */
export async function runCodeJobElsewhere(
  job: CodeJob,
  shelves: TokenShelves,
  send: (part: Uint8Array) => void,
): Promise<ReadFilesResult> {
  return runCodeJob(job, { shelves, hand: (shard) => send(packShard(shard)) });
}
