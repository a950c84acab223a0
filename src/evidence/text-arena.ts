const chunkBits = 20;
const chunkSize = 1 << chunkBits;
/** Text at hand is cut to this many characters before it comes here; in UTF-8 at most three bytes each. */
const longest = 0xffff;

/**
 * Groups of short texts as bytes, one after another: a million strings would cost three times the memory, and the garbage
 * collector's time. A group takes a byte that says which texts are there, then for each its length and UTF-8 bytes.
 */
export class TextArena {
  private readonly chunks: Buffer[] = [];
  private chunk: Buffer = Buffer.alloc(0);
  private used = chunkSize;

  /** At most eight texts, each at most 21,000 characters; returns where they are. */
  put(...texts: readonly (string | null)[]): number {
    let size = 1;
    for (const text of texts) if (text !== null) size += 2 + text.length * 3;
    if (this.used + size > chunkSize) this.grow();
    const chunk = this.chunk;
    const start = this.used;
    let mask = 0;
    let at = start + 1;
    for (let field = 0; field < texts.length; field++) {
      const text = texts[field] ?? null;
      if (text === null) continue;
      mask |= 1 << field;
      const length = write(chunk, at + 2, text);
      chunk[at] = length & 0xff;
      chunk[at + 1] = length >> 8;
      at += 2 + length;
    }
    chunk[start] = mask;
    this.used = at;
    return (this.chunks.length - 1) * chunkSize + start;
  }

  get(place: number, field: number): string | null {
    return this.read(place, field, (bytes, from, end) => bytes.toString("utf8", from, end));
  }

  /** Hands over the bytes of a text; null where there is none. */
  read<Result>(
    place: number,
    field: number,
    take: (bytes: Buffer, from: number, end: number) => Result,
  ): Result | null {
    const chunk = this.chunks[Math.floor(place / chunkSize)] ?? Buffer.alloc(0);
    let at = place % chunkSize;
    const mask = chunk[at] ?? 0;
    if ((mask & (1 << field)) === 0) return null;
    at += 1;
    for (let before = 0; before < field; before++)
      if ((mask & (1 << before)) !== 0) at += 2 + lengthAt(chunk, at);
    return take(chunk, at + 2, at + 2 + lengthAt(chunk, at));
  }

  private grow(): void {
    this.chunk = Buffer.allocUnsafeSlow(chunkSize);
    this.chunks.push(this.chunk);
    this.used = 0;
  }
}

function lengthAt(chunk: Buffer, at: number): number {
  return (chunk[at] ?? 0) + (chunk[at + 1] ?? 0) * 256;
}

/** Short ASCII goes byte by byte: calling out of JavaScript costs more than that. */
function write(chunk: Buffer, at: number, text: string): number {
  if (text.length > 64) return chunk.write(text, at, longest, "utf8");
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return chunk.write(text, at, longest, "utf8");
    chunk[at + index] = code;
  }
  return text.length;
}
