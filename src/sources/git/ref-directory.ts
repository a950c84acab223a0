import { mkdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import { readBeginning, readPlainFile } from "#kernel/plain-file.ts";
import { readRefs, type GitRun } from "./run.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

export interface GitDirectories {
  readonly gitDir: string;
  readonly commonDir: string;
}

/**
 * Runs a git command that lists refs through a directory of our own: HEAD and the list of packed refs are copied, the folders
 * of refs linked, and the configuration is ours. What the repository's sets or includes is never in force.
 */
export async function listThroughOwnDirectory(
  { gitDir, commonDir }: GitDirectories,
  args: readonly string[],
  run: GitRun,
): Promise<number> {
  const folder = await makeTemporaryFolder();
  try {
    await writeFile(join(folder, "config"), await configurationFor(commonDir));
    await copyInto(folder, gitDir, "HEAD");
    if (await isThere(join(commonDir, "packed-refs")))
      await copyInto(folder, commonDir, "packed-refs");
    for (const name of ["refs", "reftable"]) {
      if (await isThere(join(commonDir, name)))
        await symlink(join(commonDir, name), join(folder, name), "junction");
      // Without it git takes the folder for no repository.
      else if (name === "refs") await mkdir(join(folder, name));
    }
    return await readRefs(
      { refsDir: folder, objectsDir: join(commonDir, "objects"), shownDir: gitDir },
      args,
      run,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const longestConfiguration = 65_536;

/** How refs and ids are written, which is all that git must know of the repository's configuration. */
async function configurationFor(commonDir: string): Promise<string> {
  const path = join(commonDir, "config");
  const text = (await isThere(path))
    ? (await readBeginning(path, longestConfiguration)).toString("utf8")
    : "";
  const extensions = [
    /^\s{0,16}objectformat\s{0,8}=\s{0,8}sha256\s{0,8}$/im.test(text)
      ? "objectformat = sha256"
      : "",
    /^\s{0,16}refstorage\s{0,8}=\s{0,8}reftable\s{0,8}$/im.test(text)
      ? "refstorage = reftable"
      : "",
  ].filter((line) => line !== "");
  const version = extensions.length > 0 ? 1 : 0;
  return [
    `[core]\n\trepositoryformatversion = ${String(version)}\n\tbare = true\n[extensions]\n`,
    ...extensions.map((line) => `\t${line}\n`),
  ].join("");
}

async function copyInto(folder: string, from: string, name: string): Promise<void> {
  await writeFile(join(folder, name), (await readPlainFile(join(from, name))) ?? "");
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return false;
    throw error;
  }
}
