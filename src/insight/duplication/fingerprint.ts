import { isSeparator } from "./data-table.ts";
import { HASH_COUNT, HASH_MASK, KIND_MASK, mix, TEXT_MASK, WORD } from "./tokenize/token-code.ts";

/** Tokens in one fingerprint, and the number of consecutive ones of which one is kept: powers of two. */
export const GRAM_TOKENS = 16;
export const WINDOW_GRAMS = 16;

const MOST = 0x7fffffff;
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

  /** Where each word was last seen in the run being kept, counted on from run to run so that nothing need be erased. */
  private readonly lastUse = new Int32Array(HASH_COUNT);
  private useBase = 1;
  private readonly ring = new Int32Array(WINDOW_GRAMS);
  /** What each token in the rolling hash will take away from it when it leaves. */
  private readonly leaving = new Int32Array(GRAM_TOKENS);

  fingerprint(tokens: Uint16Array, tokensCount: number, familySeed: number): void {
    this.count = 0;
    this.tablesCount = 0;
    if (tokensCount < GRAM_TOKENS) return;
    const { ring, leaving } = this;
    leaving.fill(0);
    let rolling = 0;
    let least = MOST;
    let leastAt = -1;
    const lastGram = tokensCount - GRAM_TOKENS;
    for (let i = 0; i < tokensCount; i++) {
      const shape = shapeOf(tokens[i]!);
      const slot = i & (GRAM_TOKENS - 1);
      rolling = (Math.imul(rolling, BASE) + shape - leaving[slot]!) | 0;
      leaving[slot] = Math.imul(shape, BASE_POWER);
      const gram = i - GRAM_TOKENS + 1;
      if (gram < 0) continue;
      const hash = scramble(rolling);
      ring[gram & (WINDOW_GRAMS - 1)] = hash;
      if (hash <= least) {
        least = hash;
        leastAt = gram;
      } else if (leastAt <= gram - WINDOW_GRAMS) {
        least = MOST;
        for (let at = gram - WINDOW_GRAMS + 1; at <= gram; at++) {
          const candidate = ring[at & (WINDOW_GRAMS - 1)]!;
          if (candidate <= least) {
            least = candidate;
            leastAt = at;
          }
        }
      } else if (gram !== WINDOW_GRAMS - 1) continue; // the first whole window keeps one, wherever it is
      if (gram >= WINDOW_GRAMS - 1 || gram === lastGram) this.keep(tokens, leastAt, familySeed);
    }
    if (this.count === 0 && this.tablesCount === 0) this.keep(tokens, leastAt, familySeed);
  }

  private keep(tokens: Uint16Array, at: number, familySeed: number): void {
    const { lastUse, useBase } = this;
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
        const word = token & HASH_MASK;
        const last = lastUse[word]! - useBase;
        lastUse[word] = useBase + i;
        code = last < 0 ? WORD : WORD + i - last;
      } else if (kind !== 0) {
        code = kind;
        literals++;
      } else if (isSeparator(token)) separators++;
      hash = Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
      exact = Math.imul(exact ^ text, 0x01000193) ^ (exact >>> 15);
    }
    this.useBase += GRAM_TOKENS;
    if (this.useBase > MOST - GRAM_TOKENS) {
      lastUse.fill(0);
      this.useBase = 1;
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
  return h ^ (h >>> 13);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
