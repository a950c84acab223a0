import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { NoPlainFile, readBeginning } from "#kernel/plain-file.ts";

/** What a shell hands over: `/dev/stdin`, and `<(…)`, which is `/dev/fd/63`. */
const descriptor = /^(?:\/dev\/stdin|\/(?:dev|proc\/self)\/fd\/(\d{1,9}))$/;

/** Does a path on the command line name something that is already open, rather than a file? */
export function namesOpenInput(path: string): boolean {
  return descriptor.test(path);
}

/**
 * The first bytes, at most so many, of what a person named to be read: a plain file, or what the shell has open. Any other pipe
 * or device is refused, for nobody may ever write to it. Throws `NoPlainFile`, and what the system says.
 */
export async function readNamedInput(
  path: string,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const found = descriptor.exec(path);
  if (found === null) return readBeginning(path, most);
  const number = Number(found[1] ?? 0);
  const kind = fstatSync(number);
  if (kind.isFile()) return readBeginning(`/dev/fd/${String(number)}`, most);
  if (number === 0) return readStream(process.stdin, most, signal);
  if (!kind.isFIFO() && !kind.isSocket()) throw new NoPlainFile();
  return readStream(new Socket({ fd: number, readable: true, writable: false }), most, signal);
}

/** The first bytes of a stream, at most so many. */
export async function readStream(
  stream: Readable,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  addAbortSignal(signal, stream);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : toBytes(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

function toBytes(chunk: unknown): Buffer {
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}
