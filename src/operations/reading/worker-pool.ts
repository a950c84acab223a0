import { Worker } from "node:worker_threads";
import { FulcrumError } from "#kernel/errors.ts";
import type { TaskRunner } from "#ports/task-runner.ts";

export interface PoolPlan<Task, Result> {
  /** Compiled module that answers each message with a result: see `compare-worker.ts`. */
  readonly entry: URL;
  readonly width: number;
  /** The same work in this process, for TypeScript source (unit tests): Node 20 cannot start a TypeScript worker. */
  readonly inProcess: (task: Task, signal: AbortSignal) => Promise<Result>;
  readonly nameOf: (task: Task) => string;
  /** After so long the thread is ended, and the task with it; absent or null: never. */
  readonly secondsFor?: (task: Task) => number | null;
}

export function createWorkerPool<Task, Result>(
  plan: PoolPlan<Task, Result>,
): TaskRunner<Task, Result> {
  return import.meta.url.endsWith(".ts") ? new InProcessPool(plan) : new ThreadPool(plan);
}

/** Results of all tasks, in their order; as many at a time as the pool is wide. */
export async function runAll<Task, Result>(
  pool: Pick<TaskRunner<Task, Result>, "width" | "run">,
  tasks: readonly Task[],
  signal: AbortSignal,
  onDone?: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task === undefined) continue;
      const result = await pool.run(task, signal).catch((error: unknown) => {
        next = tasks.length; // nothing new is begun for an answer that will not come
        throw error;
      });
      results[index] = result;
      onDone?.(result);
    }
  };
  await Promise.all(Array.from({ length: pool.width }, work));
  return results;
}

function closedError(name: string): FulcrumError {
  return new FulcrumError(
    "worker-failed",
    `The work on ${name} was given up, for other work failed before.`,
    "See the failure before this one.",
  );
}

/** The same work in this process, two at a time. */
export class InProcessPool<Task, Result> implements TaskRunner<Task, Result> {
  readonly width = 2;
  private readonly plan: Pick<PoolPlan<Task, Result>, "inProcess" | "nameOf">;

  constructor(plan: Pick<PoolPlan<Task, Result>, "inProcess" | "nameOf">) {
    this.plan = plan;
  }

  private isClosed = false;

  async run(task: Task, signal: AbortSignal): Promise<Result> {
    if (this.isClosed) throw closedError(this.plan.nameOf(task));
    return this.plan.inProcess(task, signal);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.resolve();
  }
}

/** Threads of this process, each with one task at a time. */
export class ThreadPool<Task, Result> implements TaskRunner<Task, Result> {
  readonly width: number;
  private readonly plan: PoolPlan<Task, Result>;
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private isClosed = false;

  constructor(plan: PoolPlan<Task, Result>) {
    this.plan = plan;
    this.width = plan.width;
  }

  async run(task: Task, signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted();
    // A thread that is started now would never be ended, and the process with it.
    if (this.isClosed) throw closedError(this.plan.nameOf(task));
    const worker = this.idle.pop() ?? this.start();
    const result = await this.ask(worker, task, signal);
    this.idle.push(worker);
    return result;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private start(): Worker {
    const worker = new Worker(this.plan.entry);
    this.all.push(worker);
    return worker;
  }

  private ask(worker: Worker, task: Task, signal: AbortSignal): Promise<Result> {
    return new Promise((resolve, reject) => {
      const seconds = this.plan.secondsFor?.(task) ?? null;
      const deadline =
        seconds === null
          ? undefined
          : setTimeout(() => {
              fail(`it did not end within ${String(seconds)} s`);
              void worker.terminate();
            }, seconds * 1000);
      const settle = (): void => {
        clearTimeout(deadline);
        // Only our own: the worker hangs hooks of its own on itself, and is deaf without them.
        worker.off("error", onError);
        worker.off("message", onMessage);
        worker.off("exit", onExit);
        signal.removeEventListener("abort", onAbort);
      };
      const onAbort = (): void => {
        settle();
        void worker.terminate();
        reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      const fail = (why: string, cause?: Error): void => {
        settle();
        reject(
          new FulcrumError(
            "worker-failed",
            `The thread that worked on ${this.plan.nameOf(task)} stopped: ${why}.`,
            "Run again with --jobs 1 --debug and report what it prints.",
            cause === undefined ? undefined : { cause },
          ),
        );
      };
      const onError = (error: Error): void => fail(error.message, error);
      const onExit = (code: number): void => fail(`exit code ${String(code)}`);
      const onMessage = (result: Result): void => {
        settle();
        resolve(result);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      worker.once("error", onError);
      worker.once("exit", onExit);
      worker.once("message", onMessage);
      worker.postMessage(task);
    });
  }
}
