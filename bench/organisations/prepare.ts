import { copyFile, link, lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import { run, succeed } from "../measure.ts";

/**
 * Makes `out/NAME.git` of `mirrors/ORGANISATION+NAME/repo` for each name, by hard links where the file system can, with the
 * remote that it came from. A clone that stands there already is kept. Returns the names that no mirror is at hand of.
 */
export async function prepareClones(
  mirrors: string,
  out: string,
  organisation: string,
  names: readonly string[],
): Promise<string[]> {
  const missing: string[] = [];
  await mkdir(out, { recursive: true });
  const present = new Set(await readdir(out));
  for (const name of names) {
    const source = join(mirrors, `${organisation}+${name}`, "repo");
    if (!(await isFolder(source))) {
      missing.push(name);
      continue;
    }
    if (present.has(`${name}.git`)) continue;
    const clone = join(out, `${name}.git`);
    await linkFolder(source, clone);
    const remote = `https://github.com/${organisation}/${name}.git`;
    const set = ["--git-dir", clone, "config", "remote.origin.url", remote];
    succeed(await run("git", set), `git config in ${clone}`);
  }
  return missing;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** By hard links where the file system can; files called config are copied. */
export async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    // The configuration is written to, so it must not be the mirror's own file.
    else if (entry.isFile() && entry.name === "config") await copyFile(source, target);
    else if (entry.isFile()) await linkFile(source, target);
  }
}

async function linkFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    if (systemCodeOf(error) !== "EXDEV") throw error;
    await copyFile(source, target);
  }
}
