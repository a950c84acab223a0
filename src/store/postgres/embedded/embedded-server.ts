import { closeSync, openSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { writeFailed } from "#store/files/atomic-write.ts";
import { textOrNothing } from "#store/files/edit-file.ts";
import type { Installation } from "./installation.ts";
import { endOfLog, makeCluster, readPassword, userName } from "./make-cluster.ts";
import { own } from "./ownership.ts";
import {
  makeDatabaseFolder,
  makeRun,
  planRun,
  removeFormerRuns,
  type DatabasePlaces,
} from "./places.ts";
import { quitServersIn } from "./processes.ts";
import { startServer, type ServerPrograms, type ServerProcess } from "./programs.ts";

/** How to connect; the socket has no number of its own, yet its name has one. */
export interface EmbeddedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly connection: EmbeddedConnection;
  readonly pid: number;
  /** Numbers of processes that an unclean end had left, and that were ended first. */
  readonly quit: readonly number[];
  /** Resolves when it runs no more, whyever. */
  readonly ended: Promise<void>;
  /** Ends connections and the server in good order, and lets others have the data. */
  stop(): Promise<void>;
}

const port = 5432;
const longestStopMs = 30_000;

export function connectionThrough(socketFolder: string, password: string): EmbeddedConnection {
  return { host: socketFolder, port, user: userName, password, database: "postgres" };
}

/**
 * Starts the database of these places, which is made when there is none, and owns it until it is stopped. Throws
 * `database-in-use`, `database-version`, `database-failed`, `write-failed`, `no-postgresql`.
 */
export async function startEmbedded(
  places: DatabasePlaces,
  installation: Installation,
  signal: AbortSignal,
): Promise<EmbeddedServer> {
  await makeDatabaseFolder(places);
  const plan = planRun(places);
  const { run, socketFolder } = plan;
  const ownership = await own(places.owner, socketFolder);
  const letGo = async (): Promise<void> => {
    await rm(run, { recursive: true, force: true });
    await ownership.release();
  };
  try {
    await removeFormerRuns(places, ownership.former?.socketFolder ?? null);
    const quit = await quitServersIn(places.data);
    const programs = await makeRun(plan, places, installation);
    await makeCluster(places, installation, programs);
    const connection = connectionThrough(socketFolder, await readPassword(places.password));
    const child = await start(places, programs, socketFolder);
    const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
    // Who ends this process without a word leaves no server behind, unless it kills.
    const askToEnd = (): void => void child.kill("SIGINT");
    process.once("exit", askToEnd);
    child.once("exit", () => process.removeListener("exit", askToEnd));
    try {
      await untilReady(child, places, signal);
    } catch (error) {
      await endServer(child, ended);
      throw error;
    }
    const stop = async (): Promise<void> => {
      await endServer(child, ended);
      await letGo();
    };
    return { connection, pid: child.pid ?? 0, quit, ended, stop };
  } catch (error) {
    await letGo();
    throw error instanceof FulcrumError ? error : writeFailed(places.folder, error);
  }
}

async function start(
  { data, log, accounts }: DatabasePlaces,
  programs: ServerPrograms,
  socketFolder: string,
): Promise<ServerProcess> {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    logging_collector: "off",
    log_destination: "stderr",
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const file = newLog(log);
  try {
    // Named here, they stand above whatever somebody writes into the cluster's own configuration.
    const named = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return await startServer(programs, ["-D", data, ...named], accounts?.server ?? null, file);
  } finally {
    closeSync(file);
  }
}

/** That of the last run is kept beside it. */
function newLog(path: string): number {
  try {
    renameSync(path, `${path}.1`);
  } catch (error) {
    if (systemCodeOf(error) !== "ENOENT") throw error;
  }
  return openSync(path, "wx", 0o600);
}

/** The server says in a file of its own that it takes connections. After an unclean end it reads its log first. */
async function untilReady(
  child: ServerProcess,
  { data, log }: DatabasePlaces,
  signal: AbortSignal,
): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    signal.throwIfAborted();
    const lines = (await textOrNothing(join(data, "postmaster.pid"))).split("\n");
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return;
    await pause(10);
  }
  const said = await endOfLog(log);
  throw new FulcrumError(
    "database-failed",
    `The database in ${data} did not start${said === "" ? "" : `: ${said}`}.`,
    `Read ${log}, which says more; free some room where the disk is full.`,
  );
}

async function endServer(child: ServerProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Fast: what is not committed is undone, and everything is on the disk.
  child.kill("SIGINT");
  const late = new AbortController();
  await Promise.race([
    ended,
    pause(longestStopMs, undefined, { signal: late.signal }).then(
      () => child.kill("SIGQUIT"),
      () => undefined,
    ),
  ]);
  late.abort();
  await ended;
}
