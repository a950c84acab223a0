/** Texts seen, as 53-bit hashes in one table: 12 to 24 bytes each. Two of a million collide with odds of 1 to 18,000. */
export class IdSet {
  private table: Float64Array;
  private count = 0;

  /** Room for about `expected` before the table grows. */
  constructor(expected = 2048) {
    this.table = new Float64Array(1 << Math.max(4, Math.ceil(Math.log2(expected * 1.5 + 1))));
  }

  /** False when it was there already. */
  add(id: string): boolean {
    return this.addHash(hashOfText(id));
  }

  /** `hash`: of `hashOfText` or `hashOfBytes`, not of both in one set. */
  addHash(hash: number): boolean {
    if (this.count * 3 >= this.table.length * 2) this.grow();
    const slot = slotOf(this.table, hash);
    if (this.table[slot] === hash) return false;
    this.table[slot] = hash;
    this.count++;
    return true;
  }

  hasHash(hash: number): boolean {
    return this.table[slotOf(this.table, hash)] === hash;
  }

  private grow(): void {
    const larger = new Float64Array(this.table.length * 2);
    for (const hash of this.table) if (hash !== 0) larger[slotOf(larger, hash)] = hash;
    this.table = larger;
  }
}

/** Where `hash` is, or where it belongs. */
function slotOf(table: Float64Array, hash: number): number {
  const mask = table.length - 1;
  for (let slot = (hash >>> 0) & mask; ; slot = (slot + 1) & mask) {
    const held = table[slot] ?? 0;
    if (held === hash || held === 0) return slot;
  }
}

/** Two 32-bit multiplicative hashes (constants of MurmurHash3) joined to 53 bits; never 0. */
export function hashOfText(id: string): number {
  let first = 0x9747b28c;
  let second = 0x1b873593;
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index);
    first = Math.imul(first ^ code, 0x85ebca6b);
    first ^= first >>> 15;
    second = Math.imul(second ^ code, 0xc2b2ae35);
    second ^= second >>> 13;
  }
  return joined(first, second);
}

/** The same of bytes. */
export function hashOfBytes(bytes: Uint8Array, from: number, end: number): number {
  let first = 0x9747b28c;
  let second = 0x1b873593;
  for (let index = from; index < end; index++) {
    const code = bytes[index] ?? 0;
    first = Math.imul(first ^ code, 0x85ebca6b);
    first ^= first >>> 15;
    second = Math.imul(second ^ code, 0xc2b2ae35);
    second ^= second >>> 13;
  }
  return joined(first, second);
}

function joined(first: number, second: number): number {
  return (second & 0x1f_ffff) * 0x1_0000_0000 + (first >>> 0) + 1;
}
