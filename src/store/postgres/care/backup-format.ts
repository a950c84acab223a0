import { Readable } from "node:stream";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";

/*
 * A backup is one file, compressed by gzip: a line that says what it is, then frames, each a letter, the length of what follows
 * in four bytes, the largest first, and so many bytes. `h` (what it holds), for each table `t` (its name and columns), `d` (its
 * rows, as COPY writes them) as often as needed, and `e` (how many rows, and their digest), and last `z`. All but `d` are JSON.
 */

const title = "Fulcrum backup\n";
/** Raised where this version could not read what the next one writes. */
export const formatVersion = 1 as const;
/** Longest frame, in bytes. */
export const longestFrame = 1 << 20;

const sequenceState = z.object({ last: z.string().regex(/^-?\d{1,19}$/), isCalled: z.boolean() });

const header = z.object({
  format: z.literal(formatVersion),
  /** Time of the snapshot. */
  madeAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.string()),
  /** By name: those that number no column. */
  sequences: z.record(z.string(), sequenceState),
});
export type BackupHeader = z.infer<typeof header>;

const table = z.object({ name: z.string(), columns: z.array(z.string()) });
export type BackupTable = z.infer<typeof table>;

const tableEnd = z.object({
  rowsCount: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** By column: the last number that its sequence gave, and whether it gave any. */
  sequences: z.record(z.string(), sequenceState),
});
export type BackupTableEnd = z.infer<typeof tableEnd>;

export type Frame =
  | { readonly kind: "h"; readonly value: BackupHeader }
  | { readonly kind: "t"; readonly value: BackupTable }
  | { readonly kind: "d"; readonly rows: Uint8Array }
  | { readonly kind: "e"; readonly value: BackupTableEnd }
  | { readonly kind: "z" };

const headLength = 5;

export function titleBytes(): Uint8Array {
  return Buffer.from(title);
}

/** At most `longestFrame` bytes of rows. */
export function frameBytes(frame: Frame): Uint8Array {
  const payload =
    frame.kind === "d"
      ? frame.rows
      : Buffer.from(JSON.stringify(frame.kind === "z" ? {} : frame.value));
  if (payload.length > longestFrame) throw new Error(`A frame of ${String(payload.length)} bytes.`);
  const head = Buffer.alloc(headLength);
  head.write(frame.kind, "latin1");
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** The frames of a backup, to the last one. Throws `backup-invalid`, and what reading the bytes throws. */
export async function* framesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame, void> {
  const read = new ByteReader(decompressed(bytes));
  try {
    const first = await read.take(title.length);
    if (first === null || first.toString("latin1") !== title) throw noBackup();
    for (let isLast = false; !isLast;) {
      const frame = await nextFrame(read);
      isLast = frame.kind === "z";
      if (isLast && (await read.take(1)) !== null) throw damaged("it goes on after its end");
      yield frame;
    }
  } finally {
    await read.stop();
  }
}

async function nextFrame(read: ByteReader): Promise<Frame> {
  const head = await read.take(headLength);
  if (head === null) throw cutShort();
  const length = head.readUInt32BE(1);
  if (length > longestFrame) throw damaged("a part of it is longer than parts are");
  const payload = await read.take(length);
  if (payload === null) throw cutShort();
  return frameIn(String.fromCharCode(head[0] ?? 0), payload);
}

function frameIn(kind: string, payload: Buffer): Frame {
  if (kind === "d") return { kind, rows: payload };
  const value = jsonIn(payload.toString("utf8"));
  if (kind === "z") return { kind };
  if (kind === "h") {
    refuseLater(value);
    return { kind, value: parsed(header, value) };
  }
  if (kind === "t") return { kind, value: parsed(table, value) };
  if (kind === "e") return { kind, value: parsed(tableEnd, value) };
  throw damaged("a part of it is of no kind that there is");
}

function refuseLater(value: unknown): void {
  const { success, data } = z.object({ format: z.int() }).safeParse(value);
  if (!success || data.format <= formatVersion) return;
  throw new FulcrumError(
    "database-version",
    `The backup was made by a later version of Fulcrum (format ${String(data.format)}; this one reads ${String(formatVersion)}).`,
    "Restore it with that version, or a later one; nothing was changed.",
  );
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw damaged("a part of it does not say what it should", error);
  return data;
}

/** What is compressed, and errors of either side; what follows it is an error, too. */
async function* decompressed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  let givenCount = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of bytes) {
      givenCount += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip();
  // Whatever fails, reading from `gunzip` throws it.
  pipeline(Readable.from(counted(), { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield asBuffer(chunk);
  } catch (error) {
    const code = systemCodeOf(error) ?? "";
    if (givenCount === 0 && code.startsWith("Z_")) throw noBackup(error);
    if (code === "Z_BUF_ERROR") throw cutShort(error);
    if (code === "Z_DATA_ERROR" && gunzip.bytesWritten === 0) throw noBackup(error);
    if (code.startsWith("Z_")) throw damaged("it cannot be decompressed", error);
    throw error;
  }
  if (gunzip.bytesWritten !== givenCount) throw damaged("it goes on after its end");
}

function asBuffer(chunk: unknown): Buffer {
  if (!Buffer.isBuffer(chunk)) throw new Error("gzip gives bytes");
  return chunk;
}

/** Takes so many bytes at a time from chunks of any length. */
class ByteReader {
  private readonly chunks: AsyncGenerator<Buffer, void>;
  private held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncGenerator<Buffer, void>) {
    this.chunks = chunks;
  }

  /** Null where there are not so many any more. */
  async take(count: number): Promise<Buffer | null> {
    const parts = [this.held];
    let length = this.held.length;
    while (length < count) {
      const { done, value } = await this.chunks.next();
      if (done === true) break;
      parts.push(value);
      length += value.length;
    }
    const all = parts.length === 1 ? this.held : Buffer.concat(parts);
    this.held = all.subarray(Math.min(count, all.length));
    return all.length < count ? null : all.subarray(0, count);
  }

  /** Whoever gives the bytes is told that no more are wanted. */
  async stop(): Promise<void> {
    await this.chunks.return();
  }
}

function noBackup(cause?: unknown): FulcrumError {
  return new FulcrumError(
    "backup-invalid",
    "That is no backup of Fulcrum.",
    "Name a file that `fulcrum db backup FILE` has written; nothing was changed.",
    { cause },
  );
}

function cutShort(cause?: unknown): FulcrumError {
  return new FulcrumError(
    "backup-invalid",
    "The backup ends before its end: it was not copied whole, or was not written to its end.",
    "Copy it again from where it was made, or take another one; nothing was changed.",
    { cause },
  );
}

/** `how` is the end of a sentence. */
export function damaged(how: string, cause?: unknown): FulcrumError {
  return new FulcrumError(
    "backup-invalid",
    `The backup is damaged: ${how}.`,
    "Copy it again from where it was made, or take another one; nothing was changed.",
    { cause },
  );
}
