import { withoutTrailingSlashes } from "./trailing-slashes.ts";

const foreignFolder =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third_party|site-packages|\.bundle|Pods|fixtures|__fixtures__|testdata)\//;

/** True where a manifest is somebody else's copy or a test's input, and says nothing of this repository. */
export function isForeign(path: string): boolean {
  return foreignFolder.test(path);
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
