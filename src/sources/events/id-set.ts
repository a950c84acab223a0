/** Ids seen, as 53-bit hashes in one table: eight bytes an id. Two of a million ids collide with odds of 1 to 18,000. */
export class IdSet {
  private table = new Float64Array(1 << 12);
  private count = 0;

  /** False when it was there already. */
  add(id: string): boolean {
    if (this.count * 2 >= this.table.length) this.grow();
    const isNew = put(this.table, hashOf(id));
    if (isNew) this.count++;
    return isNew;
  }

  private grow(): void {
    const larger = new Float64Array(this.table.length * 2);
    for (const hash of this.table) if (hash !== 0) put(larger, hash);
    this.table = larger;
  }
}

function put(table: Float64Array, hash: number): boolean {
  const mask = table.length - 1;
  for (let slot = (hash % 0x4000_0000) & mask; ; slot = (slot + 1) & mask) {
    const held = table[slot] ?? 0;
    if (held === hash) return false;
    if (held === 0) {
      table[slot] = hash;
      return true;
    }
  }
}

/** Two 32-bit multiplicative hashes (constants of MurmurHash3) joined to 53 bits; never 0. */
function hashOf(id: string): number {
  let first = 0x9747b28c;
  let second = 0x1b873593;
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index);
    first = Math.imul(first ^ code, 0x85ebca6b);
    first ^= first >>> 15;
    second = Math.imul(second ^ code, 0xc2b2ae35);
    second ^= second >>> 13;
  }
  return (second & 0x1f_ffff) * 0x1_0000_0000 + (first >>> 0) + 1;
}
