import { closeSync, openSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { watchFiles, watchOn, type FileWatch } from "#sources/repository/file-watch.ts";
import { fromBytes, toBytes } from "./plain-bytes.ts";
import type { FromThread } from "./read-protocol.ts";

/** What a thread that reads is sent by the one that watches it. */
export interface ThreadTask {
  /** By `toBytes`. */
  readonly job: Uint8Array;
  readonly traceFile: string | null;
}

/** Makes this thread one that reads one thing after another, under `read-guard-worker.ts`. `hand` sends a part before the outcome. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its pool sends
export function answerReadings<Job>(
  run: (job: Job, hand: (part: Uint8Array) => void) => Promise<unknown>,
): void {
  const watch = workerData instanceof SharedArrayBuffer ? watchOn(workerData) : null;
  parentPort?.on("message", ({ job, traceFile }: ThreadTask) => {
    const trace = traceFile === null ? null : openSync(traceFile, "w");
    watchFiles(trace === null ? watch : tracing(watch, trace));
    void run(fromBytes<Job>(job), (part) => send({ kind: "part", part }, part)).then((result) => {
      if (trace !== null) closeSync(trace);
      const outcome = toBytes(result);
      send({ kind: "outcome", outcome }, outcome);
    });
  });
}

function send(message: FromThread, { buffer }: Uint8Array): void {
  parentPort?.postMessage(message, buffer instanceof ArrayBuffer ? [buffer] : []);
}

/** Also on disk, where it outlives the process: too slow for any but a second try. */
function tracing(watch: FileWatch | null, file: number): FileWatch {
  return {
    begins(path) {
      watch?.begins(path);
      writeSync(file, `${JSON.stringify(path)}\n`, 0);
    },
    ends() {
      watch?.ends();
      writeSync(file, "\n", 0);
    },
  };
}
