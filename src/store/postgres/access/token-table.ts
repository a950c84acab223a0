import { sql, type ExpressionBuilder } from "kysely";
import { z } from "zod";
import type { KeptToken, NewToken, TokenStore } from "#ports/access-store.ts";
import { roles } from "#vocabulary/access.ts";
import type { Tables } from "../tables.ts";
import { isRowId, timeOf, type Asking } from "./asking.ts";

const role = z.enum(roles);

const columns = (at: ExpressionBuilder<Tables, "access_token">) =>
  [
    "id",
    "name",
    "role",
    "organisations",
    "created_at",
    "created_by",
    "expires_at",
    "revoked_at",
    // The driver would make it midnight of some time zone.
    sql<string | null>`${at.ref("last_used_on")}::text`.as("used"),
  ] as const;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisations: string[] | null;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly used: string | null;
}

export class TokenTable implements TokenStore {
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  add(token: NewToken): Promise<KeptToken> {
    const { digest, name, organisations, createdAt, createdBy, expiresAt } = token;
    return this.asking(async (db) => {
      const row = await db
        .insertInto("access_token")
        .values({
          digest,
          name,
          role: token.role,
          organisations: organisations === null ? null : [...organisations],
          created_at: new Date(createdAt),
          created_by: createdBy,
          expires_at: new Date(expiresAt),
        })
        .returning(columns)
        .executeTakeFirstOrThrow();
      return tokenOf(row);
    });
  }

  all(): Promise<readonly KeptToken[]> {
    return this.asking(async (db) => {
      const rows = await db
        .selectFrom("access_token")
        .select(columns)
        .orderBy("id", "desc")
        .execute();
      return rows.map(tokenOf);
    });
  }

  byDigest(digest: Buffer): Promise<KeptToken | null> {
    return this.asking(async (db) => {
      const row = await db
        .selectFrom("access_token")
        .select(columns)
        .where("digest", "=", digest)
        .executeTakeFirst();
      return row === undefined ? null : tokenOf(row);
    });
  }

  noteUse(id: string, day: string): Promise<void> {
    return this.asking(async (db) => {
      await db
        .updateTable("access_token")
        .set({ last_used_on: sql<string>`${day}::date` })
        .where("id", "=", id)
        .execute();
    });
  }

  revoke(id: string, at: number): Promise<KeptToken | null> {
    if (!isRowId(id)) return Promise.resolve(null);
    return this.asking(async (db) => {
      const row = await db
        .updateTable("access_token")
        .set((build) => ({
          revoked_at: build.fn.coalesce(build.ref("revoked_at"), build.val(new Date(at))),
        }))
        .where("id", "=", id)
        .returning(columns)
        .executeTakeFirst();
      return row === undefined ? null : tokenOf(row);
    });
  }

  countLive(at: number): Promise<number> {
    return this.asking(async (db) => {
      const { count } = await db
        .selectFrom("access_token")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .where("revoked_at", "is", null)
        .where("expires_at", ">", new Date(at))
        .executeTakeFirstOrThrow();
      return Number(count);
    });
  }
}

function tokenOf(row: Row): KeptToken {
  return {
    id: row.id,
    name: row.name,
    role: role.parse(row.role),
    organisations: row.organisations,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.getTime(),
    revokedAt: timeOf(row.revoked_at),
    lastUsedOn: row.used,
  };
}
