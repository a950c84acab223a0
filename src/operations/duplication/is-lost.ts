import { FulcrumError } from "#kernel/errors.ts";

/** Whether an error cost what was being worked on, and nothing else. */
export function isLost(error: unknown): boolean {
  return error instanceof FulcrumError && ["worker-failed", "git-failed"].includes(error.code);
}
