import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { textOrNothing } from "#store/files/edit-file.ts";
import { wayOut } from "./installation.ts";
import type { Account } from "./programs.ts";

/** PostgreSQL refuses to run as root: the accounts that it runs as then. */
export interface ServerAccounts {
  /** Owns the data, and nothing else on the machine. */
  readonly server: Account;
  /** `initdb` asks for the name of whoever runs it, which a number of ours has not: it runs as this one, for a second. */
  readonly named: Account;
}

interface Entry extends Account {
  readonly name: string;
}

/** Of the numbers that systemd documents as given to nobody (60578 to 61183). */
const firstOfOurs = 60_900;

/**
 * An account called fulcrum where there is one; else a number that no account has. `dataOwner` is who owns the data already.
 * Throws `no-postgresql` where the system knows no account but root and nobody.
 */
export async function serverAccounts(dataOwner: Account | null): Promise<ServerAccounts> {
  return chooseAccounts(await textOrNothing("/etc/passwd"), dataOwner);
}

/** As `serverAccounts`, from the text of `/etc/passwd`. */
export function chooseAccounts(passwd: string, dataOwner: Account | null): ServerAccounts {
  const known = entriesOf(passwd);
  const own = known.find(({ name }) => name === "fulcrum");
  const server = dataOwner ?? (own === undefined ? unknownAccount(known) : accountOf(own));
  const itself = known.find(({ uid }) => uid === server.uid);
  const named =
    itself ?? known.find(({ uid, name }) => uid !== 0 && uid !== 65_534 && name !== "nobody");
  if (named === undefined)
    throw new FulcrumError(
      "no-postgresql",
      "PostgreSQL does not run as root, and this system has no other account than root and nobody.",
      `Start Fulcrum as another user, or add an account called fulcrum. Or: ${wayOut}`,
    );
  return { server, named: accountOf(named) };
}

function entriesOf(passwd: string): Entry[] {
  return passwd.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = ""] = line.split(":");
    return /^\d{1,10}$/.test(uid) && /^\d{1,10}$/.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
}

function accountOf({ uid, gid }: Account): Account {
  return { uid, gid };
}

function unknownAccount(known: readonly Account[]): Account {
  const taken = new Set(known.flatMap(({ uid, gid }) => [uid, gid]));
  let number = firstOfOurs;
  while (taken.has(number)) number++;
  return { uid: number, gid: number };
}

/** Whether an account may go down to a folder that exists, by the modes of all folders on the way. */
export async function canReach(path: string, { uid, gid }: Account): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at);
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
