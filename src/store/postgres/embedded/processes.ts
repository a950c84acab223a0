import { readdir, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { textOrNothing } from "#store/files/edit-file.ts";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) !== "ESRCH";
  }
}

/** Differs between two processes that had the same number, where the system tells (Linux: when it began); else empty. */
export async function markOf(pid: number): Promise<string> {
  const text = await quietly(textOrNothing(`/proc/${String(pid)}/stat`), "");
  // Behind the name, which may hold anything, in brackets.
  return text.slice(text.lastIndexOf(")") + 1).split(" ")[20] ?? "";
}

/** Processes of PostgreSQL whose working folder is this one; Linux tells, elsewhere none is found. */
export async function serversIn(folder: string): Promise<number[]> {
  const names = await quietly(readdir("/proc"), []);
  const found: number[] = [];
  for (const name of names) {
    if (!/^\d{1,10}$/.test(name)) continue;
    if ((await quietly(readlink(`/proc/${name}/cwd`), "")) !== folder) continue;
    const program = basename(await quietly(readlink(`/proc/${name}/exe`), ""));
    if (/^postgres(?: \(deleted\))?$/.test(program)) found.push(Number(name));
  }
  return found;
}

const patienceMs = 20_000;

/**
 * Ends what a killed server left behind in its data: its processes work on, and hold memory for which a new server would
 * wait for most of a minute. Nothing acknowledged is lost: the next start reads the log of the database. Gives their numbers.
 */
export async function quitServersIn(folder: string): Promise<number[]> {
  const left = await serversIn(folder);
  for (const pid of left) quit(pid);
  const until = Date.now() + patienceMs;
  while ((await serversIn(folder)).length > 0) {
    if (Date.now() > until)
      throw new FulcrumError(
        "database-failed",
        `Processes of an earlier database still work in ${folder} and do not end: ${left.join(", ")}.`,
        "End them (kill -QUIT, then the same command again), or wait until they are gone.",
      );
    await pause(20);
  }
  return left;
}

function quit(pid: number): void {
  try {
    process.kill(pid, "SIGQUIT");
  } catch (error) {
    if (systemCodeOf(error) !== "ESRCH") throw error; // it has just ended
  }
}

/** What another process may take away, or not show, at any moment. */
async function quietly<Value>(found: Promise<Value>, otherwise: Value): Promise<Value> {
  return found.catch(() => otherwise);
}
