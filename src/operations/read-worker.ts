import { parentPort } from "node:worker_threads";
import { runReadJob, type ReadJob } from "./read-job.ts";

/** A thread that reads one repository after another; started from `dist` by the worker pool. */
parentPort?.on("message", (job: ReadJob) => {
  void runReadJob(job).then((outcome) => parentPort?.postMessage(outcome));
});
