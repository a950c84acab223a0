import { constants, write } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { systemCodeOf } from "#kernel/errors.ts";

/** A pipe waits for its reader. Throws errors of the system, and of where the content comes from. */
export async function writeIntoStream(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  let stream: FileHandle;
  try {
    stream = await open(path, constants.O_WRONLY | constants.O_APPEND);
  } catch (error) {
    const own = ownOpenFile(path);
    // A socket cannot be opened by its path, and it is what other programs give us as standard output.
    if (own === null || systemCodeOf(error) !== "ENXIO") throw error;
    if (typeof content === "string") return writeToOpenFile(own, Buffer.from(content));
    if (content instanceof Uint8Array) return writeToOpenFile(own, content);
    for await (const bytes of content) await writeToOpenFile(own, bytes);
    return;
  }
  try {
    await writeContent(stream, content);
  } finally {
    await stream.close();
  }
}

/** Writes all of it where the file stands. */
export async function writeContent(
  file: FileHandle,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  if (typeof content === "string" || content instanceof Uint8Array) await file.writeFile(content);
  else for await (const piece of content) await file.writeFile(piece);
}

/** Number of an open file of this process that a path names. */
function ownOpenFile(path: string): number | null {
  const found = /^\/proc\/(self|thread-self|\d{1,10})(?:\/task\/\d{1,10})?\/fd\/(\d{1,9})$/.exec(
    path,
  );
  const [, owner, number] = found ?? [];
  if (number === undefined) return null;
  const isOwn = owner === "self" || owner === "thread-self" || owner === String(process.pid);
  return isOwn ? Number(number) : null;
}

async function writeToOpenFile(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const done = await new Promise<number>((resolve, reject) =>
      write(file, bytes, at, (error, written) => {
        if (error === null) resolve(written);
        else if (error.code === "EAGAIN") resolve(0);
        else reject(error);
      }),
    );
    if (done === 0) await pause(5); // its reader is slower than we are
    at += done;
  }
}
