import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { escapeIdentifier, type Pool, type PoolClient } from "pg";
import { z } from "zod";
import type { DatabaseBackup, DatabaseContents, TableContents } from "#ports/database-care.ts";
import {
  formatVersion,
  frameBytes,
  longestFrame,
  titleBytes,
  type BackupTableEnd,
} from "./backup-format.ts";
import { sequencesAlone, tablesOf } from "./catalogue.ts";
import { contentsOf, RowDigest, rowsOut } from "./copy-rows.ts";
import { migrationState } from "../migrate.ts";
import { begin, kyselyOn, rowsOf } from "./one-connection.ts";

/** Text of tables becomes a tenth already at this level; the next ones take twice as long for little. */
const compression = { level: 4 };

/** A backup of what the database holds when its first bytes are read. */
export function backupOf(pool: Pool, signal: AbortSignal): DatabaseBackup {
  let held: DatabaseContents | null = null;
  const plain = plainBytes(pool, signal, (contents) => {
    held = contents;
  });
  const gzip = createGzip(compression);
  return {
    bytes: started(plain, gzip),
    contents: () => {
      if (held === null) throw new Error("The backup was not read to its end.");
      return held;
    },
  };
}

/** Nothing is read before somebody asks for it, and whatever fails is thrown there. */
async function* started(
  plain: AsyncIterable<Uint8Array>,
  gzip: ReturnType<typeof createGzip>,
): AsyncGenerator<Uint8Array, void> {
  pipeline(Readable.from(plain, { objectMode: false }), gzip, () => undefined);
  for await (const chunk of gzip) {
    if (!Buffer.isBuffer(chunk)) throw new Error("gzip gives bytes");
    yield chunk;
  }
}

/** What the database holds now. Throws `database-version` where a later version has migrated it. */
export async function contentsNow(pool: Pool, signal: AbortSignal): Promise<DatabaseContents> {
  const { client, commit, end } = await begin(pool, "read only");
  try {
    const { server, migrations } = await aboutSource(client);
    const tables: TableContents[] = [];
    for (const table of await tablesOf(client))
      tables.push(await contentsOf(client, table, signal));
    await commit();
    return { server, migrations, tables };
  } finally {
    end();
  }
}

/** Its transaction ends when it was read to its end, or nobody reads on. */
async function* plainBytes(
  pool: Pool,
  signal: AbortSignal,
  tell: (contents: DatabaseContents) => void,
): AsyncGenerator<Uint8Array, void> {
  const { client, commit, end } = await begin(pool, "read only");
  try {
    const { server, migrations, madeAt } = await aboutSource(client);
    const tables = await tablesOf(client);
    yield titleBytes();
    const names = tables.map(({ name }) => name);
    const alone = (await sequencesAlone(client)).map((name): [string, string] => [
      name,
      escapeIdentifier(name),
    ]);
    const value = {
      format: formatVersion,
      madeAt,
      server,
      migrations: [...migrations],
      tables: names,
      sequences: await statesOf(client, alone),
    };
    yield frameBytes({ kind: "h", value });
    const contents: TableContents[] = [];
    for (const table of tables) {
      const { name, columns } = table;
      yield frameBytes({ kind: "t", value: { name, columns: [...columns] } });
      const digest = new RowDigest();
      for await (const rows of gathered(rowsOut(client, table))) {
        signal.throwIfAborted();
        digest.add(rows);
        yield frameBytes({ kind: "d", rows });
      }
      const found = digest.contents(name);
      const { rowsCount, bytes, digest: sum } = found;
      const sequences = await statesOf(client, table.sequences);
      yield frameBytes({ kind: "e", value: { rowsCount, bytes, digest: sum, sequences } });
      contents.push(found);
    }
    yield frameBytes({ kind: "z" });
    await commit();
    tell({ server, migrations, tables: contents });
  } finally {
    end();
  }
}

/** Chunks of a length that suits frames. */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const all = function* (): Generator<Uint8Array, void> {
    const bytes = Buffer.concat(parts);
    [parts, length] = [[], 0];
    for (let at = 0; at < bytes.length; at += longestFrame)
      yield bytes.subarray(at, at + longestFrame);
  };
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= longestFrame / 4) yield* all();
  }
  yield* all();
}

/** By what they are known by, each with its name in SQL. */
async function statesOf(
  client: PoolClient,
  sequences: Iterable<readonly [string, string]>,
): Promise<BackupTableEnd["sequences"]> {
  const found: [string, { last: string; isCalled: boolean }][] = [];
  const row = z.object({ last: z.string(), isCalled: z.boolean() });
  for (const [column, sequence] of sequences) {
    const [values] = await rowsOf(
      client,
      row,
      `select last_value::text as last, is_called as "isCalled" from ${sequence}`,
    );
    if (values !== undefined) found.push([column, values]);
  }
  return Object.fromEntries(found);
}

const about = z.object({ server: z.string(), madeAt: z.string() });

/** Throws `database-version` where a later version has migrated it. */
async function aboutSource(
  client: PoolClient,
): Promise<Pick<DatabaseContents, "server" | "migrations"> & { readonly madeAt: string }> {
  const [found] = await rowsOf(
    client,
    about,
    `select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) as server,
       to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"`,
  );
  const { applied } = await migrationState(kyselyOn(client));
  return { ...(found ?? { server: "", madeAt: "" }), migrations: applied };
}
