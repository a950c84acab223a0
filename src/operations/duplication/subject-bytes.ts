import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { MAX_FILE_BYTES } from "#insight/duplication/left-out.ts";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";

/** One more than any comparison takes in: what is longer counts as too large, and is read no further. */
const mostBytes = MAX_FILE_BYTES + 1;

/** A file's first bytes; pipes and devices too. Throws `no-file`. */
export async function readSubject(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY);
    try {
      const buffer = new Uint8Array(mostBytes);
      let length = 0;
      while (length < mostBytes) {
        const { bytesRead } = await file.read(buffer, length, mostBytes - length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "EISDIR")
      throw new FulcrumError(
        "no-file",
        `${path} is a folder.`,
        `Name a file, or compare a folder of folders: fulcrum duplicates ${path}`,
      );
    const what =
      code === "ENOENT" || code === "ENOTDIR"
        ? `There is no file ${path}.`
        : `${path} cannot be read: ${messageOf(error)}.`;
    throw new FulcrumError(
      "no-file",
      what,
      "Name a file that can be read, or - for standard input.",
    );
  }
}

/** As much of a stream as a comparison takes in. */
export async function readStream(stream: Readable, signal: AbortSignal): Promise<Uint8Array> {
  addAbortSignal(signal, stream);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(typeof chunk === "string" ? chunk : toBytes(chunk));
    chunks.push(bytes);
    length += bytes.length;
    if (length >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes);
}

function toBytes(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(0);
}
