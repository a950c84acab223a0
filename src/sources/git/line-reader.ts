type TakeRecord = (bytes: Buffer, from: number, end: number) => void;

/** What a record has beyond this is dropped: nothing that is wanted is as long, and a hostile one has no end. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

/** Cuts a stream of chunks into records that end with one byte; each is valid only during the call. */
export class LineReader {
  /** Of a record that spans chunks: joined once, at its end. */
  private parts: Buffer[] = [];
  private kept = 0;
  private isWithin = false;
  private readonly take: TakeRecord;
  private readonly delimiter: number;

  constructor(take: TakeRecord, delimiter = 10) {
    this.take = take;
    this.delimiter = delimiter;
  }

  push(chunk: Buffer): void {
    let from = 0;
    let end = chunk.indexOf(this.delimiter);
    if (this.isWithin) {
      if (end < 0) return this.keep(chunk);
      this.keep(chunk.subarray(0, end));
      this.end();
      from = end + 1;
      end = chunk.indexOf(this.delimiter, from);
    }
    while (end >= 0) {
      this.take(chunk, from, Math.min(end, from + LONGEST_RECORD));
      from = end + 1;
      end = chunk.indexOf(this.delimiter, from);
    }
    if (from < chunk.length) this.keep(chunk.subarray(from));
  }

  end(): void {
    if (!this.isWithin) return;
    const whole = Buffer.concat(this.parts, this.kept);
    this.parts = [];
    this.kept = 0;
    this.isWithin = false;
    this.take(whole, 0, whole.length);
  }

  private keep(bytes: Buffer): void {
    this.isWithin = true;
    const part = Buffer.from(bytes.subarray(0, LONGEST_RECORD - this.kept));
    if (part.length === 0) return;
    this.parts.push(part);
    this.kept += part.length;
  }
}
