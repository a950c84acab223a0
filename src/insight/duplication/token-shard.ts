import type { FileTokens } from "./file-tokens.ts";
import { TEXT_MASK } from "./tokenize/token-code.ts";

/**
 * Tokens and fingerprints of many files, one after the other, in a few typed arrays: what a worker sends back.
 * All arrays are views of shared memory, so that handing a shard to another thread copies nothing.
 */
export interface TokenShard {
  /** Ids of the files, as given to `ShardBuilder.add`, in that order. */
  readonly fileIds: Uint32Array;
  /** Ends (exclusive) of each file's part of `tokens`, `lineDeltas`, `hashes`. */
  readonly tokenEnds: Uint32Array;
  readonly deltaEnds: Uint32Array;
  readonly fingerprintEnds: Uint32Array;
  /** Two independent 32-bit hashes of each file's tokens: equal for files that differ in layout only. */
  readonly digests: Uint32Array;
  readonly tokens: Uint16Array;
  readonly lineDeltas: Uint8Array;
  readonly hashes: Uint32Array;
  /** First token of each fingerprint, counted from its file's first. */
  readonly positions: Uint32Array;
}

/** An array that grows by doubling and is cut to size in shared memory at the end. */
class Growing<T extends Uint8Array | Uint16Array | Uint32Array> {
  private buffer: T;
  private length = 0;
  private readonly make: (source: number | SharedArrayBuffer) => T;

  constructor(make: (source: number | SharedArrayBuffer) => T) {
    this.make = make;
    this.buffer = make(1 << 12);
  }

  get size(): number {
    return this.length;
  }

  append(values: T): void {
    const needed = this.length + values.length;
    if (needed > this.buffer.length) {
      const larger = this.make(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(values, this.length);
    this.length = needed;
  }

  push(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = this.make(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = value;
  }

  /** A copy in shared memory; the builder's own memory is kept for the next shard. */
  take(): T {
    const shared = this.make(new SharedArrayBuffer(this.length * this.buffer.BYTES_PER_ELEMENT));
    shared.set(this.buffer.subarray(0, this.length));
    this.length = 0;
    return shared;
  }
}

const bytes = (source: number | SharedArrayBuffer): Uint8Array =>
  typeof source === "number" ? new Uint8Array(source) : new Uint8Array(source);
const shorts = (source: number | SharedArrayBuffer): Uint16Array =>
  typeof source === "number" ? new Uint16Array(source) : new Uint16Array(source);
const words = (source: number | SharedArrayBuffer): Uint32Array =>
  typeof source === "number" ? new Uint32Array(source) : new Uint32Array(source);

export class ShardBuilder {
  private readonly fileIds = new Growing(words);
  private readonly tokenEnds = new Growing(words);
  private readonly deltaEnds = new Growing(words);
  private readonly fingerprintEnds = new Growing(words);
  private readonly digests = new Growing(words);
  private readonly tokens = new Growing(shorts);
  private readonly lineDeltas = new Growing(bytes);
  private readonly hashes = new Growing(words);
  private readonly positions = new Growing(words);

  get tokensCount(): number {
    return this.tokens.size;
  }

  add(
    fileId: number,
    {
      tokens,
      lineDeltas,
      hashes,
      positions,
    }: Pick<FileTokens, "tokens" | "lineDeltas" | "hashes" | "positions">,
  ): void {
    this.tokens.append(tokens);
    this.lineDeltas.append(lineDeltas);
    this.hashes.append(hashes);
    this.positions.append(positions);
    this.fileIds.push(fileId);
    this.pushDigest(tokens);
    this.tokenEnds.push(this.tokens.size);
    this.deltaEnds.push(this.lineDeltas.size);
    this.fingerprintEnds.push(this.hashes.size);
  }

  private pushDigest(tokens: Uint16Array): void {
    let first = tokens.length;
    let second = ~tokens.length;
    for (let i = 0; i < tokens.length; i++) {
      const text = tokens[i]! & TEXT_MASK;
      first = Math.imul(first ^ text, 0x01000193);
      second = Math.imul(second + text, 0x2c1b3c6d) ^ (second >>> 15);
    }
    this.digests.push(first >>> 0);
    this.digests.push(second >>> 0);
  }

  /** Everything added since the last call. */
  finish(): TokenShard {
    return {
      fileIds: this.fileIds.take(),
      tokenEnds: this.tokenEnds.take(),
      deltaEnds: this.deltaEnds.take(),
      fingerprintEnds: this.fingerprintEnds.take(),
      digests: this.digests.take(),
      tokens: this.tokens.take(),
      lineDeltas: this.lineDeltas.take(),
      hashes: this.hashes.take(),
      positions: this.positions.take(),
    };
  }
}
