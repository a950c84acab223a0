import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import type { GitDirectories } from "./ref-directory.ts";

export interface PlainRef {
  /** Of a symbolic ref, that of the one it leads to. */
  readonly object: string;
  /** Full name of the ref that a symbolic one leads to; else null. */
  readonly target: string | null;
}

const most = {
  packedBytes: 64 * 1024 * 1024,
  looseRefs: 10_000,
  looseBytes: 1024,
  depth: 30,
  nameLength: 1000,
};

/** Only names and ids that mean the same to everybody. */
const plainName = /^[A-Za-z0-9_+=%,#-][A-Za-z0-9_.+=%,#-]*$/;
const plainHead = /^(?:ref: refs\/\S+|[0-9a-f]{40})\s*$/;
const plainId = /^[0-9a-f]{40}$/;

/** What is to be read is not of the plain kind: git is asked. */
class NotPlain extends Error {}

/**
 * Refs below the folders (`refs/heads`), by full name, as the files of a repository in the usual form say them; null wherever
 * anything is out of the ordinary (another form, ids of another length, links, names that are not plain, a ref that leads
 * nowhere): then git knows. To start git costs twenty times as much.
 */
export async function readPlainRefs(
  { gitDir, commonDir }: GitDirectories,
  folders: readonly string[],
  readPlain: typeof readPlainFile = readPlainFile,
): Promise<ReadonlyMap<string, PlainRef> | null> {
  try {
    if (!folders.every((folder) => folder.split("/").every(isPlain))) return null;
    if (await isOfAnotherForm(commonDir)) return null;
    if (!plainHead.test(await textOf(join(gitDir, "HEAD"), most.looseBytes))) return null;
    // As git does: what is packed meanwhile is found in the list, which is read after.
    const loose: Loose = { commonDir, said: new Map(), left: most.looseRefs, readPlain };
    for (const folder of folders) await readLoose(loose, folder, 0);
    const said = new Map([...(await readPacked(commonDir, folders, readPlain)), ...loose.said]);
    if (hasFileInPlaceOfFolder(said)) return null;
    return resolved(said);
  } catch (error) {
    // A ref that is gone since its folder was listed: git takes the time to look again.
    if (error instanceof NotPlain || systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function isOfAnotherForm(commonDir: string): Promise<boolean> {
  const entries = await readdir(commonDir);
  if (entries.includes("refs") && !(await lstat(join(commonDir, "refs"))).isDirectory())
    return true;
  if (entries.includes("reftable")) return true;
  if (!entries.includes("config")) return false;
  const config = await textOf(join(commonDir, "config"), most.packedBytes);
  // Whatever is extended or included may change how refs are kept.
  return /extensions|include|worktree/i.test(config);
}

/** An id, or `ref: ` and the name of another, by full name. */
type Said = Map<string, string>;

async function readPacked(
  commonDir: string,
  folders: readonly string[],
  readPlain: typeof readPlainFile,
): Promise<Said> {
  const said: Said = new Map();
  let text: string;
  try {
    text = await textOf(join(commonDir, "packed-refs"), most.packedBytes, readPlain);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return said;
    throw error;
  }
  if ((text !== "" && !text.endsWith("\n")) || text.includes("\r")) throw new NotPlain();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#") || line.startsWith("^")) continue;
    const name = line.slice(41);
    if (line[40] !== " " || !plainId.test(line.slice(0, 40))) throw new NotPlain();
    if (!folders.some((folder) => name.startsWith(`${folder}/`))) continue;
    if (name.length > most.nameLength || !name.split("/").every(isPlain)) throw new NotPlain();
    said.set(name, line.slice(0, 40));
  }
  return said;
}

interface Loose {
  readonly commonDir: string;
  readonly said: Said;
  left: number;
  readonly readPlain: typeof readPlainFile;
}

async function readLoose(places: Loose, folder: string, depth: number): Promise<void> {
  const entries = await entriesOf(join(places.commonDir, folder));
  places.left -= entries.length;
  if (places.left < 0 || depth > most.depth) throw new NotPlain();
  for (const entry of entries) {
    if (!isPlain(entry.name)) throw new NotPlain();
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await readLoose(places, name, depth + 1);
    else if (entry.isFile())
      places.said.set(
        name,
        withoutLineEnd(
          await textOf(join(places.commonDir, name), most.looseBytes, places.readPlain),
        ),
      );
    else throw new NotPlain();
  }
}

/** Other blanks than the end of the line are for git to judge: some it takes, some it does not. */
function withoutLineEnd(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

/** None where there is no such folder; one that is a link is not plain. */
async function entriesOf(path: string): Promise<readonly Dirent[]> {
  try {
    if (!(await lstat(path)).isDirectory()) throw new NotPlain();
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** A ref that is the folder of another: git says which of them is right. */
function hasFileInPlaceOfFolder(said: Said): boolean {
  for (const name of said.keys())
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1))
      if (said.has(name.slice(0, end))) return true;
  return false;
}

function isPlain(part: string): boolean {
  return (
    plainName.test(part) && !part.includes("..") && !part.endsWith(".") && !part.endsWith(".lock")
  );
}

async function textOf(
  path: string,
  mostBytes: number,
  readPlain: typeof readPlainFile = readPlainFile,
): Promise<string> {
  const bytes = await readPlain(path, mostBytes);
  if (bytes === null) throw new NotPlain();
  return bytes.toString("latin1");
}

function resolved(said: Said): ReadonlyMap<string, PlainRef> {
  const refs = new Map<string, PlainRef>();
  for (const name of [...said.keys()].toSorted()) {
    const text = said.get(name) ?? "";
    const target = text.startsWith("ref: ") ? text.slice("ref: ".length) : null;
    const object = target === null ? text : (said.get(target) ?? "");
    if (!plainId.test(object) || /^0+$/.test(object)) throw new NotPlain();
    refs.set(name, { object, target });
  }
  return refs;
}
