import { writeFileSync } from "node:fs";
import { ReaderProcess } from "#operations/reading/reader-process.ts";
import { toBytes } from "#operations/reading/plain-bytes.ts";

/** Has one reader at work without end, and writes its number to the file that it is given. */
const reader = new ReaderProcess(
  new URL("./read-guard-worker.js", import.meta.url),
  new URL("./read-worker.js", import.meta.url),
);
const task = {
  job: toBytes({ id: "till", name: "walk-endless" }),
  fileSeconds: 600,
  repositorySeconds: 600,
  memoryMegabytes: 64,
  traceFile: null,
};
void reader.ask(task, () => undefined);
setTimeout(() => {
  writeFileSync(process.argv[2] ?? "", String(reader.pid));
}, 300);
