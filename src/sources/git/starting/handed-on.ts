import { crc32 } from "node:zlib";

/** A program that was started again told something else than was handed on of its first run. */
export class ToldOtherwise extends Error {
  constructor() {
    super("started again after a loss, it told something else than before");
  }
}

/**
 * Hands on what a program writes, and remembers how much and its check sum (CRC-32): where the process that started it is
 * lost, the program is started again, and what it says anew goes on where the first run ended, if it begins with the same.
 */
export class HandedOn {
  private bytes = 0;
  private sum = 0;
  private readonly onOutput: (chunk: Buffer) => void;

  constructor(onOutput: (chunk: Buffer) => void) {
    this.onOutput = onOutput;
  }

  readonly take = (chunk: Buffer): void => {
    // The sum of nothing is 0 for zlib, whatever went before.
    if (chunk.length === 0) return;
    this.bytes += chunk.length;
    this.sum = crc32(chunk, this.sum);
    this.onOutput(chunk);
  };

  /** For the program that is started again; `end` when it has ended. Both throw `ToldOtherwise`. */
  again(): { readonly take: (chunk: Buffer) => void; readonly end: () => void } {
    let left = this.bytes;
    let sum = 0;
    const compare = (): void => {
      if (left > 0 || sum !== this.sum) throw new ToldOtherwise();
    };
    const take = (chunk: Buffer): void => {
      if (chunk.length === 0) return;
      if (left === 0) return this.onOutput(chunk);
      const known = chunk.subarray(0, left);
      left -= known.length;
      sum = crc32(known, sum);
      if (left > 0) return;
      compare();
      if (known.length < chunk.length) this.onOutput(chunk.subarray(known.length));
    };
    return { take, end: compare };
  }
}
