import { writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { fromBytes, toBytes } from "#operations/reading/plain-bytes.ts";
import type { ReadJob } from "#operations/reading/read-job.ts";
import type { ThreadTask } from "#operations/reading/read-thread.ts";
import { watchOn } from "#sources/repository/file-watch.ts";
import { endBySignal } from "./end-by-signal.ts";

/** Takes the place of the thread that reads: does to its process what the repository's name says. */
const watch = workerData instanceof SharedArrayBuffer ? watchOn(workerData) : null;

const endless = (): never => {
  for (;;);
};

const fill = (): void => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
};

/** Of one file, by what its name says. */
const files: Readonly<Record<string, () => void>> = {
  abort: () => endBySignal("SIGABRT"),
  memory: fill,
  endless,
};

parentPort?.on("message", ({ job, traceFile }: ThreadTask) => {
  const { id, name, without = [] } = fromBytes<ReadJob>(job);
  const [kind = "", ...paths] = name.split(" ");
  for (const path of paths.filter((one) => !without.includes(one))) {
    watch?.begins(path);
    if (traceFile !== null) writeFileSync(traceFile, `${JSON.stringify(path)}\n`);
    files[path.split(".").at(-1) ?? ""]?.();
    watch?.ends();
  }
  if (kind === "walk-abort") endBySignal("SIGABRT");
  if (kind === "walk-endless") endless();
  if (kind === "leave") process.exit();
  const outcome = { id, evidence: null, failure: `read without ${without.join(", ")}`, blobs: [] };
  parentPort?.postMessage({ kind: "outcome", outcome: toBytes(outcome) });
});
