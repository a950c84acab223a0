import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Longer than anything takes that is built here: whoever holds a lock for so long is gone, and its number somebody else's. */
const longestMs = 5 * 60_000;

/**
 * Does the work while no other process does what has the same lock, a file; who comes meanwhile waits. The lock of a process that
 * has ended counts for nothing.
 */
export async function alone(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) {
    if (isAbandoned(lock)) removeAbandoned(lock);
    else await wait(100);
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(lock) {
  const found = statSync(lock, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (Date.now() - found.mtimeMs > longestMs) return true;
  const owner = Number(textOf(lock));
  return owner > 0 && !isRunning(owner);
}

/** Two may see the same abandoned lock; only one of them can rename it, and the other finds none, or a new one. */
function removeAbandoned(lock) {
  const aside = `${lock}-${String(process.pid)}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  rmSync(aside, { force: true });
}

/** Empty where it has just gone, or is not written yet. */
function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
