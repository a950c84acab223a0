import { Worker } from "node:worker_threads";
import { fileBeingRead, watchBytes } from "#sources/repository/file-watch.ts";
import { optimiseLater } from "./engine-settings.ts";
import type { FromThread, ReadAnswer, ReadTask } from "./read-protocol.ts";

/**
 * The process that reads repositories, or their code, one after another. The reading is done in a thread, whose module is named
 * on the command line: this one stays awake, sees a file or a repository that takes too long, and ends everything when
 * whoever asked is no more.
 */
optimiseLater();
const entry = new URL(process.argv[2] ?? "");
const shared = new SharedArrayBuffer(watchBytes);
const lookEveryMs = 250;

let thread: Worker | null = null;

process.on("message", (task: ReadTask) => {
  thread ??= startThread(task.memoryMegabytes);
  watch(task);
  const { job, traceFile } = task;
  thread.postMessage({ job, traceFile });
});
// The group is this process and every git that it started.
process.on("disconnect", () => {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.exit(1); // no groups on this system
  }
});

let answered = (): void => undefined;

function startThread(memoryMegabytes: number): Worker {
  const started = new Worker(entry, {
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  started.on("message", (said: FromThread) => {
    if (said.kind === "part") process.send?.(said);
    else answer(said);
  });
  started.on("error", (error) => {
    const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    const needed = `it needed more than ${String(memoryMegabytes)} MB of memory`;
    answer({ kind: "lost", why: isMemory ? needed : error.message });
  });
  started.on("exit", (code) => answer({ kind: "lost", why: `exit code ${String(code)}` }));
  return started;
}

/** Counts looks, not the time of day: a machine that slept has not read for all that while. */
function watch({ fileSeconds, repositorySeconds }: ReadTask): void {
  let looks = 0;
  let looksAtFile = 0;
  let lastTurn = -1;
  const timer = setInterval(() => {
    looks++;
    const file = fileBeingRead(shared);
    looksAtFile = file?.turn === lastTurn ? looksAtFile + 1 : 0;
    lastTurn = file?.turn ?? -1;
    if (file !== null && looksAtFile * lookEveryMs >= fileSeconds * 1000)
      answer({ kind: "stuck", path: file.path });
    else if (looks * lookEveryMs >= repositorySeconds * 1000) answer({ kind: "spent" });
  }, lookEveryMs);
  answered = () => clearInterval(timer);
}

function answer(said: ReadAnswer): void {
  answered();
  process.send?.(said);
}
