import { randomBytes } from "node:crypto";
import { link, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { NoPlainFile, readPlainText } from "#kernel/plain-file.ts";
import { withoutLinks, writeFailed } from "./atomic-write.ts";
import { makeFolder } from "./make-folder.ts";
import { stemOf } from "./name-beside.ts";
import { noteTemporaryPath } from "./temporary-paths.ts";

export interface LockOptions {
  /** How long another process may hold it before this one gives up. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

/** A lock is held while one small file is written: an older one was left by a machine that went down. */
const oldestLockMs = 60_000;
const patience = 10_000;
const longestLock = 512;

/**
 * Runs the work while no other process runs one on the same file, by a lock file beside it: what a dead process left is taken
 * away. Throws `write-failed` where another process does not let go or no lock can be made, and what the work throws.
 */
export async function withFileLock<Result>(
  path: string,
  work: () => Promise<Result>,
  options: LockOptions = {},
): Promise<Result> {
  const lock = `${stemOf(path)}.fulcrum-lock`;
  const mine = `${String(process.pid)} ${hostname()} ${randomBytes(8).toString("hex")}\n`;
  try {
    makeFolder(dirname(lock));
    noteTemporaryPath(lock, mine);
    await acquire(lock, mine, options);
  } catch (error) {
    if (error instanceof FulcrumError || options.signal?.aborted === true) throw error;
    throw writeFailed(path, error);
  }
  try {
    return await work();
  } finally {
    // Whoever took it for left behind has another one by now, which is not ours to remove.
    if ((await textOf(lock)) === mine) await rm(lock, { force: true });
  }
}

async function acquire(
  lock: string,
  mine: string,
  { patienceMs = patience, signal }: LockOptions,
): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await made(lock, mine))) {
    signal?.throwIfAborted();
    const holder = await textOf(lock);
    if (holder !== null && (await isLeft(lock, holder))) await breakLock(lock, holder, mine);
    else if (Date.now() >= until) throw heldError(lock, holder);
    else await pause(10 + Math.floor(Math.random() * 30));
  }
}

/** False: it is there already. Whoever is killed meanwhile leaves no lock that says nobody's name. */
async function made(path: string, text: string): Promise<boolean> {
  if ((await textOf(path)) !== null) return false;
  const whole = `${path}.${randomBytes(6).toString("hex")}.part`;
  noteTemporaryPath(whole);
  try {
    await writeNew(whole, text);
    await link(whole, path);
    return true;
  } catch (error) {
    const code = systemCodeOf(error) ?? "";
    if (code === "EEXIST") return false;
    if (!withoutLinks.has(code)) throw error;
    return await writeNew(path, text);
  } finally {
    await rm(whole, { force: true });
  }
}

/** False: it is there already. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCodeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function isLeft(lock: string, holder: string): Promise<boolean> {
  const [pid = "", host = ""] = holder.trim().split(" ");
  if (host === hostname() && /^\d{1,10}$/.test(pid) && !isAlive(Number(pid))) return true;
  return (await ageOf(lock)) > oldestLockMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) !== "ESRCH";
  }
}

/** One process only may take away what it read: the others find a new lock, or none. */
async function breakLock(lock: string, holder: string, mine: string): Promise<void> {
  const breaking = `${lock}-left`;
  if (!(await made(breaking, mine))) {
    const breaker = await textOf(breaking);
    if (breaker !== null && (await isLeft(breaking, breaker))) await rm(breaking, { force: true });
    else await pause(10);
    return;
  }
  try {
    if ((await textOf(lock)) === holder) await rm(lock, { force: true });
  } finally {
    await rm(breaking, { force: true });
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readPlainText(path, longestLock)) ?? "";
  } catch (error) {
    if (error instanceof NoPlainFile) return "";
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0, // let go of meanwhile
  );
}

function heldError(lock: string, holder: string | null): FulcrumError {
  const pid = /^\d{1,10}/.exec(holder ?? "")?.[0];
  return new FulcrumError(
    "write-failed",
    `Another process${pid === undefined ? "" : ` (${pid})`} is writing that file and does not let go of ${lock}.`,
    "Run the command again when it is done; where none is running, remove that lock.",
  );
}
