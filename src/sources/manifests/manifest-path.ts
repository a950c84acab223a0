import { withoutTrailingSlashes } from "./trailing-slashes.ts";

const installedFolder =
  /(?:^|\/)(?:node_modules|bower_components|jspm_packages|site-packages|\.bundle|\.yarn|\.venv|\.terraform|Pods|Carthage|vendor\/(?:bundle|ruby|gems|cache|composer))\//;

/**
 * True where a package manager put a manifest. Copies kept by hand, inputs of tests and templates are left out by what the
 * whole tree says: see `ReadablePlaces`.
 */
export function isInstalled(path: string): boolean {
  return installedFolder.test(path);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Folder of a file, POSIX; empty at the root of the repository. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Where a path written in a manifest leads: inside the repository, or out of it to a neighbour's checkout. */
export type PathTarget = { readonly localPath: string } | { readonly origin: string };

/**
 * `localPath` is POSIX from the root of the repository (`.` is the root). A path that leaves the repository is an
 * origin, `file:../slimline`: another repository's package, used from a neighbouring folder.
 */
export function pathTarget(manifestPath: string, written: string): PathTarget {
  const relative = written.replaceAll("\\", "/");
  if (/^(?:[a-zA-Z]:|~|\/)/.test(relative)) return { origin: `file:${lastSegment(relative)}` };
  const segments = folderOf(manifestPath)
    .split("/")
    .filter((segment) => segment !== "");
  for (const segment of relative.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return { origin: `file:${relative.slice(0, 300)}` };
  }
  return { localPath: segments.length === 0 ? "." : segments.join("/").slice(0, 300) };
}

/** Absolute paths name people's home folders: only the last segment is kept. */
function lastSegment(path: string): string {
  return baseName(withoutTrailingSlashes(path)).slice(0, 100);
}
