import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";

/** As the system calls it when a process, or all of them, may open no more files. */
const noMoreFiles = new Set(["EMFILE", "ENFILE"]);

/** What was thrown because the system gives no more, in words that help; null for anything else. */
export function systemLimit(thrown: unknown): FulcrumError | null {
  if (!noMoreFiles.has(systemCodeOf(thrown) ?? "")) return null;
  return new FulcrumError(
    "too-many-files",
    "The system lets this process open no more files.",
    "Raise the limit (ulimit -n 256 is enough), or ask for fewer threads with --jobs 1.",
    { cause: thrown },
  );
}
