type TakeRecord = (bytes: Buffer, from: number, end: number) => void;

/** Cuts a stream of chunks into records that end with one byte; each is valid only during the call. */
export class LineReader {
  private rest: Buffer | null = null;
  private readonly take: TakeRecord;
  private readonly delimiter: number;

  constructor(take: TakeRecord, delimiter = 10) {
    this.take = take;
    this.delimiter = delimiter;
  }

  push(chunk: Buffer): void {
    let from = 0;
    let end = chunk.indexOf(this.delimiter);
    if (this.rest !== null) {
      if (end < 0) {
        this.rest = Buffer.concat([this.rest, chunk]);
        return;
      }
      const whole = Buffer.concat([this.rest, chunk.subarray(0, end)]);
      this.take(whole, 0, whole.length);
      this.rest = null;
      from = end + 1;
      end = chunk.indexOf(this.delimiter, from);
    }
    while (end >= 0) {
      this.take(chunk, from, end);
      from = end + 1;
      end = chunk.indexOf(this.delimiter, from);
    }
    if (from < chunk.length) this.rest = Buffer.from(chunk.subarray(from));
  }

  end(): void {
    if (this.rest !== null) this.take(this.rest, 0, this.rest.length);
    this.rest = null;
  }
}
