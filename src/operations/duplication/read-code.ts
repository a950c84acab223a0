import { rm } from "node:fs/promises";
import { unpackShard } from "#insight/duplication/packed-shard.ts";
import type { TokenShard } from "#insight/duplication/token-shard.ts";
import { messageOf } from "#kernel/errors.ts";
import type { TokenShelves } from "#ports/clone-store.ts";
import type { CompareContext } from "#ports/context.ts";
import type { TaskRunner } from "#ports/task-runner.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import { fromBytes } from "../reading/plain-bytes.ts";
import type { ReadLimits } from "../reading/read-limits.ts";
import type { Reading } from "../reading/reader-pool.ts";
import { startReaderPool } from "../reading/start-reader-pool.ts";
import { runAll } from "../reading/worker-pool.ts";
import type { CodeBounds } from "./code-bounds.ts";
import { runCodeJob, type CodeJob } from "./code-job.ts";
import { HeldCode } from "./held-code.ts";
import { nothingOf, type ReadFilesResult, type ReadFilesTask } from "./read-clone-files.ts";

export interface CodeReadingPlan {
  readonly jobs: number;
  readonly bounds: CodeBounds;
  /** In place of the usual ones. */
  readonly limits?: Partial<ReadLimits>;
}

/** Of one source. */
const longestSeconds = 900;

/**
 * The code of all sources, read and made into tokens in processes of their own: one that dies costs the file that it was at, where
 * that can be told, else its source. What is beyond the bounds is named among what is unreadable.
 */
export async function readCode(
  context: CompareContext,
  sources: readonly ReadFilesTask[],
  { jobs, bounds, limits }: CodeReadingPlan,
): Promise<ReadFilesResult[]> {
  const { signal, progress, log } = context;
  const held = new HeldCode(bounds);
  const folder = await makeTemporaryFolder().catch((error: unknown) => {
    log.debug(
      `A file that ends its reader cannot be told from its repository: ${messageOf(error)}`,
    );
    return null;
  });
  const pool = startReaderPool({
    reading: readingInto(held),
    thread: context.threads.readCode,
    inProcess: (job, stop) => readInProcess(job, held, context.clones.tokens, stop),
    width: Math.max(1, Math.min(jobs, sources.length)),
    limits: { repositorySeconds: longestSeconds, secondsPerMegabyte: 0, ...limits },
    folder,
  });
  progress.start("Reading code", sources.length, "repositories");
  let done = 0;
  try {
    const work = sources.map((task, source) => ({ source, task, bounds, without: [] }));
    const results = await runAll(keepingTidy(pool, context.clones.tokens), work, signal, () =>
      progress.advance(++done),
    );
    return results.map((result, source) => {
      const beyond = held.whyBeyond(source);
      return beyond === null ? { ...result, shards: held.shardsOf(source) } : nothingOf(beyond);
    });
  } finally {
    progress.finish();
    await pool.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

function readingInto(held: HeldCode): Reading<CodeJob, ReadFilesResult> {
  return {
    nameOf: ({ task }) => task.name,
    packBytesOf: () => 0,
    withoutFiles: (job, without) => ({ ...job, without }),
    lost: (_, failure) => nothingOf(failure),
    receive: ({ source }) => {
      held.begin(source);
      return {
        part: (bytes) => held.add(source, unpackShard(bytes)),
        outcome: (bytes) => withNames(held, source, fromBytes<ReadFilesResult>(bytes)),
      };
    },
  };
}

async function readInProcess(
  job: CodeJob,
  held: HeldCode,
  shelves: TokenShelves,
  signal: AbortSignal,
): Promise<ReadFilesResult> {
  held.begin(job.source);
  const hand = (shard: TokenShard): void => void held.add(job.source, shard);
  return withNames(held, job.source, await runCodeJob(job, { shelves, hand, signal }));
}

function withNames(held: HeldCode, source: number, result: ReadFilesResult): ReadFilesResult {
  const beyond = held.addNames(source, result.paths);
  return beyond === null ? result : nothingOf(beyond);
}

/** Tokens that a reader was writing when it ended are nobody's: they have a name that is known here, and are removed. */
function keepingTidy(
  pool: TaskRunner<CodeJob, ReadFilesResult>,
  shelves: TokenShelves,
): Pick<TaskRunner<CodeJob, ReadFilesResult>, "width" | "run"> {
  return {
    width: pool.width,
    run: async (job, signal) => {
      const { from } = job.task;
      if ("folder" in from || from.shelf === null) return pool.run(job, signal);
      const part = shelves.reserve(from.shelf.path);
      const task = { ...job.task, from: { ...from, shelf: { ...from.shelf, part } } };
      try {
        return await pool.run({ ...job, task }, signal);
      } finally {
        shelves.release(part);
      }
    },
  };
}
