import { parentPort } from "node:worker_threads";
import { runCloneTask, type CloneTask } from "#operations/duplication/clone-task.ts";
import { tokenFiles } from "#store/files/clones/token-files.ts";

/** A thread that compares code, wired like `main.ts`: it reads what is kept. Started by the worker pool. */
parentPort?.on("message", (task: CloneTask) => {
  void runCloneTask(task, tokenFiles).then((result) => parentPort?.postMessage(result));
});
