import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { wayOut } from "./installation.ts";

/*
 * The only module that starts programs for the store: `initdb` and `postgres` of a known folder, with arguments of ours and
 * an environment of their own.
 */

export type ServerProcess = ChildProcess;

/** Who a program runs as; null: as this process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ServerPrograms {
  /** Holds `initdb` and `postgres`. */
  readonly bin: string;
  /** Folders in which libraries are looked for, before the system's. */
  readonly libraries: readonly string[];
}

export interface ProgramEnd {
  readonly code: number | null;
  /** What it said on both streams, at most some kilobytes from the end. */
  readonly said: string;
}

const longestSaid = 8_000;

function environmentFor({ libraries }: ServerPrograms): Record<string, string> {
  const path = libraries.join(":");
  return {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    ...(libraries.length === 0
      ? {}
      : process.platform === "darwin"
        ? { DYLD_LIBRARY_PATH: path }
        : { LD_LIBRARY_PATH: path }),
  };
}

/** Runs `initdb` to its end. Throws `no-postgresql` where it cannot be started. */
export async function runInitdb(
  programs: ServerPrograms,
  args: readonly string[],
  account: Account | null,
): Promise<ProgramEnd> {
  const child = spawn(join(programs.bin, "initdb"), args, {
    cwd: "/",
    env: environmentFor(programs),
    stdio: ["ignore", "pipe", "pipe"],
    ...account,
  });
  let said = "";
  const hear = (chunk: Buffer): void => {
    said = `${said}${chunk.toString("utf8")}`.slice(-longestSaid);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  await once(child, "close").catch(notStarted);
  return { code: child.exitCode, said };
}

/**
 * Starts a server in a session of its own: Ctrl-C is for this process, which then stops it in good order. What it says goes
 * to the open file `log`. Throws `no-postgresql` where it cannot be started.
 */
export async function startServer(
  programs: ServerPrograms,
  args: readonly string[],
  account: Account | null,
  log: number,
): Promise<ServerProcess> {
  const child = spawn(join(programs.bin, "postgres"), args, {
    cwd: "/",
    env: environmentFor(programs),
    stdio: ["ignore", log, log],
    detached: true,
    ...account,
  });
  await once(child, "spawn").catch(notStarted);
  return child;
}

function notStarted(error: unknown): never {
  throw new FulcrumError(
    "no-postgresql",
    `PostgreSQL cannot be started: ${messageOf(error)}.`,
    `See that its programs may be run from there. Or: ${wayOut}`,
    { cause: error },
  );
}
