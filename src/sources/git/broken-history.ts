import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";
import type { GitLocation } from "./run.ts";

/** Thrown where objects of history are missing or corrupt: what is older than these commits cannot be read. */
export class BrokenHistory extends Error {
  readonly commits: readonly string[];
  readonly failure: FulcrumError;

  constructor(commits: readonly string[], failure: FulcrumError) {
    super(failure.message, { cause: failure });
    this.name = "BrokenHistory";
    this.commits = commits;
    this.failure = failure;
  }
}

/** `error` as a broken history at `commits`, where git failed after telling something; else as it is. */
export function asBroken(error: unknown, commits: readonly string[]): unknown {
  const isGit = error instanceof FulcrumError && error.code === "git-failed";
  return isGit && commits.length > 0 ? new BrokenHistory(commits, error) : error;
}

/**
 * The same objects with a history that begins at `commits`, as in a shallow clone: git does not look for their parents.
 * Writes a file beside the shadow directory's own; `shallowFile` of the result is the caller's to remove.
 */
export async function cutHistory(
  location: GitLocation,
  commits: readonly string[],
): Promise<GitLocation & { readonly shallowFile: string }> {
  const before = location.shallowFile === null ? "" : await readAllText(location.shallowFile);
  const shallowFile = join(location.shadowDir, `cut-${randomBytes(6).toString("hex")}`);
  await writeFile(shallowFile, `${before.trimEnd()}\n${commits.join("\n")}\n`.trimStart());
  return { ...location, shallowFile };
}
