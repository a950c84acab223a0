import { Worker } from "node:worker_threads";
import { FulcrumError } from "#kernel/errors.ts";
import { runReadJob, type ReadJob, type ReadOutcome } from "./read-job.ts";

/** Runs reading jobs, several at a time; results come as they are ready. */
export interface ReadExecutor {
  readonly width: number;
  run(job: ReadJob, signal: AbortSignal): Promise<ReadOutcome>;
  close(): Promise<void>;
}

/** Threads from the compiled program; from TypeScript source (unit tests) the same work in this process. */
export function createReadExecutor(width: number): ReadExecutor {
  return import.meta.url.endsWith(".ts") ? new InProcessExecutor() : new ThreadExecutor(width);
}

class InProcessExecutor implements ReadExecutor {
  readonly width = 2;

  run(job: ReadJob, signal: AbortSignal): Promise<ReadOutcome> {
    return runReadJob(job, signal);
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }
}

class ThreadExecutor implements ReadExecutor {
  readonly width: number;
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];

  constructor(width: number) {
    this.width = width;
  }

  async run(job: ReadJob, signal: AbortSignal): Promise<ReadOutcome> {
    signal.throwIfAborted();
    const worker = this.idle.pop() ?? this.start();
    const outcome = await this.ask(worker, job, signal);
    this.idle.push(worker);
    return outcome;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private start(): Worker {
    const worker = new Worker(new URL("./read-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    this.all.push(worker);
    return worker;
  }

  private ask(worker: Worker, job: ReadJob, signal: AbortSignal): Promise<ReadOutcome> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        // Only our own: the worker hangs hooks of its own on itself, and is deaf without them.
        worker.off("error", onError);
        worker.off("message", onMessage);
        signal.removeEventListener("abort", onAbort);
      };
      const onAbort = (): void => {
        settle();
        void worker.terminate();
        reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      const onError = (error: Error): void => {
        settle();
        reject(
          new FulcrumError(
            "worker-failed",
            `The thread that read ${job.name} stopped: ${error.message}.`,
            "Run again with --jobs 1 --debug and report what it prints.",
            { cause: error },
          ),
        );
      };
      signal.addEventListener("abort", onAbort, { once: true });
      worker.once("error", onError);
      const onMessage = (outcome: ReadOutcome): void => {
        settle();
        resolve(outcome);
      };
      worker.once("message", onMessage);
      worker.postMessage(job);
    });
  }
}
