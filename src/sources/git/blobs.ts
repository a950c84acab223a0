import { FulcrumError } from "#kernel/errors.ts";
import { LineReader } from "./line-reader.ts";
import { readObjects, type GitLocation } from "./run.ts";

export type MissingReason = "missing" | "too-large";

/** What may be asked for: git reads a line, so a path in it could be two questions, or another object's name. */
const askable = /^(?:[0-9a-f]{40}|[0-9a-f]{64})(?:\^\{commit\})?$/;

/** Called in the order asked for. `content` is valid only during the call; null says why it could not be had. */
export type TakeBlob = (
  index: number,
  content: Buffer | null,
  reason: MissingReason | null,
  /** Id of the object that was found: another than was asked for where that was an expression. */
  object: string,
) => void;

/** Larger blobs are passed over: no manifest is that large, and memory stays bounded. */
export const largestBlob = 64 * 1024 * 1024;

/** So many objects on which git gives up are passed over; a database with more is beyond reading. */
const mostFailures = 50;

/** After so many that are too large the sizes of all that is left are asked for first. */
const mostPassedOver = 64;

/** Ends a git that is about to write a blob that nobody wants. */
class TooLarge extends Error {
  readonly object: string;

  constructor(object: string) {
    super("too large");
    this.object = object;
  }
}

export interface ReadingBlobs {
  readonly signal?: AbortSignal | undefined;
  /** Bytes; what is larger is reported, not read. */
  readonly largest?: number;
}

/**
 * Reads objects through `git cat-file --batch --buffer`. Ids are asked for as given (duplicates too); a missing or corrupt
 * object is reported and the rest goes on. The content of one that is too large is never asked for twice: a hostile tree
 * names it under a thousand paths. Throws `git-failed` when git gives up again and again.
 */
export async function readBlobs(
  location: GitLocation,
  ids: readonly string[],
  take: TakeBlob,
  { signal, largest = largestBlob }: ReadingBlobs = {},
): Promise<void> {
  const tooLarge = new Set<string>();
  let next = 0;
  const passOver = (end: number): void => {
    for (; next < end; next++) take(next, null, "too-large", ids[next] ?? "");
  };
  for (const id of ids)
    if (!askable.test(id)) throw new Error(`${JSON.stringify(id.slice(0, 60))} is no object id`);
  let failures = 0;
  let passedOver = 0;
  while (next < ids.length) {
    const asked = indexesFrom(next, ids, tooLarge);
    const parser = new BatchParser(largest, (index, ...reply) => {
      passOver(asked[index] ?? ids.length);
      take(next++, ...reply);
    });
    try {
      if (asked.length > 0)
        await readObjects(location, ["cat-file", "--batch", "--buffer"], {
          input: `${asked.map((index) => ids[index] ?? "").join("\n")}\n`,
          onOutput: (chunk) => parser.push(chunk),
          ...(signal === undefined ? {} : { signal }),
        });
      parser.end(asked.length);
      passOver(ids.length);
    } catch (error) {
      const index = asked[parser.taken] ?? ids.length;
      if (error instanceof TooLarge) {
        tooLarge.add(error.object).add(ids[index] ?? "");
        passOver(index);
        take(next++, null, "too-large", error.object);
        if (++passedOver === mostPassedOver)
          await addLarge(location, ids.slice(next), largest, tooLarge, signal);
        continue;
      }
      const isGit = error instanceof FulcrumError && error.code === "git-failed";
      if (!isGit || failures === mostFailures) throw error;
      // Git dies at an object whose header is sound and whose content is not, or needs more memory than it may take: it is the
      // next in turn.
      passOver(index);
      const [size = 0] = await readSizes(location, ids.slice(next, next + 1), signal).catch(
        () => [], // not even that can be told
      );
      if (size > largest) {
        tooLarge.add(ids[next] ?? "");
        take(next++, null, "too-large", "");
        if (++passedOver === mostPassedOver)
          await addLarge(location, ids.slice(next), largest, tooLarge, signal);
      } else {
        failures++;
        take(next++, null, "missing", "");
      }
    }
  }
}

function indexesFrom(
  start: number,
  ids: readonly string[],
  without: ReadonlySet<string>,
): number[] {
  const indexes: number[] = [];
  for (let index = start; index < ids.length; index++)
    if (!without.has(ids[index] ?? "")) indexes.push(index);
  return indexes;
}

/** Adds those of the ids whose objects are too large, by their sizes alone. */
async function addLarge(
  location: GitLocation,
  ids: readonly string[],
  largest: number,
  tooLarge: Set<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const distinct = [...new Set(ids)];
  const sizes = await readSizes(location, distinct, signal);
  distinct.forEach((id, at) => {
    if ((sizes[at] ?? 0) > largest) tooLarge.add(id);
  });
}

/** Bytes of each object, without reading any; 0 for one that is not there. */
export async function readSizes(
  location: GitLocation,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<number[]> {
  const sizes: number[] = [];
  if (ids.length === 0) return sizes;
  const reader = new LineReader((bytes, from, end) => {
    const size = / (\d{1,15})$/.exec(bytes.toString("latin1", from, end))?.[1];
    sizes.push(Number(size ?? 0));
  });
  await readObjects(location, ["cat-file", "--batch-check", "--buffer"], {
    input: `${ids.join("\n")}\n`,
    onOutput: (chunk) => reader.push(chunk),
    ...(signal === undefined ? {} : { signal }),
  });
  reader.end();
  return sizes;
}

/** The reply stream: `<id> blob <size>\n<content>\n`, or `<id> missing\n`. */
class BatchParser {
  private readonly largest: number;
  private readonly take: TakeBlob;
  private header = "";
  private content: Buffer = Buffer.alloc(0);
  private filled = 0;
  /** Bytes of content and its newline still to come; 0 while a header is read. */
  private awaited = 0;
  private index = 0;
  private object = "";
  /** Reused for blobs that span chunks: contents are valid only during the call. */
  private arena = Buffer.allocUnsafeSlow(1 << 20);

  constructor(largest: number, take: TakeBlob) {
    this.largest = largest;
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
    if (length > this.largest) throw new TooLarge(object);
    const next = end + 1 + length + 1;
    if (next <= chunk.length) {
      this.take(this.index++, chunk.subarray(end + 1, end + 1 + length), null, object);
      return next;
    }
    this.object = object;
    this.awaited = length + 1;
    this.filled = 0;
    this.content = this.room(length + 1);
    return end + 1;
  }

  private room(size: number): Buffer {
    if (this.arena.length < size)
      this.arena = Buffer.allocUnsafeSlow(Math.max(size, this.arena.length * 2));
    return this.arena;
  }

  private takeContent(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.awaited);
    chunk.copy(this.content, this.filled, at, end);
    this.filled += end - at;
    this.awaited -= end - at;
    if (this.awaited === 0)
      this.take(this.index++, this.content.subarray(0, this.filled - 1), null, this.object);
    return end;
  }
}
