import { isSeparator } from "./data-table.ts";
import { HASH_COUNT, HASH_MASK, KIND_MASK, mix, TEXT_MASK, WORD } from "./tokenize/token-code.ts";

/** Tokens in one fingerprint, and the number of consecutive ones of which one is kept. */
export const GRAM_TOKENS = 16;
export const WINDOW_GRAMS = 8;

const BASE = 0x2c1b3c6d;
const BASE_POWER = power(BASE, GRAM_TOKENS);
/** A fingerprint with so many literals counts their text: their number and order alone say nothing. */
const MANY_LITERALS = 7;

/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): every run of GRAM_TOKENS + WINDOW_GRAMS − 1 tokens that two files share,
 * blind to names and literals, gives them a fingerprint in common at the same place. The fingerprint itself is
 * parameterised (Baker 1995): names count by the distance to their last use, so consistent renaming keeps it.
 */
export class Fingerprinter {
  hashes = new Uint32Array(1 << 14);
  /** Index of the first token. */
  positions = new Uint32Array(1 << 14);
  count = 0;
  /** Fingerprints left out because the text is a table of literals. */
  tablesCount = 0;

  /** Distance of each word to its last use, 0 for the first. */
  private distances = new Uint32Array(1 << 16);
  private readonly lastUse = new Int32Array(HASH_COUNT);
  private readonly ring = new Uint32Array(WINDOW_GRAMS);

  fingerprint(tokens: Uint16Array, tokensCount: number, familySeed: number): void {
    this.count = 0;
    this.tablesCount = 0;
    if (tokensCount < GRAM_TOKENS) return;
    this.measureDistances(tokens, tokensCount);
    const ring = this.ring;
    let rolling = 0;
    for (let i = 0; i < GRAM_TOKENS - 1; i++)
      rolling = Math.imul(rolling, BASE) + shapeOf(tokens[i]!);
    let least = 0xffffffff;
    let leastAt = -1;
    const lastGram = tokensCount - GRAM_TOKENS;
    for (let gram = 0; gram <= lastGram; gram++) {
      rolling = (Math.imul(rolling, BASE) + shapeOf(tokens[gram + GRAM_TOKENS - 1]!)) | 0;
      if (gram > 0) rolling = (rolling - Math.imul(shapeOf(tokens[gram - 1]!), BASE_POWER)) | 0;
      const hash = scramble(rolling);
      ring[gram & (WINDOW_GRAMS - 1)] = hash;
      if (hash <= least) {
        least = hash;
        leastAt = gram;
      } else if (leastAt <= gram - WINDOW_GRAMS) {
        least = 0xffffffff;
        for (let at = gram - WINDOW_GRAMS + 1; at <= gram; at++) {
          const candidate = ring[at & (WINDOW_GRAMS - 1)]!;
          if (candidate <= least) {
            least = candidate;
            leastAt = at;
          }
        }
      } else continue;
      if (gram >= WINDOW_GRAMS - 1 || gram === lastGram) this.keep(tokens, leastAt, familySeed);
    }
    if (this.count === 0 && this.tablesCount === 0) this.keep(tokens, leastAt, familySeed);
  }

  private measureDistances(tokens: Uint16Array, tokensCount: number): void {
    if (this.distances.length < tokensCount) this.distances = new Uint32Array(tokensCount * 2);
    const { distances, lastUse } = this;
    lastUse.fill(-1);
    for (let i = 0; i < tokensCount; i++) {
      const token = tokens[i]!;
      if ((token & KIND_MASK) !== WORD) continue;
      const word = token & HASH_MASK;
      const last = lastUse[word]!;
      distances[i] = last < 0 ? 0 : i - last;
      lastUse[word] = i;
    }
  }

  private keep(tokens: Uint16Array, at: number, familySeed: number): void {
    const { distances } = this;
    let hash = familySeed;
    let exact = ~familySeed;
    let literals = 0;
    let separators = 0;
    for (let i = 0; i < GRAM_TOKENS; i++) {
      const token = tokens[at + i]!;
      const kind = token & KIND_MASK;
      const text = token & TEXT_MASK;
      let code = text;
      if (kind === WORD) {
        const distance = distances[at + i]!;
        code = WORD + (distance <= i ? distance : 0);
      } else if (kind !== 0) {
        code = kind;
        literals++;
      } else if (isSeparator(token)) separators++;
      hash = Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
      exact = Math.imul(exact ^ text, 0x01000193) ^ (exact >>> 15);
    }
    if (literals >= MANY_LITERALS) {
      // Texts of several lines have no separators; a table has.
      if (literals + separators === GRAM_TOKENS && separators > 2 && isFlat(tokens, at)) {
        this.tablesCount++;
        return;
      }
      hash = exact;
    }
    if (this.count === this.hashes.length) this.grow();
    this.hashes[this.count] = mix(hash);
    this.positions[this.count++] = at;
  }

  private grow(): void {
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const positions = new Uint32Array(this.positions.length * 2);
    positions.set(this.positions);
    this.positions = positions;
  }
}

/** At most two different separators, as between the entries of a list or of one row. */
function isFlat(tokens: Uint16Array, at: number): boolean {
  let one = -1;
  let other = -1;
  for (let i = at; i < at + GRAM_TOKENS; i++) {
    const token = tokens[i]! & TEXT_MASK;
    if (!isSeparator(token) || token === one || token === other) continue;
    if (one < 0) one = token;
    else if (other < 0) other = token;
    else return false;
  }
  return true;
}

function shapeOf(token: number): number {
  const kind = token & KIND_MASK;
  return kind === 0 ? (token & HASH_MASK) + 1 : kind;
}

function scramble(rolling: number): number {
  const h = Math.imul(rolling ^ (rolling >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
