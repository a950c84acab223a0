import { parentPort } from "node:worker_threads";
import { runCloneTask, type CloneTask } from "./clone-task.ts";

/** A thread of a duplication run; started from `dist` by the worker pool. */
parentPort?.on("message", (task: CloneTask) => {
  void runCloneTask(task).then((result) => parentPort?.postMessage(result));
});
