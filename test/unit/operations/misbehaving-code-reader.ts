import { answerReadings } from "#operations/reading/read-thread.ts";
import { runCodeJobElsewhere, type CodeJob } from "#operations/duplication/code-job.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { tokenFiles } from "#store/files/clones/token-files.ts";
import { endBySignal } from "./end-by-signal.ts";

/** Takes the place of the thread that reads code: does to its process what the file's name says. */
const mischief: Readonly<Record<string, () => void>> = {
  abort: () => endBySignal("SIGABRT"),
  memory: () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
  },
  endless: () => {
    for (;;);
  },
};

// oxlint-disable-next-line typescript/unbound-method -- it is called with its own
const { read } = FileReader.prototype;
FileReader.prototype.read = function (path, content) {
  mischief[path.split(".").at(-2) ?? ""]?.();
  return read.call(this, path, content);
};
answerReadings(async (job: CodeJob, send) => {
  if (job.task.name === "cellar") endBySignal("SIGABRT");
  return runCodeJobElsewhere(job, tokenFiles, send);
});
