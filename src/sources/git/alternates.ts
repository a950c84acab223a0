import { readPlainFile } from "#kernel/plain-file.ts";
import {
  bytePathOf,
  isAbsoluteBytes,
  isWithinBytes,
  joinBytes,
  kindOfBytes,
  realBytesOrNull,
  resolveBytes,
  toBytePath,
  type BytePath,
} from "./byte-path.ts";

const longestAlternates = 65_536;
const deepestAlternate = 5;

export interface Alternates {
  /** Folders of objects that are borrowed, without links. */
  readonly folders: ReadonlySet<BytePath>;
  /** The first that lies outside the area, or in no form that anybody needs; null when there is none. */
  readonly refused: BytePath | null;
}

/** The object folders that one borrows from, followed to the end and read as git reads them: by bytes. */
export async function followAlternates(
  objectsDir: BytePath,
  area: readonly BytePath[],
): Promise<Alternates> {
  const folders = new Set<BytePath>();
  const refused = await firstRefused(objectsDir, area, 0, folders);
  return { folders, refused };
}

async function firstRefused(
  objectsDir: BytePath,
  area: readonly BytePath[],
  depth: number,
  seen: Set<BytePath>,
): Promise<BytePath | null> {
  const list = joinBytes(objectsDir, toBytePath("info/alternates"));
  if (kindOfBytes(list) !== "file") return null;
  const bytes = await readPlainFile(Buffer.from(list, "latin1"), longestAlternates);
  // Git reads no further than a zero byte: nobody needs one.
  if (bytes === null || bytes.includes(0)) return list;
  for (const line of bytes.toString("latin1").split("\n")) {
    const target = bytePathOf(Buffer.from(line, "latin1"));
    if (target === "" || target.startsWith("#")) continue;
    // Git unquotes such a line; nobody needs one, so it counts as outside.
    if (target.startsWith('"')) return target;
    // Newer versions of git follow links step by step, older ones first take `..` out by the letters: both must be inside.
    const written = isAbsoluteBytes(target) ? target : joinBytes(objectsDir, target);
    for (const path of new Set([resolveBytes(objectsDir, target), written])) {
      const real = realBytesOrNull(path);
      if (real === null) continue;
      if (depth >= deepestAlternate || !isWithinBytes(real, area)) return path;
      // Lists that name each other a thousand times over must not be followed along every way.
      if (seen.has(real)) continue;
      seen.add(real);
      const further = await firstRefused(real, area, depth + 1, seen);
      if (further !== null) return further;
    }
  }
  return null;
}
