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
