import { once } from "node:events";
import { terminalJson } from "#kernel/terminal-text.ts";
import { exportAudit } from "#operations/access/export-audit.ts";
import { withAccess } from "#operations/access/with-access.ts";
import { databaseOf, type DataOptions } from "../database-options.ts";
import type { Session } from "../session.ts";

export interface AuditOptions extends DataOptions {
  readonly since?: string;
  readonly until?: string;
}

/** Writes the audit to standard output, no faster than that takes it. */
export async function runAudit(session: Session, options: AuditOptions): Promise<void> {
  const wish = { since: dayOf(options.since), until: dayOf(options.until) };
  const { stream } = session.terminal.out;
  await withAccess(session, databaseOf(session, options), "read-audit", async (context) => {
    for await (const line of exportAudit(context, wish)) {
      session.signal.throwIfAborted();
      if (!stream.write(`${terminalJson(line)}\n`)) await once(stream, "drain");
    }
  });
}

function dayOf(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(day.slice(0, 10));
}
