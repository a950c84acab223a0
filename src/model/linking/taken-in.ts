import type { FileHistory } from "#evidence/repository-evidence.ts";
import type { RepositoryView } from "./repository-view.ts";

/** The file itself, then those that it takes in, and what they take in, breadth first. */
export function takenInBy(file: FileHistory, view: RepositoryView): FileHistory[] {
  const found = new Set([file]);
  for (const one of found)
    for (const { path, reader } of one.includes ?? [])
      for (const other of view.at(path)) if (other.source === reader) found.add(other);
  return [...found];
}
