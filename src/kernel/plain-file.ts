import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

/**
 * The only place where files are opened to be read. A pipe answers nobody for ever, a device has no end: what is opened does
 * not wait, and is looked at before anything is read from it.
 */
const flags = constants.O_RDONLY | constants.O_NONBLOCK;

/** Thrown where a folder, a pipe, a socket or a device stands in a file's place. */
export class NoPlainFile extends Error {
  readonly code = "no-plain-file";

  constructor() {
    super("it is no plain file");
    this.name = "NoPlainFile";
  }
}

/** Thrown where a text would lose its letters: written again, they would be gone. */
export class NoUtf8 extends Error {
  readonly code = "no-utf-8";

  constructor() {
    super("it is not in UTF-8: save it in that encoding");
    this.name = "NoUtf8";
  }
}

export interface PlainFileOptions {
  /** A link in the last place is refused, too. Default: it is followed. */
  readonly noLink?: boolean;
}

/** Throws `NoPlainFile`, and what the system says. The caller closes. */
export async function openPlainFile(
  path: string | Buffer,
  { noLink = false }: PlainFileOptions = {},
): Promise<FileHandle> {
  const file = await open(path, noLink ? flags | constants.O_NOFOLLOW : flags).catch(refuseDevice);
  try {
    if (!(await file.stat()).isFile()) throw new NoPlainFile();
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** As `openPlainFile`, for what must not wait. */
export function openPlainFileSync(path: string, { noLink = false }: PlainFileOptions = {}): number {
  const file = openSync(path, noLink ? flags | constants.O_NOFOLLOW : flags);
  try {
    if (!fstatSync(file).isFile()) throw new NoPlainFile();
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The whole file; null where it has more than `most` bytes. */
export async function readPlainFile(
  path: string | Buffer,
  most = Infinity,
): Promise<Buffer | null> {
  const file = await openPlainFile(path);
  try {
    return (await file.stat()).size > most ? null : await file.readFile();
  } finally {
    await file.close();
  }
}

/** The whole file as UTF-8; null where it has more than `most` bytes. */
export async function readPlainText(path: string, most: number): Promise<string | null> {
  return (await readPlainFile(path, most))?.toString("utf8") ?? null;
}

/** The whole file as UTF-8, however long. */
export async function readAllText(path: string): Promise<string> {
  return (await readPlainFile(path))?.toString("utf8") ?? "";
}

/**
 * The whole file as UTF-8, to be written again or taken by its letters: null where it has more than `most` bytes. Throws
 * `NoUtf8` where it is in another encoding.
 */
export async function readExactText(path: string, most = Infinity): Promise<string | null> {
  const bytes = await readPlainFile(path, most);
  if (bytes !== null && (!isUtf8(bytes) || bytes.includes(0))) throw new NoUtf8();
  return bytes?.toString("utf8") ?? null;
}

/** The whole of a small file as UTF-8, for what must not wait. */
export function readPlainTextSync(path: string): string {
  const file = openPlainFileSync(path);
  try {
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file, at most so many. */
export async function readBeginning(
  path: string,
  most: number,
  options?: PlainFileOptions,
): Promise<Buffer> {
  const file = await openPlainFile(path, options);
  try {
    const buffer = Buffer.alloc(Math.min(most, (await file.stat()).size + 1));
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** The file in pieces, in bounded memory. */
export async function* readInPieces(
  path: string,
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const file = await openPlainFile(path);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size), 0, size, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Sockets, and pipes and devices that nobody serves, cannot even be opened so. */
function refuseDevice(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  throw code === "ENXIO" ? new NoPlainFile() : error;
}
