import { readAllText } from "#kernel/plain-file.ts";
import { join } from "node:path";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { toBytes } from "./plain-bytes.ts";
import { secondsFor, type ReadLimits } from "./read-limits.ts";
import { ReaderProcess, type LastAnswer } from "./reader-process.ts";
import type { TaskRunner } from "#ports/task-runner.ts";

/** One kind of reading: what the pool must know of its jobs and their outcomes. */
export interface Reading<Job, Outcome> {
  readonly nameOf: (job: Job) => string;
  /** Of its packs together: what it may take grows with them. */
  readonly packBytesOf: (job: Job) => number;
  /** The same job without files that cost a reader its life or its time. */
  readonly withoutFiles: (job: Job, paths: readonly string[]) => Job;
  /** In place of what was to be read. */
  readonly lost: (job: Job, failure: string) => Outcome;
  /** Called anew for each try. */
  readonly receive: (job: Job) => Receiver<Outcome>;
}

/** Takes what one reader sends. */
export interface Receiver<Outcome> {
  /** Says why no more is wanted: the reader is ended then, and the job lost; else null. */
  readonly part: (bytes: Uint8Array) => string | null;
  /** By `toBytes`. */
  readonly outcome: (bytes: Uint8Array) => Outcome;
}

export interface ReaderPoolPlan<Job, Outcome> {
  /** Compiled `read-guard-worker.ts`. */
  readonly entry: URL;
  /** Compiled module of the thread in it that reads: see `answerReadings`. */
  readonly thread: URL;
  readonly reading: Reading<Job, Outcome>;
  readonly width: number;
  readonly limits: ReadLimits;
  /** Where a second try may leave word of what it is reading; null: nowhere. */
  readonly folder: string | null;
}

/** How often a repository whose reader dies without a word is tried: once more, noting every file. */
const mostDeaths = 2;

/**
 * Reads repositories, or their code, in processes of their own. One that dies, or has to be ended, costs what it was reading:
 * the file, where that can be told, else the repository.
 */
export class ReaderPool<Job, Outcome> implements TaskRunner<Job, Outcome> {
  readonly width: number;
  private readonly plan: ReaderPoolPlan<Job, Outcome>;
  private readonly idle: ReaderProcess[] = [];
  private readonly all = new Set<ReaderProcess>();
  private isClosed = false;
  private tries = 0;

  constructor(plan: ReaderPoolPlan<Job, Outcome>) {
    this.plan = plan;
    this.width = plan.width;
  }

  async run(job: Job, signal: AbortSignal): Promise<Outcome> {
    const { limits, reading, folder } = this.plan;
    const givenUp: string[] = [];
    let deaths = 0;
    for (;;) {
      const traceFile =
        deaths > 0 && folder !== null ? join(folder, `try-${String(++this.tries)}`) : null;
      const receiver = reading.receive(job);
      const asked = givenUp.length === 0 ? job : reading.withoutFiles(job, [...givenUp]);
      const { answer, unwanted } = await this.ask(asked, traceFile, receiver, signal);
      if (unwanted !== null) return reading.lost(job, unwanted);
      if (answer.kind === "outcome") return receiver.outcome(answer.outcome);
      if (answer.kind === "spent") return reading.lost(job, this.spentText(job));
      const path =
        answer.kind === "stuck"
          ? answer.path
          : traceFile === null
            ? null
            : await readTrace(traceFile);
      if (path !== null && !givenUp.includes(path) && givenUp.length < limits.mostGivenUp) {
        givenUp.push(path);
        deaths = 0;
      } else if (answer.kind === "stuck") {
        return reading.lost(
          job,
          `the reader was held up by ${[...givenUp, answer.path].join(", ")}`,
        );
      } else if (++deaths === mostDeaths || path !== null) {
        return reading.lost(job, `the reader ended: ${answer.why}`);
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const reader of this.all) reader.end();
    await Promise.resolve();
  }

  private async ask(
    job: Job,
    traceFile: string | null,
    receiver: Receiver<Outcome>,
    signal: AbortSignal,
  ): Promise<{ readonly answer: LastAnswer; readonly unwanted: string | null }> {
    signal.throwIfAborted();
    const { limits, reading } = this.plan;
    if (this.isClosed)
      throw new FulcrumError(
        "worker-failed",
        `The work on ${reading.nameOf(job)} was given up, for other work failed before.`,
        "See the failure before this one.",
      );
    const reader = this.idle.pop() ?? this.start();
    const stop = (): void => reader.end();
    signal.addEventListener("abort", stop, { once: true });
    let unwanted: string | null = null;
    try {
      const answer = await reader.ask(
        {
          job: toBytes(job),
          fileSeconds: limits.fileSeconds,
          repositorySeconds: secondsFor(limits, reading.packBytesOf(job)),
          memoryMegabytes: limits.memoryMegabytes,
          traceFile,
        },
        (bytes) => {
          unwanted ??= receivePart(receiver, bytes);
          if (unwanted !== null) reader.end();
        },
      );
      signal.throwIfAborted();
      if (answer.kind === "outcome" && unwanted === null) this.idle.push(reader);
      else this.drop(reader);
      return { answer, unwanted };
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  private start(): ReaderProcess {
    const reader = new ReaderProcess(this.plan.entry, this.plan.thread);
    this.all.add(reader);
    return reader;
  }

  private drop(reader: ReaderProcess): void {
    reader.end();
    this.all.delete(reader);
  }

  private spentText(job: Job): string {
    const seconds = secondsFor(this.plan.limits, this.plan.reading.packBytesOf(job));
    return `the reader was ended after ${String(seconds)} s, more than a repository of its size may take`;
  }
}

/** Where there is no room for a part there is none for the rest. */
function receivePart(receiver: Receiver<unknown>, bytes: Uint8Array): string | null {
  try {
    return receiver.part(bytes);
  } catch (error) {
    return messageOf(error);
  }
}

/** The file that was being read when the reader died; null where none was. */
async function readTrace(path: string): Promise<string | null> {
  const line = (await readAllText(path).catch(() => "")).split("\n", 1)[0] ?? "";
  if (line === "") return null;
  const said: unknown = JSON.parse(line);
  return typeof said === "string" ? said : null;
}
