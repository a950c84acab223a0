import { closeSync, openSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { watchFiles, watchOn, type FileWatch } from "#sources/repository/file-watch.ts";
import { fromBytes, toBytes } from "./plain-bytes.ts";
import { runReadJob, type ReadJob } from "./read-job.ts";

/** The thread that reads one repository after another; see `read-guard-worker.ts`. */
const watch = workerData instanceof SharedArrayBuffer ? watchOn(workerData) : null;

interface Message {
  readonly job: Uint8Array;
  readonly traceFile: string | null;
}

parentPort?.on("message", ({ job, traceFile }: Message) => {
  const trace = traceFile === null ? null : openSync(traceFile, "w");
  watchFiles(trace === null ? watch : tracing(trace));
  void runReadJob(fromBytes<ReadJob>(job)).then((outcome) => {
    if (trace !== null) closeSync(trace);
    const bytes = toBytes(outcome);
    parentPort?.postMessage(bytes, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
  });
});

/** Also on disk, where it outlives the process: too slow for any but a second try. */
function tracing(file: number): FileWatch {
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
