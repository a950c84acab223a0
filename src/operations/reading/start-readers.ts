import type { TaskRunner } from "#ports/task-runner.ts";
import { fromBytes } from "./plain-bytes.ts";
import { runReadJob, type ReadJob, type ReadOutcome } from "./read-job.ts";
import type { Reading } from "./reader-pool.ts";
import { startReaderPool } from "./start-reader-pool.ts";

/** What becomes of a repository that is read, or whose reader is lost. */
export const repositoryReading: Reading<ReadJob, ReadOutcome> = {
  nameOf: ({ name }) => name,
  packBytesOf: ({ packBytes }) => packBytes,
  // What an earlier reading knows of them would go on, as if they had been read.
  withoutFiles: (job, paths) => ({ ...job, earlier: null, without: paths }),
  lost: ({ id }, failure) => ({ id, evidence: null, failure, isLost: true, blobs: [] }),
  receive: () => ({
    part: () => "the reader sent what nobody asked for",
    outcome: (bytes) => fromBytes<ReadOutcome>(bytes),
  }),
};

/** Readers of repositories, `width` at a time; `folder` is theirs for as long as they run. */
export function startReaders(width: number, folder: string): TaskRunner<ReadJob, ReadOutcome> {
  return startReaderPool({
    reading: repositoryReading,
    thread: new URL("./read-worker.js", import.meta.url),
    inProcess: runReadJob,
    width,
    folder,
  });
}
