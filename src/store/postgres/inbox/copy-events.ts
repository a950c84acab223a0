import type { PoolClient } from "pg";
import type { NewEvent } from "#ports/inbox.ts";
import { rowsIn } from "../care/copy-rows.ts";

/** Bytes that are handed to the server at once, or a little more. */
const chunkBytes = 256 * 1024;
const staging = "inbox_staging";

export interface CopyInto {
  readonly organisation: string;
  readonly delivery: string;
}

/** Within a transaction: all go into a table of this transaction by COPY, and from there those that are not known yet. */
export async function copyEvents(
  client: PoolClient,
  events: readonly NewEvent[],
  { organisation, delivery }: CopyInto,
): Promise<void> {
  await client.query(`
    create temporary table ${staging} (
      happened_at timestamptz not null, digest bytea not null, line integer not null, body text not null
    ) on commit drop`);
  const columns = ["happened_at", "digest", "line", "body"];
  await rowsIn(client, { name: staging, columns }, chunksOf(events));
  await client.query(
    `insert into inbox_event (organisation, happened_at, digest, delivery_id, line, body)
     select $1, happened_at, digest, $2::bigint, line, body from ${staging}
     order by happened_at, digest on conflict do nothing`,
    [organisation, delivery],
  );
}

async function* chunksOf(events: readonly NewEvent[]): AsyncGenerator<Uint8Array, void> {
  let rows = "";
  for (const { at, digest, line, body } of events) {
    const moment = new Date(at * 1000).toISOString();
    rows += `${moment}\t\\\\x${digest.toString("hex")}\t${String(line)}\t${escaped(body)}\n`;
    if (rows.length < chunkBytes) continue;
    yield Buffer.from(rows);
    rows = "";
  }
  if (rows !== "") yield Buffer.from(rows);
}

/** As COPY reads text; JSON holds neither tabs nor ends of lines. */
function escaped(body: string): string {
  return body.includes("\\") ? body.replaceAll("\\", "\\\\") : body;
}
