import { randomBytes } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { writeFailed } from "./atomic-write.ts";
import { makeFolder } from "./make-folder.ts";
import { stemOf } from "./name-beside.ts";
import {
  ALIGNMENT,
  continueSum,
  encodeFooter,
  keyFor,
  magic,
  type SectionPlace,
} from "./section-format.ts";
import { noteTemporaryPath } from "./temporary-paths.ts";

const BUFFER_BYTES = 1 << 20;

/** A name beside a file for what will take its place; whoever ends this process by force removes what is there. */
export function reservePart(path: string): string {
  const part = `${stemOf(path)}.${randomBytes(6).toString("hex")}.part`;
  noteTemporaryPath(part);
  return part;
}

export function removePart(part: string): void {
  rmSync(part, { force: true });
}

/**
 * Writes a file of sections (see `section-format.ts`) beside its target, piece by piece, and renames it when it is whole.
 * Synchronous, for worker threads that have nothing else to do. Throws `write-failed`, and leaves the old file as it was.
 */
export class SectionWriter {
  readonly generation = randomBytes(8).toString("hex");

  private readonly path: string;
  private readonly temporary: string;
  private readonly file: number;
  private readonly buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  private buffered = 0;
  private written = 0;
  private readonly places: SectionPlace[] = [];
  private begun = 0;
  private checksum = 0;
  private isOpen = true;

  constructor(path: string, part = reservePart(path)) {
    this.path = path;
    this.temporary = part;
    try {
      makeFolder(dirname(path), 0o700);
      removePart(part); // of a writer that was ended
      this.file = openSync(this.temporary, "wx", 0o600);
    } catch (error) {
      throw writeFailed(path, error);
    }
    this.append(magic);
    this.beginSection();
  }

  /** Bytes of the present section so far. */
  get sectionBytes(): number {
    return this.written + this.buffered - this.begun;
  }

  write(bytes: ArrayBufferView): void {
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.checksum = continueSum(this.checksum, view);
    this.append(view);
  }

  /** Fills up to a multiple of `size`. */
  align(size: number): void {
    const over = this.sectionBytes % size;
    if (over > 0) this.write(new Uint8Array(size - over));
  }

  /** Everything written since the last section becomes one of this name. */
  endSection(name: string): void {
    const length = this.sectionBytes;
    this.places.push({ name, offset: this.begun, length, checksum: this.checksum });
    this.append(new Uint8Array((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT));
    this.beginSection();
  }

  /** Puts the file in its place; `about` is anything that JSON holds. */
  finish(format: string, about: unknown): void {
    const { generation, places: sections } = this;
    this.append(encodeFooter({ key: keyFor(format), generation, about, sections }));
    try {
      this.flush();
      // Not synced: after a crash of the machine sums tell what was lost, and it is made again.
      this.close();
      renameSync(this.temporary, this.path);
    } catch (error) {
      this.discard();
      throw writeFailed(this.path, error);
    }
  }

  /** Leaves everything as it was before. */
  discard(): void {
    this.close();
    removePart(this.temporary);
  }

  private close(): void {
    if (this.isOpen) closeSync(this.file);
    this.isOpen = false;
  }

  private beginSection(): void {
    this.begun = this.written + this.buffered;
    this.checksum = 0;
  }

  private append(bytes: Uint8Array): void {
    if (bytes.length > BUFFER_BYTES - this.buffered) this.flush();
    if (bytes.length > BUFFER_BYTES) this.put(bytes);
    else {
      this.buffer.set(bytes, this.buffered);
      this.buffered += bytes.length;
    }
  }

  private flush(): void {
    const { buffered } = this;
    this.buffered = 0;
    this.put(this.buffer.subarray(0, buffered));
  }

  private put(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at);
    } catch (error) {
      this.discard();
      throw writeFailed(this.path, error);
    }
    this.written += bytes.length;
  }
}
