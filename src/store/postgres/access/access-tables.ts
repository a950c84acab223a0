import type { Kysely } from "kysely";
import type { AccessStore } from "#ports/access-store.ts";
import type { Tables } from "../tables.ts";
import { ActorTable } from "./actor-table.ts";
import { askingOf } from "./asking.ts";
import { AuditTable } from "./audit-table.ts";
import { SessionTables } from "./session-tables.ts";
import { TokenTable } from "./token-table.ts";

/** Everything about access in one database; `where` says which, without a password. */
export function accessTables(db: Kysely<Tables>, where: string): AccessStore {
  const asking = askingOf(db, where);
  return {
    tokens: new TokenTable(asking),
    actors: new ActorTable(asking),
    sessions: new SessionTables(asking),
    audit: new AuditTable(asking),
  };
}
