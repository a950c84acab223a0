import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { digest } from "#kernel/ids.ts";

/** `$XDG_CACHE_HOME/fulcrum`, else `~/.cache/fulcrum` (XDG Base Directory Specification: a relative value is ignored). */
export function cacheHome(environment: Readonly<Record<string, string | undefined>>): string {
  const home = environment["XDG_CACHE_HOME"];
  const base = home !== undefined && isAbsolute(home) ? home : join(homedir(), ".cache");
  return join(base, "fulcrum");
}

/** One cache for each set of folders, in whatever order they are named. */
export function cacheFolderFor(home: string, folders: readonly string[]): string {
  const resolved = [...new Set(folders.map((folder) => resolve(folder)))].sort();
  return join(home, digest(...resolved));
}
