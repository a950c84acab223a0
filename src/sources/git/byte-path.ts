import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, resolve, sep } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";

/**
 * A path as git and the system know it: bytes, one for each character of the text. Only so are the files that we look at those
 * that git opens, whatever their names.
 */
export type BytePath = string & { readonly isBytePath: true };

export function toBytePath(path: string): BytePath {
  return bytePathOf(Buffer.from(path, "utf8"));
}

export function bytePathOf(bytes: Buffer): BytePath {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where such a text is made
  return bytes.toString("latin1") as BytePath;
}

/** For the eye, as `decodeBytes` writes it. */
export function shownPath(path: BytePath): string {
  return decodeBytes(systemPath(path));
}

function systemPath(path: BytePath): Buffer {
  return Buffer.from(path, "latin1");
}

export function joinBytes(folder: BytePath, name: BytePath): BytePath {
  return bytePathOf(Buffer.from(folder === sep ? folder + name : folder + sep + name, "latin1"));
}

/** `target` as seen from `folder`, with `..` taken out by the letters. */
export function resolveBytes(folder: BytePath, target: BytePath): BytePath {
  return bytePathOf(Buffer.from(resolve(folder, target), "latin1"));
}

export function isAbsoluteBytes(path: BytePath): boolean {
  return isAbsolute(path);
}

/** Without links; null where nothing is there. */
export function realBytesOrNull(path: BytePath): BytePath | null {
  try {
    return bytePathOf(realpathSync.native(systemPath(path), { encoding: "buffer" }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export type EntryKind = "folder" | "file" | "link" | "other";

export interface ByteEntry {
  readonly path: BytePath;
  readonly kind: EntryKind;
}

/** What is in a folder; nothing where it is gone. */
export function entriesOfBytes(folder: BytePath): readonly ByteEntry[] {
  try {
    const found = readdirSync(systemPath(folder), { withFileTypes: true, encoding: "buffer" });
    return found.map((entry) => ({
      path: joinBytes(folder, bytePathOf(entry.name)),
      kind: kindOfEntry(entry),
    }));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** What a path leads to; null where nothing is there. With `noLink` what stands there itself. */
export function kindOfBytes(path: BytePath, noLink = false): EntryKind | null {
  try {
    return kindOfEntry((noLink ? lstatSync : statSync)(systemPath(path)));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

interface Kinded {
  isDirectory(): boolean;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

function kindOfEntry(entry: Kinded): EntryKind {
  if (entry.isDirectory()) return "folder";
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "link" : "other";
}

/** Also what git packs away while it is looked at. */
function isGone(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
}

/** Is `real`, a path without links, one of the folders or inside one? */
export function isWithinBytes(real: BytePath, area: readonly BytePath[]): boolean {
  return area.some(
    (base) => real === base || real.startsWith(base.endsWith(sep) ? base : base + sep),
  );
}

/** What `decodeBytes` writes for a byte, and what only looks like that. */
const escape = /\\x(?=5C|[89A-F][0-9A-F])/g;

/**
 * UTF-8 where it is UTF-8; otherwise with bytes above 7F as `\xE9`. No two byte strings become one text: a backslash of a text that
 * reads like such a byte is `\x5C`.
 */
export function decodeBytes(bytes: Buffer): string {
  return decodePath(bytes, 0, bytes.length);
}

/** As `decodeBytes`, of a part. */
export function decodePath(bytes: Buffer, from: number, end: number): string {
  const text = bytes.toString("utf8", from, end);
  const isText = !text.includes("\uFFFD");
  if (isText) return text.includes("\\x") ? text.replaceAll(escape, "\\x5Cx") : text;
  return bytes
    .toString("latin1", from, end)
    .replaceAll(escape, "\\x5Cx")
    .replaceAll(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Lines that end with a line feed, each as `decodeBytes` writes it. */
export function decodeLines(bytes: Buffer): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    lines.push(decodePath(bytes, from, end));
    from = end + 1;
  }
  if (from < bytes.length) lines.push(decodePath(bytes, from, bytes.length));
  return lines;
}
