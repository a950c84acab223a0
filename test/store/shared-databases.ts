import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { SharedServer } from "./servers.ts";

export const servers: readonly SharedServer[] = inject("servers");

export interface OwnDatabase {
  readonly url: string;
  /** Rows of one statement. */
  query(statement: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** An empty database of a test file on a shared server. */
export async function newDatabase({ connection }: SharedServer): Promise<OwnDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const { host, user, password } = connection;
  await run(connection, `create database ${name}`);
  const own = { ...connection, database: name };
  return {
    url: `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host)}`,
    query: (statement) => run(own, statement),
    drop: async () => {
      await run(connection, `drop database ${name} with (force)`);
    },
  };
}

async function run(
  connection: pg.ClientConfig,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
