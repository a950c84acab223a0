import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { fileKind, isGone } from "./file-kind.ts";

/** What git waits on for ever, or what leads elsewhere, among its objects and refs; null where there is no such thing. */
export interface StrangeEntry {
  readonly path: string;
  readonly what: "no-plain-file" | "leads-outside" | "too-many";
}

/** Loose files that are looked at; git itself packs objects away at 6,700. */
const mostEntries = 500_000;

/**
 * Looks at every file below the folders without opening any: git opens whatever lies there, and a pipe or a device never
 * answers. Folders of the tree that git does not read (`sub/folder` of an object folder) are few, and looked at as well.
 */
export async function strangeEntry(
  folders: readonly string[],
  isInside: (real: string) => boolean,
  most = mostEntries,
): Promise<StrangeEntry | null> {
  const waiting = [...folders];
  const seen = new Set<string>();
  let count = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = await realOf(folder);
    if (real === null || seen.has(real)) continue;
    seen.add(real);
    for (const entry of await entriesOf(real)) {
      const path = join(real, entry.name);
      if (++count > most) return { path, what: "too-many" };
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) {
        const target = await realOf(path);
        if (target === null) continue;
        if (!isInside(target)) return { path, what: "leads-outside" };
        const kind = await fileKind(target);
        if (kind === "folder") waiting.push(target);
        else if (kind === "other") return { path, what: "no-plain-file" };
      } else if (!entry.isFile()) return { path, what: "no-plain-file" };
    }
  }
  return null;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

async function realOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
