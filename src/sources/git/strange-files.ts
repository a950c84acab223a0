import { setImmediate } from "node:timers/promises";
import { entriesOfBytes, kindOfBytes, realBytesOrNull, type BytePath } from "./byte-path.ts";
import type { Trespass } from "./own-area.ts";

/** What git waits on for ever, or what leads elsewhere, among its objects and refs; null where there is no such thing. */
export interface StrangeEntry {
  readonly path: BytePath;
  readonly what: "no-plain-file" | "too-many" | Trespass;
}

/** Loose files that are looked at; git itself packs objects away at 6,700. */
const mostEntries = 500_000;
/** Folders are listed without waiting; after so many the process can do other things. */
const listedAtOnce = 256;

/**
 * Looks at every file below the folders without opening any: git opens whatever lies there, and a pipe or a device never
 * answers. Folders of the tree that git does not read (`sub/folder` of an object folder) are few, and looked at as well.
 */
export async function strangeEntry(
  folders: readonly BytePath[],
  trespass: (real: BytePath) => Trespass | null,
  most = mostEntries,
): Promise<StrangeEntry | null> {
  const waiting = [...folders];
  const seen = new Set<BytePath>();
  let count = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = realBytesOrNull(folder);
    if (real === null || seen.has(real)) continue;
    seen.add(real);
    if (seen.size % listedAtOnce === 0) await setImmediate();
    for (const { path, kind } of entriesOfBytes(real)) {
      if (++count > most) return { path, what: "too-many" };
      if (kind === "folder") waiting.push(path);
      else if (kind === "link") {
        const target = realBytesOrNull(path);
        if (target === null) continue;
        const wrong = trespass(target);
        if (wrong !== null) return { path, what: wrong };
        const behind = kindOfBytes(target);
        if (behind === "folder") waiting.push(target);
        else if (behind === "other") return { path, what: "no-plain-file" };
      } else if (kind !== "file") return { path, what: "no-plain-file" };
    }
  }
  return null;
}
