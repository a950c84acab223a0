import { randomUUID } from "node:crypto";
import type { Clock } from "#ports/context.ts";
import type { DatabaseWish, OpenDatabase } from "#ports/database.ts";
import { accessTable, type Permission } from "#vocabulary/access.ts";
import type { AccessContext } from "./access-context.ts";

export interface CommandContext {
  readonly openDatabase: OpenDatabase;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export type WhichDatabase = Pick<DatabaseWish, "dataFolder" | "url">;

/**
 * Does something about access straight in the database, which is made and brought up to date where that is needed. What
 * changes something stands in the audit. Throws as `OpenDatabase` does.
 */
export async function withAccess<Result>(
  { openDatabase, clock, signal }: CommandContext,
  which: WhichDatabase,
  permission: Permission,
  work: (context: AccessContext) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ ...which, make: true, signal });
  if (database === null) throw new Error("No database was made, though one was asked for.");
  try {
    await database.migrate();
    const access = await database.access();
    const context = { clock, access };
    if (!accessTable[permission].isWrite) return await work(context);
    const entry = await access.audit.add({
      at: clock.now(),
      identity: "command",
      actorId: null,
      tokenId: null,
      verb: permission,
      method: "COMMAND",
      target: permission,
      outcome: "begun",
      reason: null,
      status: null,
      requestId: randomUUID(),
    });
    let isDone = false;
    try {
      const result = await work(context);
      isDone = true;
      return result;
    } finally {
      const outcome = isDone ? "done" : "failed";
      await access.audit.finish(entry, { outcome, reason: null, status: null, actorId: null });
    }
  } finally {
    await database.close();
  }
}
