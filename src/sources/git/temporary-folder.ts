import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";

/** Says whose the folder is, so that what a killed process left can be told from somebody's own. */
const marker = "fulcrum-temporary";
const ours = /^fulcrum-work-[A-Za-z0-9]{6}$/;
const oneWeek = 7 * 86_400_000;
/** A disk without room for this has none for refs either. */
const roomProbe = 8192;

/**
 * A folder for this process alone, where the system keeps such; where that is missing or full, where else there is room. The
 * caller removes it. Throws `write-failed` where there is none.
 */
export async function makeTemporaryFolder(places = usualPlaces()): Promise<string> {
  let first: unknown = null;
  for (const place of places) {
    let folder: string | null = null;
    try {
      if (place !== tmpdir()) await mkdir(place, { recursive: true, mode: 0o700 });
      folder = await mkdtemp(join(place, "fulcrum-work-"));
      const owner = `${String(process.pid)} ${hostname()}\n`;
      await writeFile(join(folder, marker), owner.padEnd(roomProbe));
      await sweepOnce(place);
      return folder;
    } catch (error) {
      first ??= error;
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    }
  }
  throw new FulcrumError(
    "write-failed",
    `There is no room for temporary files in ${places.join(", ")}: ${messageOf(first)}.`,
    "Free some room, or set TMPDIR to a folder that is there and has some, and run the command again.",
    { cause: first },
  );
}

function usualPlaces(): string[] {
  const own = join(homedir(), ".cache", "fulcrum", "temporary");
  return [...new Set([tmpdir(), "/tmp", "/var/tmp", own])];
}

const swept = new Set<string>();

async function sweepOnce(place: string): Promise<void> {
  if (swept.has(place)) return;
  swept.add(place);
  await sweepTemporaryFolders(place);
}

/** Removes what processes left that were killed, and nothing that another user, machine or living process may still need. */
export async function sweepTemporaryFolders(place: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const name of names.filter((one) => ours.test(one))) {
    const folder = join(place, name);
    if (await isAbandoned(folder))
      await rm(folder, { recursive: true, force: true }).catch(() => undefined); // litter, no more
  }
}

/** Removes all of this process, which is about to be ended by force. */
export async function removeOwnTemporaryFolders(places = usualPlaces()): Promise<void> {
  for (const place of places)
    for (const name of await readdir(place).catch(() => [])) {
      const folder = join(place, name);
      if (!ours.test(name)) continue;
      const owner = await ownerOf(folder);
      if (owner?.host === hostname() && owner.pid === process.pid)
        await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
}

async function isAbandoned(folder: string): Promise<boolean> {
  const owner = await ownerOf(folder);
  if (owner === null) return false;
  if (owner.host !== hostname()) return Date.now() - owner.markedAt > oneWeek;
  return owner.pid !== null && !isAlive(owner.pid);
}

/** Whose it is, by its mark; null: not ours, or going away just now. */
async function ownerOf(folder: string): Promise<{
  readonly pid: number | null;
  readonly host: string;
  readonly markedAt: number;
} | null> {
  try {
    const found = await lstat(folder);
    const mark = await lstat(join(folder, marker));
    if (!found.isDirectory() || !mark.isFile() || mark.size > roomProbe) return null;
    if (process.getuid !== undefined && found.uid !== process.getuid()) return null;
    const [pid = "", host = ""] = (await readAllText(join(folder, marker))).trim().split(" ");
    return { pid: /^\d{1,10}$/.test(pid) ? Number(pid) : null, host, markedAt: mark.mtimeMs };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
