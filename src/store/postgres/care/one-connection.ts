import { Kysely, PostgresDialect, type AccessMode } from "kysely";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Tables } from "../tables.ts";

/** Whatever a server is set to: rows read the same, nobody is waited for without end, and long work may take its time. */
const settings = {
  timezone: "UTC",
  datestyle: "ISO, MDY",
  intervalstyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
  lock_timeout: "10s",
  statement_timeout: "0",
  idle_in_transaction_session_timeout: "0",
};

export interface OpenTransaction {
  readonly client: PoolClient;
  readonly commit: () => Promise<void>;
  /** To be called whatever happened: what was not committed is undone. */
  readonly end: () => void;
}

/**
 * A transaction on a connection of its own; what only reads sees one moment. Where it is not committed the connection is closed,
 * so that the server undoes everything, whatever was under way on it.
 */
export async function begin(pool: Pool, access: AccessMode): Promise<OpenTransaction> {
  const client = await pool.connect();
  // What it says when it is lost is said by the statement under way as well.
  const hear = (): void => undefined;
  client.on("error", hear);
  let isDone = false;
  const end = (): void => {
    client.removeListener("error", hear);
    client.release(!isDone);
  };
  try {
    await client.query(
      access === "read only" ? "begin isolation level repeatable read, read only" : "begin",
    );
    for (const [name, value] of Object.entries(settings))
      await client.query("select set_config($1, $2, true)", [name, value]);
  } catch (error) {
    end();
    throw error;
  }
  return {
    client,
    commit: async () => {
      await client.query("commit");
      isDone = true;
    },
    end,
  };
}

/** What migrations are handed; nothing is to be closed. */
export function kyselyOn(client: PoolClient): Kysely<Tables> {
  const same = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: () => Promise.resolve(same), end: () => Promise.resolve() };
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** The rows of one statement, each held to a schema. */
export async function rowsOf<Row>(
  client: PoolClient,
  schema: z.ZodType<Row>,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await client.query(statement, [...values]);
  return z.array(schema).parse(rows);
}
