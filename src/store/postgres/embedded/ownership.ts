import { readlink, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { writeAtomically } from "#store/files/atomic-write.ts";
import { textOrNothing } from "#store/files/edit-file.ts";
import { withFileLock } from "#store/files/file-lock.ts";
import { isAlive, markOf } from "./processes.ts";

/** Who keeps a database running, as it stands beside the data. */
const owner = z.object({
  pid: z.int().positive(),
  /** See `markOf`. */
  mark: z.string(),
  /** Numbers of processes mean something within one of these only. */
  machine: z.string(),
  host: z.string(),
  /** Where the server listens. */
  socketFolder: z.string(),
});
export type Owner = z.infer<typeof owner>;

export interface Ownership {
  /** Whoever left without saying so; null where nobody did. */
  readonly former: Owner | null;
  /** Others may take the database from now on. */
  release(): Promise<void>;
}

const beatMs = 5_000;
/** An owner that cannot be asked, on another machine or in another container, is gone when it was silent for so long. */
const silentMs = 20_000;
const patienceMs = 800;

/** Makes this process the one that keeps the database running. Throws `database-in-use` with the number of who does. */
export async function own(path: string, socketFolder: string): Promise<Ownership> {
  const mine: Owner = {
    pid: process.pid,
    mark: await markOf(process.pid),
    machine: await machineName(),
    host: hostname(),
    socketFolder,
  };
  const text = `${JSON.stringify(mine)}\n`;
  const former = await withFileLock(
    path,
    async () => {
      const other = await writtenOwner(path);
      if (other !== null && (await lives(path, other))) throw inUse(path, other, mine.machine);
      await writeAtomically(path, text, { isPrivate: true });
      return other;
    },
    { patienceMs },
  );
  const beat = setInterval(() => {
    const now = new Date();
    // Who finds it silent looks at the data itself: the server's own lock is there as well.
    utimes(path, now, now).catch(() => undefined);
  }, beatMs).unref();
  return {
    former,
    release: async () => {
      clearInterval(beat);
      if ((await textOrNothing(path)) === text) await rm(path, { force: true });
    },
  };
}

/** Null where nobody keeps it running. */
export async function livingOwner(path: string): Promise<Owner | null> {
  const found = await writtenOwner(path);
  return found !== null && (await lives(path, found)) ? found : null;
}

async function writtenOwner(path: string): Promise<Owner | null> {
  const parsed = owner.safeParse(jsonIn(await textOrNothing(path)));
  return parsed.success ? parsed.data : null;
}

async function lives(path: string, { pid, mark, machine }: Owner): Promise<boolean> {
  if (machine !== (await machineName())) return Date.now() - (await beatOf(path)) < silentMs;
  return isAlive(pid) && (await markOf(pid)) === mark;
}

async function beatOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0, // it has just been released
  );
}

/** The same for all who see each other's processes. */
async function machineName(): Promise<string> {
  const boot = await textOrNothing("/proc/sys/kernel/random/boot_id");
  const space = await readlink("/proc/self/ns/pid").catch(() => "");
  return [hostname(), boot.trim(), space].join(" ");
}

function inUse(path: string, other: Owner, machine: string): FulcrumError {
  const isHere = other.machine === machine;
  const whose = `process ${String(other.pid)}${isHere ? "" : ` on ${other.host}`}`;
  return new FulcrumError(
    "database-in-use",
    `The database is kept running by ${whose}: ${path}.`,
    isHere
      ? "Use that one, or stop it first. Another database: --data FOLDER."
      : `Use that one, or stop it first; where it is gone, try again in ${String(silentMs / 1000)} seconds. Another database: --data FOLDER.`,
  );
}
