import { randomBytes } from "node:crypto";
import { chown, lchown, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { readPlainText } from "#kernel/plain-file.ts";
import { createAtomically } from "#store/files/atomic-write.ts";
import { textOrNothing } from "#store/files/edit-file.ts";
import { makeFolder } from "#store/files/make-folder.ts";
import { wayOut, type Installation } from "./installation.ts";
import type { DatabasePlaces } from "./places.ts";
import { runInitdb, type Account, type ServerPrograms } from "./programs.ts";

export const userName = "fulcrum";
const unfinished = ".part";

/**
 * Makes the cluster where there is none: in UTF-8, sorted by code points whatever the system's locale, with checksums, and
 * only for who knows the password. It stands in its place when it is whole. Throws `database-failed`, `database-version`.
 */
export async function makeCluster(
  places: DatabasePlaces,
  installation: Installation,
  programs: ServerPrograms,
): Promise<void> {
  const { folder, data } = places;
  for (const name of await readdir(folder))
    if (name.startsWith(`${basename(data)}.`) && name.endsWith(unfinished))
      await rm(join(folder, name), { recursive: true, force: true });
  const major = await majorOf(data);
  if (major !== null) return refuseOther(data, major, installation);
  const part = `${data}.${randomBytes(6).toString("hex")}${unfinished}`;
  const words = join(part, "password");
  const cluster = join(part, "data");
  const { named = null, server = null } = places.accounts ?? {};
  try {
    makeFolder(part, 0o700);
    await writeFile(words, await passwordOf(places.password), { flag: "wx", mode: 0o600 });
    if (named !== null) for (const path of [part, words]) await chown(path, named.uid, named.gid);
    const { code, said } = await runInitdb(programs, argumentsFor(cluster, words), named);
    if (code !== 0) throw notMade(data, said);
    if (server !== null && server.uid !== named?.uid) await giveAway(cluster, server);
    await rename(cluster, data);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

function argumentsFor(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${userName}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  ];
}

/** The password of an embedded database; made when it is asked for first, for the owner's eyes alone. */
async function passwordOf(path: string): Promise<string> {
  await createAtomically(path, randomBytes(24).toString("base64url"), { isPrivate: true });
  return readPassword(path);
}

/** Throws `database-failed` where it is lost. */
export async function readPassword(path: string): Promise<string> {
  const text = (await textOrNothing(path)).trim();
  if (text !== "") return text;
  throw new FulcrumError(
    "database-failed",
    `The password of the database is gone: ${path}.`,
    "Put the file back from a backup: the data beside it is whole, and opens for nobody without it.",
  );
}

/** Null where there is no cluster yet. */
async function majorOf(data: string): Promise<string | null> {
  const text = (await textOrNothing(join(data, "PG_VERSION"))).trim();
  return text === "" ? null : text;
}

function refuseOther(data: string, major: string, { major: own }: Installation): void {
  if (major === String(own)) return;
  throw new FulcrumError(
    "database-version",
    `The data in ${data} was made by PostgreSQL ${major}; this Fulcrum brings PostgreSQL ${String(own)}, which cannot read it.`,
    `Start the version of Fulcrum that made it, or serve the data with a PostgreSQL ${major} of yours and name that with DATABASE_URL. To begin anew, move ${dirname(data)} away.`,
  );
}

async function giveAway(folder: string, { uid, gid }: Account): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await lchown(join(entry.parentPath, entry.name), uid, gid);
}

function notMade(data: string, said: string): FulcrumError {
  const nameless = /could not look up effective user ID (\d+)/.exec(said)?.[1];
  if (nameless !== undefined)
    return new FulcrumError(
      "no-postgresql",
      `PostgreSQL makes a database only for a user who has a name, and user ${nameless} has none in /etc/passwd.`,
      `Start Fulcrum as a user who has one, or add a line: fulcrum:x:${nameless}:${nameless}::/:/usr/sbin/nologin. Or: ${wayOut}`,
    );
  const lines = said.split("\n").filter((line) => /error|fatal|failed/i.test(line));
  return new FulcrumError(
    "database-failed",
    `The database could not be made in ${data}: ${(lines.length > 0 ? lines : [said]).join(" ").trim()}.`,
    `See that there is room and that nobody else writes there, then run the same command again. Or: ${wayOut}`,
  );
}

/** Why the server ended, as it said itself, in some lines at most. */
export async function endOfLog(path: string): Promise<string> {
  const text = (await readPlainText(path, 1 << 20).catch(() => null)) ?? "";
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.includes(" LOG: "));
  const grave = lines.filter((line) => /(?:FATAL|PANIC|ERROR): /.test(line));
  return (grave.length > 0 ? grave : lines).slice(-3).join(" ").trim();
}
