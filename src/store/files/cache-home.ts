import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** `$XDG_CACHE_HOME/fulcrum`, else `~/.cache/fulcrum` (XDG Base Directory Specification: a relative value is ignored). */
export function cacheHome(environment: Readonly<Record<string, string | undefined>>): string {
  const home = environment["XDG_CACHE_HOME"];
  const base = home !== undefined && isAbsolute(home) ? home : join(homedir(), ".cache");
  return join(base, "fulcrum");
}
