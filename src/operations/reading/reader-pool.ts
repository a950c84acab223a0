import { readAllText } from "#kernel/plain-file.ts";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FulcrumError } from "#kernel/errors.ts";
import { fromBytes, toBytes } from "./plain-bytes.ts";
import type { ReadJob, ReadOutcome } from "./read-job.ts";
import { secondsFor, type ReadLimits } from "./read-limits.ts";
import type { ReadAnswer } from "./read-protocol.ts";
import { ReaderProcess } from "./reader-process.ts";
import type { TaskRunner } from "#ports/task-runner.ts";

export interface ReaderPoolPlan {
  /** Compiled `read-guard-worker.ts`. */
  readonly entry: URL;
  readonly width: number;
  readonly limits: ReadLimits;
  /** Where a second try may leave word of what it is reading. */
  readonly folder: string;
}

/** How often a repository whose reader dies without a word is tried: once more, noting every file. */
const mostDeaths = 2;

/**
 * Reads repositories in processes of their own. One that dies, or has to be ended, costs what it was reading: the file, where
 * that can be told, else the repository.
 */
export class ReaderPool implements TaskRunner<ReadJob, ReadOutcome> {
  readonly width: number;
  private readonly plan: ReaderPoolPlan;
  private readonly idle: ReaderProcess[] = [];
  private readonly all = new Set<ReaderProcess>();
  private isClosed = false;
  private tries = 0;

  constructor(plan: ReaderPoolPlan) {
    this.plan = plan;
    this.width = plan.width;
  }

  async run(job: ReadJob, signal: AbortSignal): Promise<ReadOutcome> {
    const { limits } = this.plan;
    const givenUp: string[] = [];
    let deaths = 0;
    for (;;) {
      const isTraced = deaths > 0;
      const traceFile = isTraced ? join(this.plan.folder, `try-${String(++this.tries)}`) : null;
      const answer = await this.ask(withoutFiles(job, givenUp), traceFile, signal);
      if (answer.kind === "outcome") return fromBytes<ReadOutcome>(answer.outcome);
      if (answer.kind === "spent") return lost(job, spentText(job, limits));
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
        return lost(job, `the reader was held up by ${[...givenUp, answer.path].join(", ")}`);
      } else if (++deaths === mostDeaths || path !== null) {
        return lost(job, `the reader ended: ${answer.why}`);
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const reader of this.all) reader.end();
    await Promise.resolve();
  }

  private async ask(
    job: ReadJob,
    traceFile: string | null,
    signal: AbortSignal,
  ): Promise<ReadAnswer> {
    signal.throwIfAborted();
    if (this.isClosed)
      throw new FulcrumError(
        "worker-failed",
        `The work on ${job.name} was given up, for other work failed before.`,
        "See the failure before this one.",
      );
    const reader = this.idle.pop() ?? this.start();
    const { limits } = this.plan;
    const stop = (): void => reader.end();
    signal.addEventListener("abort", stop, { once: true });
    try {
      const answer = await reader.ask({
        job: toBytes(job),
        fileSeconds: limits.fileSeconds,
        repositorySeconds: secondsFor(limits, job.packBytes),
        memoryMegabytes: limits.memoryMegabytes,
        traceFile,
      });
      signal.throwIfAborted();
      if (answer.kind === "outcome") this.idle.push(reader);
      else this.drop(reader);
      return answer;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  private start(): ReaderProcess {
    const reader = new ReaderProcess(fileURLToPath(this.plan.entry));
    this.all.add(reader);
    return reader;
  }

  private drop(reader: ReaderProcess): void {
    reader.end();
    this.all.delete(reader);
  }
}

function withoutFiles(job: ReadJob, givenUp: readonly string[]): ReadJob {
  // What an earlier reading knows of them would go on, as if they had been read.
  return givenUp.length === 0 ? job : { ...job, earlier: null, without: [...givenUp] };
}

function lost({ id }: ReadJob, failure: string): ReadOutcome {
  return { id, evidence: null, failure, isLost: true, blobs: [] };
}

function spentText({ packBytes }: ReadJob, limits: ReadLimits): string {
  const seconds = secondsFor(limits, packBytes);
  return `the reader was ended after ${String(seconds)} s, more than a repository of its size may take`;
}

/** The file that was being read when the reader died; null where none was. */
async function readTrace(path: string): Promise<string | null> {
  const line = (await readAllText(path).catch(() => "")).split("\n", 1)[0] ?? "";
  if (line === "") return null;
  const said: unknown = JSON.parse(line);
  return typeof said === "string" ? said : null;
}
