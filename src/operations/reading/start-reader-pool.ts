import type { TaskRunner } from "#ports/task-runner.ts";
import { readLimits, type ReadLimits } from "./read-limits.ts";
import { ReaderPool, type Reading } from "./reader-pool.ts";
import { InProcessPool } from "./worker-pool.ts";

export interface ReadersPlan<Job, Outcome> {
  readonly reading: Reading<Job, Outcome>;
  /** Compiled module of the thread that reads. */
  readonly thread: URL;
  /** The same work in this process. */
  readonly inProcess: (job: Job, signal: AbortSignal) => Promise<Outcome>;
  readonly width: number;
  readonly limits?: Partial<ReadLimits>;
  /** Theirs for as long as they run; null: there is no room for one. */
  readonly folder: string | null;
}

/** Processes that read, `width` at a time. */
export function startReaderPool<Job, Outcome>({
  reading,
  thread,
  inProcess,
  width,
  limits,
  folder,
}: ReadersPlan<Job, Outcome>): TaskRunner<Job, Outcome> {
  // From source, in unit tests, the same work runs in this process: Node 20 cannot start TypeScript.
  if (import.meta.url.endsWith(".ts"))
    return new InProcessPool({ inProcess, nameOf: reading.nameOf });
  const entry = new URL("./read-guard-worker.js", import.meta.url);
  const all = { ...readLimits(width), ...limits };
  return new ReaderPool({ entry, thread, reading, width, limits: all, folder });
}
