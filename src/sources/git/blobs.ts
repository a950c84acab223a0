import { FulcrumError } from "#kernel/errors.ts";
import { readObjects, type GitLocation } from "./run.ts";

export type MissingReason = "missing" | "too-large";

/** Called in the order asked for. `content` is valid only during the call; null says why it could not be had. */
export type TakeBlob = (
  index: number,
  content: Buffer | null,
  reason: MissingReason | null,
  /** Id of the object that was found: another than was asked for where that was an expression. */
  object: string,
) => void;

/** Larger blobs are passed over: no manifest is that large, and memory stays bounded. */
export const largestBlob = 32 * 1024 * 1024;

/** So many objects on which git gives up are passed over; a database with more is beyond reading. */
const mostFailures = 50;

/**
 * Reads objects through one `git cat-file --batch --buffer`. Ids are asked for as given (duplicates too); a missing or
 * corrupt object is reported and the rest goes on. Throws `git-failed` when git gives up again and again.
 */
export async function readBlobs(
  location: GitLocation,
  ids: readonly string[],
  take: TakeBlob,
  signal?: AbortSignal,
): Promise<void> {
  let start = 0;
  for (let failures = 0; start < ids.length; failures++) {
    const offset = start;
    const parser = new BatchParser((index, ...reply) => take(offset + index, ...reply));
    const input = `${ids.slice(offset).join("\n")}\n`;
    try {
      await readObjects(location, ["cat-file", "--batch", "--buffer"], {
        input,
        onOutput: (chunk) => parser.push(chunk),
        ...(signal === undefined ? {} : { signal }),
      });
      parser.end(ids.length - offset);
      return;
    } catch (error) {
      const isGit = error instanceof FulcrumError && error.code === "git-failed";
      if (!isGit || failures === mostFailures) throw error;
      // Git dies at an object whose header is sound and whose content is not: it is the next in turn.
      start = offset + parser.taken + 1;
      take(start - 1, null, "missing", "");
    }
  }
}

/** The reply stream: `<id> blob <size>\n<content>\n`, or `<id> missing\n`. */
class BatchParser {
  private readonly take: TakeBlob;
  private header = "";
  private content: Buffer | null = null;
  private filled = 0;
  /** Bytes of content and its newline still to come; 0 while a header is read. */
  private awaited = 0;
  private index = 0;
  private object = "";
  /** Reused for blobs that span chunks: contents are valid only during the call. */
  private arena = Buffer.allocUnsafeSlow(1 << 20);

  constructor(take: TakeBlob) {
    this.take = take;
  }

  /** How many objects were handed on. */
  get taken(): number {
    return this.index;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      at = this.awaited > 0 ? this.takeContent(chunk, at) : this.takeHeader(chunk, at);
    }
  }

  end(asked: number): void {
    for (; this.index < asked; this.index++) this.take(this.index, null, "missing", "");
  }

  private takeHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    if (end < 0) {
      this.header += chunk.toString("latin1", at);
      return chunk.length;
    }
    const line = this.header + chunk.toString("latin1", at, end);
    this.header = "";
    const [, object, size] = /^([0-9a-f]{40,64}) [a-z]{3,6} (\d{1,15})$/.exec(line) ?? [];
    if (object === undefined || size === undefined) {
      this.take(this.index++, null, "missing", "");
      return end + 1;
    }
    const length = Number(size);
    const next = end + 1 + length + 1;
    if (next <= chunk.length && length <= largestBlob) {
      this.take(this.index++, chunk.subarray(end + 1, end + 1 + length), null, object);
      return next;
    }
    this.object = object;
    this.awaited = length + 1;
    this.filled = 0;
    this.content = length > largestBlob ? null : this.room(length + 1);
    return end + 1;
  }

  private room(size: number): Buffer {
    if (this.arena.length < size)
      this.arena = Buffer.allocUnsafeSlow(Math.max(size, this.arena.length * 2));
    return this.arena;
  }

  private takeContent(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.awaited);
    if (this.content !== null) chunk.copy(this.content, this.filled, at, end);
    this.filled += end - at;
    this.awaited -= end - at;
    if (this.awaited === 0) {
      if (this.content === null) this.take(this.index++, null, "too-large", this.object);
      else this.take(this.index++, this.content.subarray(0, this.filled - 1), null, this.object);
      this.content = null;
    }
    return end;
  }
}
