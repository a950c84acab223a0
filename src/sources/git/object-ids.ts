/** Of each character as a hexadecimal digit; 255 where it is none. */
const digitOf = new Uint8Array(256).fill(0xff);
for (let value = 0; value < 16; value++) digitOf["0123456789abcdef".charCodeAt(value)] = value;

const WORD_DIGITS = 8;
const MOST_DIGITS = 64;

/**
 * Object ids in the order in which they were added, as bytes: those of a history of 250,000 commits take 7 MB, a tenth of
 * what texts and a map of them do. All are as long as the first: 40 digits (SHA-1) or 64 (SHA-256).
 */
export class ObjectIds {
  length = 0;

  /** Of one id. */
  private digits = 0;
  private bytes = Buffer.alloc(0);
  private words = new Uint32Array(0);
  /** Open addressing by an id's first word: place + 1, 0 where there is none. Made when it is needed. */
  private slots: Uint32Array | null = null;
  private readonly sought = new Uint32Array(MOST_DIGITS / WORD_DIGITS);
  private readonly soughtBytes = Buffer.from(this.sought.buffer);

  /** Adds the id that is written from `from` (inclusive) to `to` (exclusive); false, and nothing added, where none is. */
  push(text: Uint8Array, from: number, to: number): boolean {
    const digits = to - from;
    if (this.digits === 0 && (digits === 40 || digits === MOST_DIGITS)) this.digits = digits;
    if (digits !== this.digits || digits === 0) return false;
    const at = this.length * (digits / 2);
    if (at === this.bytes.length) this.grow();
    if (!readDigits(text, from, to, this.bytes, at)) return false;
    this.length++;
    this.slots = null;
    return true;
  }

  /** Empty beyond the last. */
  at(index: number): string {
    const size = this.digits / 2;
    return index < this.length ? this.bytes.toString("hex", index * size, (index + 1) * size) : "";
  }

  /** The first place of an id, or −1. */
  indexOf(id: string): number {
    if (id.length !== this.digits) return -1;
    const isId = readDigits(Buffer.from(id, "latin1"), 0, id.length, this.soughtBytes, 0);
    return isId ? this.find(this.sought, 0) : -1;
  }

  /** For each of other ids its first place among these, or −1. */
  placesOf(others: ObjectIds): Int32Array {
    const places = new Int32Array(others.length).fill(-1);
    if (others.digits !== this.digits) return places;
    const width = this.digits / WORD_DIGITS;
    for (let at = 0; at < places.length; at++) places[at] = this.find(others.words, at * width);
    return places;
  }

  private find(words: Uint32Array, from: number): number {
    const slots = (this.slots ??= this.makeSlots());
    const width = this.digits / WORD_DIGITS;
    const mask = slots.length - 1;
    for (let slot = words[from]! & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot]! - 1;
      if (place < 0) return -1;
      let k = 0;
      while (k < width && this.words[place * width + k] === words[from + k]) k++;
      if (k === width) return place;
    }
  }

  private makeSlots(): Uint32Array {
    let size = 64;
    while (size < this.length * 2) size *= 2;
    const slots = new Uint32Array(size);
    const width = this.digits / WORD_DIGITS;
    for (let place = 0; place < this.length; place++) {
      let slot = this.words[place * width]! & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = place + 1;
    }
    return slots;
  }

  private grow(): void {
    const size = this.digits / 2;
    const larger = new Uint8Array(Math.max(1024 * size, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = Buffer.from(larger.buffer);
    this.words = new Uint32Array(larger.buffer);
  }
}

/** Writes the bytes that digits stand for; false where one is none. */
function readDigits(
  text: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
  start: number,
): boolean {
  let all = 0;
  for (let at = from, byte = start; at < to; at += 2, byte++) {
    const high = digitOf[text[at]!]!;
    const low = digitOf[text[at + 1]!]!;
    all |= high | low;
    into[byte] = (high << 4) | low;
  }
  return all < 16;
}
