import { stat } from "node:fs/promises";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, type PoolConfig } from "pg";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import type { ConnectionCounts, DatabaseWish, ServiceDatabase } from "#ports/database.ts";
import { databaseFailure } from "./database-failure.ts";
import { serverAddress } from "./database-url.ts";
import {
  connectionThrough,
  startEmbedded,
  type EmbeddedServer,
} from "./embedded/embedded-server.ts";
import { packagedInstallation, thisMachine } from "./embedded/installation.ts";
import { readPassword } from "./embedded/make-cluster.ts";
import { livingOwner } from "./embedded/ownership.ts";
import { placesOf, type DatabasePlaces } from "./embedded/places.ts";
import { migrate, migrationState, requireMigrated, requireQueue } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** How to reach a database that runs, and how to let go of it. */
interface Reached {
  readonly connection: PoolConfig;
  readonly where: string;
  readonly ownerPid: number | null;
  readonly gone: AbortSignal;
  letGo(): Promise<void>;
}

const leastMajor = 15;
/** How long a server may take to be reached, then to say what it is, then to part. */
const longestMs = { toAnswer: 10_000, toPart: 2_000 };

/**
 * The server of `DATABASE_URL`, else the embedded one: through the process that keeps it running, else started for as long as
 * it is open. Null where there is none yet and none is to be made. Throws `database-failed`, `database-version`,
 * `database-in-use`, `no-postgresql`, `write-failed`, `usage`.
 */
export async function openDatabase(
  wish: DatabaseWish,
  patienceMs = longestMs.toAnswer,
): Promise<ServiceDatabase | null> {
  const reached = wish.url === null ? await reachEmbedded(wish) : reachServer(wish.url);
  if (reached === null) return null;
  const { pool, db, connections, close } = connect(reached.connection, patienceMs);
  const { where, ownerPid } = reached;
  const asking = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseFailure(where, error);
    }
  };
  const closeAll = async (): Promise<void> => {
    await close();
    await reached.letGo();
  };
  try {
    const server = await asking(() => withinTime(checkServer(db, where), patienceMs, where));
    return {
      state: () =>
        asking(async () => {
          const bytes = await sizeOf(db);
          return { where, ownerPid, server, bytes, ...(await migrationState(db)) };
        }),
      migrate: () => asking(() => migrate(db)),
      assessments: () =>
        asking(async () => {
          await requireMigrated(db);
          const { AssessmentTables } = await import("./assessments/assessment-tables.ts");
          return new AssessmentTables(db, where);
        }),
      jobs: () =>
        asking(async () => {
          await requireMigrated(db);
          const { JobTables } = await import("./jobs/job-tables.ts");
          await requireQueue(db);
          return new JobTables(db, where);
        }),
      organisations: () =>
        asking(async () => {
          await requireMigrated(db);
          const { OrganisationTables } = await import("./organisations/organisation-tables.ts");
          return new OrganisationTables(db, where);
        }),
      access: () =>
        asking(async () => {
          await requireMigrated(db);
          const { accessTables } = await import("./access/access-tables.ts");
          return accessTables(db, where);
        }),
      inbox: () =>
        asking(async () => {
          await requireMigrated(db);
          const { InboxTables } = await import("./inbox/inbox-tables.ts");
          return new InboxTables(pool, where);
        }),
      declaredFacts: () =>
        asking(async () => {
          await requireMigrated(db);
          const { DeclaredTables } = await import("./declared/declared-tables.ts");
          return new DeclaredTables(db, where);
        }),
      retention: () =>
        asking(async () => {
          await requireMigrated(db);
          const { retentionTables } = await import("./assessments/retention-tables.ts");
          return retentionTables(db, where);
        }),
      care: async () => {
        const { databaseCare } = await import("./care/database-care.ts");
        return databaseCare(pool, where, wish.signal);
      },
      connections,
      gone: reached.gone,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Throws `database-failed` where a server that was reached says nothing: it would be waited for without end. */
async function withinTime<Result>(
  work: Promise<Result>,
  mostMs: number,
  where: string,
): Promise<Result> {
  const done = new AbortController();
  const late = pause(mostMs, null, { signal: done.signal }).then(
    () => {
      throw new FulcrumError(
        "database-failed",
        `${where} was reached, and says nothing for ${String(mostMs / 1000)} seconds.`,
        "See that it is PostgreSQL that listens there, and that it is not overloaded.",
      );
    },
    () => work,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/** Connections as they are asked for; what does not part by itself is cut off. */
function connect(
  connection: PoolConfig,
  patienceMs: number,
): {
  readonly pool: Pool;
  readonly db: Kysely<Tables>;
  readonly connections: () => ConnectionCounts;
  readonly close: () => Promise<void>;
} {
  const open = new Set<Socket>();
  const stream = (): Socket => {
    const socket = new Socket();
    open.add(socket.once("close", () => open.delete(socket)));
    return socket;
  };
  const pool = new Pool({
    application_name: "fulcrum",
    connectionTimeoutMillis: patienceMs,
    stream,
    ...connection,
  });
  // A connection that nobody uses was lost: whoever asks next gets another, or is told why there is none.
  pool.on("error", () => undefined);
  // One that is in use and lost ends what it was asked, which says so; without a listener it would end this process as well.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const connections = (): ConnectionCounts => {
    const { totalCount, idleCount: idle, waitingCount: waiting } = pool;
    return { busy: totalCount - idle, idle, waiting };
  };
  const close = async (): Promise<void> => {
    const cut = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, longestMs.toPart);
    // A connection that failed is not waited for by the pool, and holds the process all the same: then this cuts it off. By itself
    // it holds nobody; connections part within milliseconds.
    cut.unref();
    await db.destroy();
    if (open.size === 0) clearTimeout(cut);
  };
  return { pool, db, connections, close };
}

function reachServer(url: string): Reached {
  const { where, url: connectionString } = serverAddress(url);
  return {
    connection: { connectionString },
    where,
    ownerPid: null,
    gone: new AbortController().signal,
    letGo: () => Promise.resolve(),
  };
}

async function reachEmbedded({ dataFolder, make, signal }: DatabaseWish): Promise<Reached | null> {
  if (!make && !(await isThere(dataFolder))) return null;
  const places = await placesOf(dataFolder);
  try {
    return await reachPlaces(places, make, signal);
  } catch (error) {
    throw databaseFailure(inWords(places), error);
  }
}

function inWords({ folder }: DatabasePlaces): string {
  return `The database in ${folder}`;
}

async function reachPlaces(
  places: DatabasePlaces,
  make: boolean,
  signal: AbortSignal,
): Promise<Reached | null> {
  const where = inWords(places);
  const owner = await livingOwner(places.owner);
  if (owner !== null) {
    const connection = connectionThrough(owner.socketFolder, await readPassword(places.password));
    const gone = new AbortController().signal; // its owner's concern
    return { connection, where, ownerPid: owner.pid, gone, letGo: () => Promise.resolve() };
  }
  if (!make && !(await isThere(places.data))) return null;
  const server = await startEmbedded(places, await packagedInstallation(thisMachine()), signal);
  return { connection: server.connection, where, ownerPid: null, ...partingFrom(server, places) };
}

function partingFrom(
  server: EmbeddedServer,
  { log }: DatabasePlaces,
): Pick<Reached, "gone" | "letGo"> {
  const gone = new AbortController();
  let isLettingGo = false;
  const tell = (): void => {
    if (isLettingGo) return;
    gone.abort(
      new FulcrumError(
        "database-failed",
        "The database that Fulcrum keeps running has ended by itself, or was killed.",
        `Start Fulcrum again: what was acknowledged is kept. ${log} says more.`,
      ),
    );
  };
  void server.ended.then(tell);
  const letGo = (): Promise<void> => {
    isLettingGo = true;
    return server.stop();
  };
  return { gone: gone.signal, letGo };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false, // what cannot be looked at is said where it is made
  );
}

const size = z.string().regex(/^\d{1,15}$/);
const answer = z.object({
  number: z.int().positive(),
  version: z.string().max(200),
  encoding: z.string().max(100),
  bytes: size,
});

async function sizeOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    bytes: string;
  }>`select pg_database_size(current_database())::text as bytes`.execute(db);
  return Number(size.parse(rows[0]?.bytes));
}

/** Gives "PostgreSQL 18.4". Throws `database-version`, `database-failed` where the server is none for Fulcrum. */
async function checkServer(db: Kysely<Tables>, where: string): Promise<string> {
  const { rows } = await sql`select current_setting('server_version_num')::int as number,
            current_setting('server_version') as version,
            current_setting('server_encoding') as encoding,
            pg_database_size(current_database())::text as bytes`.execute(db);
  const parsed = answer.safeParse(rows[0]);
  if (!parsed.success)
    throw new FulcrumError(
      "database-failed",
      `${where} answers, and not as PostgreSQL does.`,
      "Correct host and port in DATABASE_URL.",
      { cause: parsed.error },
    );
  const { number, version, encoding } = parsed.data;
  const [short = version] = version.split(" ");
  if (number < leastMajor * 10_000)
    throw new FulcrumError(
      "database-version",
      `${where} is run by PostgreSQL ${short}; Fulcrum needs ${String(leastMajor)} or later.`,
      "Name a later server in DATABASE_URL, or leave it out: Fulcrum then brings its own.",
    );
  if (encoding !== "UTF8")
    throw new FulcrumError(
      "database-failed",
      `${where} is in ${encoding}; Fulcrum needs UTF8.`,
      "Make another database: createdb --encoding=UTF8 --template=template0 NAME",
    );
  return `PostgreSQL ${short}`;
}
