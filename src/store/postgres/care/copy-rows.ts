import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { escapeIdentifier, type PoolClient } from "pg";
import { from, to } from "pg-copy-streams";
import type { TableContents } from "#ports/database-care.ts";
import type { CatalogueTable } from "./catalogue.ts";

const newline = 10;

/** Counts rows as COPY writes them, and takes their digest. */
export class RowDigest {
  private readonly hash = createHash("sha256");
  private rowsCount = 0;
  private bytes = 0;

  add(rows: Uint8Array): void {
    this.hash.update(rows);
    this.bytes += rows.length;
    // Within a row it is written as two letters.
    for (let at = rows.indexOf(newline); at !== -1; at = rows.indexOf(newline, at + 1))
      this.rowsCount++;
  }

  /** Once, at the end. */
  contents(name: string): TableContents {
    const { rowsCount, bytes } = this;
    return { name, rowsCount, bytes, digest: this.hash.digest("hex") };
  }
}

/** The rows of a table in the order of their keys, in chunks of any length. Who stops before the end must end the connection. */
export async function* rowsOut(
  client: PoolClient,
  table: CatalogueTable,
): AsyncGenerator<Uint8Array, void> {
  const names = table.columns.map((name) => escapeIdentifier(name)).join(", ");
  const order = table.order.length === 0 ? "" : ` order by ${table.order.join(", ")}`;
  const query = `copy (select ${names} from ${escapeIdentifier(table.name)}${order}) to stdout`;
  for await (const chunk of client.query(to(query))) {
    if (!Buffer.isBuffer(chunk)) throw new Error("COPY gives bytes");
    yield chunk;
  }
}

/** Puts rows into a table; numbers that sequences would give are taken as they are. */
export async function rowsIn(
  client: PoolClient,
  { name, columns }: Pick<CatalogueTable, "name" | "columns">,
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const query = `copy ${escapeIdentifier(name)} (${names}) from stdin`;
  // Where they come from fails in its own words; the server only says that it was told to stop.
  let failure: unknown = null;
  const told = async function* (): AsyncGenerator<Uint8Array, void> {
    try {
      yield* rows;
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  try {
    await pipeline(Readable.from(told(), { objectMode: false }), client.query(from(query)));
  } catch (error) {
    throw failure ?? error;
  }
}

/** What stands in a table, without keeping it. */
export async function contentsOf(
  client: PoolClient,
  table: CatalogueTable,
  signal: AbortSignal,
): Promise<TableContents> {
  const found = new RowDigest();
  for await (const rows of rowsOut(client, table)) {
    signal.throwIfAborted();
    found.add(rows);
  }
  return found.contents(table.name);
}
