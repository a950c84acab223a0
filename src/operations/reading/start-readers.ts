import type { TaskRunner } from "#ports/task-runner.ts";
import { runReadJob, type ReadJob, type ReadOutcome } from "./read-job.ts";
import { readLimits } from "./read-limits.ts";
import { ReaderPool } from "./reader-pool.ts";
import { InProcessPool } from "./worker-pool.ts";

/** Readers of repositories, `width` at a time; `folder` is theirs for as long as they run. */
export function startReaders(width: number, folder: string): TaskRunner<ReadJob, ReadOutcome> {
  // From source, in unit tests, the same work runs in this process: Node 20 cannot start TypeScript.
  if (import.meta.url.endsWith(".ts"))
    return new InProcessPool({ inProcess: runReadJob, nameOf: (job) => job.name });
  const entry = new URL("./read-guard-worker.js", import.meta.url);
  return new ReaderPool({ entry, width, limits: readLimits(width), folder });
}
