import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** File systems take 255 bytes; what is put behind a name (lock, part, letters of chance) takes less than 60. */
const longestStem = 190;

/** Path that names beside a file begin with: its own, or where that leaves no room for more, a shorter one that is as much its own. */
export function stemOf(path: string): string {
  const name = basename(path);
  if (Buffer.byteLength(name) <= longestStem) return path;
  const sum = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return join(dirname(path), `${name.slice(0, 30)}~${sum}`);
}
