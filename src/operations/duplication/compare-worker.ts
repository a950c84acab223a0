import { parentPort } from "node:worker_threads";
import { runCloneTask, type CloneTask } from "./clone-task.ts";

/** A thread that compares code. Started by the worker pool. */
parentPort?.on("message", (task: CloneTask) => parentPort?.postMessage(runCloneTask(task)));
