import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { chmod, chown, mkdir, readdir, realpath, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { digest } from "#kernel/ids.ts";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { writeFailed } from "#store/files/atomic-write.ts";
import { makeFolder } from "#store/files/make-folder.ts";
import { copyInstallation } from "./copy-installation.ts";
import type { Installation } from "./installation.ts";
import type { Account, ServerPrograms } from "./programs.ts";
import { canReach, serverAccounts, type ServerAccounts } from "./system-accounts.ts";

/** Everything of one embedded database. */
export interface DatabasePlaces {
  /** Holds all that stays: see the other paths. */
  readonly folder: string;
  /** The cluster; PostgreSQL's own, with nothing of ours in it. */
  readonly data: string;
  readonly password: string;
  readonly owner: string;
  readonly log: string;
  /** Null: PostgreSQL runs as this process does. */
  readonly accounts: ServerAccounts | null;
  /** Where things go that the server's own account could not reach; as root only. */
  readonly reachable: string;
}

const reachableFolder = "/var/lib/fulcrum";
const isSuperuser = (): boolean => process.geteuid?.() === 0;

/** Where the database of a data folder lies, whether it exists or not; makes nothing but the folder itself. Throws `write-failed`. */
export async function placesOf(home: string, reachable = reachableFolder): Promise<DatabasePlaces> {
  try {
    makeFolder(home);
    const real = await realpath(home);
    const near = placesIn(join(real, "postgresql"), reachable);
    if (!isSuperuser()) return near;
    const accounts = await serverAccounts(await ownerOf(near.data));
    if (await canReach(real, accounts.server)) return { ...near, accounts };
    const far = placesIn(join(reachable, digest(real)), reachable);
    return { ...far, accounts: await serverAccounts(await ownerOf(far.data)) };
  } catch (error) {
    if (error instanceof FulcrumError) throw error;
    throw writeFailed(home, error);
  }
}

function placesIn(folder: string, reachable: string): DatabasePlaces {
  return {
    folder,
    data: join(folder, "data"),
    password: join(folder, "password"),
    owner: join(folder, "owner.json"),
    log: join(folder, "server.log"),
    accounts: null,
    reachable,
  };
}

/** Who owns the data that is there already. */
async function ownerOf(data: string): Promise<Account | null> {
  const found = await statOrNull(data);
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Makes a folder that the server may go through and nobody else may write to. Throws `write-failed`. */
export async function makeDatabaseFolder({ folder, accounts }: DatabasePlaces): Promise<void> {
  await writing(folder, async () => {
    for (const one of [dirname(folder), folder]) await makeReachable(one, accounts !== null);
  });
}

/** What stood there before is left as it was; what is made is as it should be whatever the umask says. */
async function makeReachable(folder: string, isForOthers: boolean): Promise<void> {
  if ((await statOrNull(folder)) !== null) return;
  makeFolder(folder, 0o700);
  if (isForOthers) await chmod(folder, 0o711);
}

/** Longest path of a folder for a socket: systems allow 103 to 107 bytes for the whole of its name. */
const longestSocketFolder = 90;
const plain = /^[\w./-]+$/;

export interface RunPlaces {
  /** Removed when the server has ended. */
  readonly run: string;
  /** For the server and its owner alone. */
  readonly socketFolder: string;
  /** The names by which programs ask for libraries. */
  readonly libraries: string;
}

/** Where things of one run go; nothing is made yet, and nobody can guess it. */
export function planRun({ folder }: DatabasePlaces): RunPlaces {
  const random = randomBytes(6).toString("hex");
  const run = isShort(folder)
    ? join(folder, `${runPrefix}${random}`)
    : join(shortFolder(), `${ours}${random}`);
  return { run, socketFolder: join(run, socketName), libraries: join(run, "libraries") };
}

/** Makes them. Gives the programs, which may be copied first. Throws `write-failed`. */
export async function makeRun(
  { run, socketFolder, libraries }: RunPlaces,
  { accounts, reachable }: DatabasePlaces,
  installation: Installation,
): Promise<ServerPrograms> {
  return writing(run, async () => {
    for (const one of [run, socketFolder, libraries]) await mkdir(one, 0o700);
    if (accounts !== null) {
      await chown(socketFolder, accounts.server.uid, accounts.server.gid);
      for (const one of [run, libraries]) await chmod(one, 0o711);
    }
    const root = await reachableRoot(installation, accounts, reachable);
    for (const [name, target] of installation.links)
      await symlink(target.replace(installation.root, root), join(libraries, name));
    const isOurs = installation.links.size > 0;
    // A colon would part the name in two; the links alone are enough where only the folder of programs has one.
    const searched = [libraries, join(root, "lib")].filter((one) => !one.includes(":"));
    return { bin: join(root, "bin"), libraries: isOurs ? searched : [] };
  });
}

/** Removes what killed processes left; `socketFolder` is that of the last of them, which may lie elsewhere. */
export async function removeFormerRuns(
  { folder }: DatabasePlaces,
  socketFolder: string | null,
): Promise<void> {
  const beside = (await readdir(folder))
    .filter((name) => name.startsWith(runPrefix))
    .map((name) => join(folder, name));
  const elsewhere = socketFolder === null ? [] : [dirname(socketFolder)];
  const runs = [...beside, ...elsewhere.filter((run) => basename(run).startsWith(ours))];
  for (const run of runs) await rm(run, { recursive: true, force: true });
}

const runPrefix = "run-";
const ours = "fulcrum-";
const socketName = "socket";

function isShort(folder: string): boolean {
  const longest = join(folder, `${ours}123456789abc`, socketName);
  return plain.test(folder) && longest.length <= longestSocketFolder;
}

function shortFolder(): string {
  return isShort(tmpdir()) ? tmpdir() : "/tmp";
}

/** The installation's own folder, or a copy of it where the accounts cannot reach that. */
async function reachableRoot(
  installation: Installation,
  accounts: ServerAccounts | null,
  reachable: string,
): Promise<string> {
  if (accounts === null) return installation.root;
  const names = (await readdir(installation.root)).filter((name) =>
    /^(?:bin|lib|share)$/.test(name),
  );
  const folders = names.map((name) => join(installation.root, name));
  for (const account of [accounts.server, accounts.named])
    for (const folder of folders)
      if (!(await canReach(folder, account))) {
        await makeReachable(reachable, true);
        return copyInstallation(installation, reachable);
      }
  return installation.root;
}

async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FulcrumError) throw error;
    throw writeFailed(path, error);
  }
}
