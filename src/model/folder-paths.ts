import type { FileHistory } from "#evidence/repository-evidence.ts";

/** `a/b/c.txt` → `a/b`; `.` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** The nearest of `folders` at or above `folder`. */
export function nearest(folder: string, folders: ReadonlySet<string>): string {
  let at = folder;
  while (at !== "." && !folders.has(at)) at = folderOf(at);
  return at;
}

/** Where a file counts: its own folder, or that of the file that takes it in. */
export function homeOf(file: FileHistory): string {
  return file.home ?? folderOf(file.path);
}

/** Is `folder` the folder `outer`, or below it? Both POSIX from the root, which is ".". */
export function isWithin(folder: string, outer: string): boolean {
  return outer === "." || folder === outer || folder.startsWith(`${outer}/`);
}
