import { randomBytes } from "node:crypto";
import { chmod, cp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import type { Installation } from "./installation.ts";

/** What is needed to build on PostgreSQL, not to run it. */
const left = /\.a$|\/(?:include|pgxs|pkgconfig)$/;

/** A copy that everybody can read and run, in a folder that exists; made once for a version. Gives its path. */
export async function copyInstallation(
  { root, version }: Installation,
  folder: string,
): Promise<string> {
  const copy = join(folder, `postgresql-${version}`);
  if (await exists(copy)) return copy;
  const part = `${copy}.${randomBytes(6).toString("hex")}.part`;
  try {
    await cp(root, part, { recursive: true, filter: (path) => !left.test(path) });
    await openUp(part);
    await rename(part, copy);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another process was quicker: its copy is as good.
    if (!(await exists(copy))) throw error;
  }
  return copy;
}

/** Whoever installed may have had an umask that hides everything. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const isRun = entry.isDirectory() || path.startsWith(join(folder, "bin"));
    if (!entry.isSymbolicLink()) await chmod(path, isRun ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return false;
    throw error;
  }
}
