import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext } from "#ports/context.ts";
import { requireGit } from "#sources/git/shadow.ts";
import { toolVersion } from "#kernel/tool-version.ts";

export interface Versions {
  readonly fulcrum: string;
  readonly node: string;
  /** Null: not found, or too old. */
  readonly git: string | null;
}

/** What a report of a fault needs to name. */
export async function reportVersions(_context: OperationContext): Promise<Versions> {
  return { fulcrum: toolVersion, node: process.versions.node, git: await gitVersion() };
}

async function gitVersion(): Promise<string | null> {
  try {
    return await requireGit();
  } catch (error) {
    if (error instanceof FulcrumError) return null;
    throw error;
  }
}
