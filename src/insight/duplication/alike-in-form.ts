import type { CloneClass, CloneCopy } from "./clones.ts";
import { summarise } from "./clones.ts";
import type { Corpus } from "./corpus.ts";
import { tokensOf } from "./corpus.ts";
import { HashedStretches, LineHasher, type HashedStretch } from "./line-hashes.ts";
import { TEXT_MASK } from "./tokenize/token-code.ts";

/**
 * What a copy must say that chance does not, in bits. A line that both sides have says log2((files + PRIOR) ÷ (further
 * files with it + 1)), one that is the same but for names and literals says so for its shape. Each different line
 * counts once, a shape twice more at a quarter. Fitted by reading a sample and on planted copies (docs/evidence.md).
 */
const NEEDED_BITS = 38;
const PRIOR = 2048;
const REPEATED_SHAPE = 0.25;
const MOST_REPEATS = 2;
/** A class in more files than this is itself a sign of what is common: only so many of them are no chance. */
const MOST_HOLDERS = 16;

type LinesOfFile = Pick<CloneCopy, "file" | "start" | "end">;

export interface Convincing {
  readonly classes: readonly CloneClass[];
  /** Lines of the copies taken out. */
  readonly linesCount: number;
  readonly filesCount: number;
}

/**
 * Takes out copies that share with the representative only what code of this kind shares everywhere: frames of tests, calls
 * of a framework, lists of names. Looks at the classes that `isWanted`; the others stay as they are.
 */
export function withoutAlikeInForm(
  corpus: Corpus,
  classes: readonly CloneClass[],
  isWanted: (one: CloneClass) => boolean,
): Convincing {
  const wanted = classes.map((one) => !isWholeFile(one) && isWanted(one));
  const stretches = new HashedStretches(corpus);
  const usage = countFiles(corpus, stretches, classes, wanted);
  const files = new Set<number>();
  let linesCount = 0;
  const kept = classes.flatMap((one, index) => {
    if (!wanted[index]) return [one];
    const [representative, ...others] = one.copies;
    if (representative === undefined) return [];
    const holders = Math.min(MOST_HOLDERS, new Set(one.copies.map((copy) => copy.file)).size);
    const judged = new Evidence(stretches, usage, representative, holders);
    const convincing = others.filter((copy) => judged.convinces(copy));
    if (convincing.length === others.length) return [one];
    const isGone = convincing.length === 0;
    const staying = new Set(isGone ? [] : [representative, ...convincing]);
    for (const copy of one.copies) {
      if (staying.has(copy)) continue;
      linesCount += copy.codeLines;
      files.add(copy.file);
    }
    const { kind, type, similarity } = one;
    return isGone ? [] : [summarise(kind, type, similarity, [representative, ...convincing])];
  });
  return { classes: kept, linesCount, filesCount: files.size };
}

function isWholeFile({ kind, type }: CloneClass): boolean {
  return kind === "identical-file" && type === 1;
}

/** In how many files the line with a hash stands, of how many there are. */
export interface LineUsage {
  readonly filesCount: number;
  of(hash: number): number;
}

/** What the copies of one class have in common with its representative. */
export class Evidence {
  private readonly stretches: HashedStretches;
  private readonly usage: LineUsage;
  private readonly representative: LinesOfFile;
  private readonly holders: number;

  constructor(
    stretches: HashedStretches,
    usage: LineUsage,
    representative: LinesOfFile,
    holders: number,
  ) {
    this.stretches = stretches;
    this.usage = usage;
    this.representative = representative;
    this.holders = holders;
  }

  convinces(copy: LinesOfFile): boolean {
    const own = this.stretches.of(this.representative);
    const other = this.stretches.of(copy);
    return haveSameTokens(own.tokens, other.tokens) || this.bitsOf(own, other) >= NEEDED_BITS;
  }

  private bitsOf(own: HashedStretch, other: HashedStretch): number {
    const exactThere = new Set(other.exact);
    const shapesThere = new Set(other.shape);
    const told = new Set<number>([0]);
    let bits = 0;
    own.exact.forEach((hash, at) => {
      if (!exactThere.has(hash) || told.has(hash)) return;
      told.add(hash);
      told.add(own.shape[at]!);
      bits += this.rarity(hash, this.holders);
    });
    const repeats = new Map<number, number>();
    own.shape.forEach((hash, at) => {
      if (exactThere.has(own.exact[at]!) || !shapesThere.has(hash)) return;
      const repeat = repeats.get(hash) ?? 0;
      if (!told.has(hash)) bits += this.rarity(hash, 2);
      else if (repeat > 0 && repeat <= MOST_REPEATS) bits += REPEATED_SHAPE * this.rarity(hash, 2);
      told.add(hash);
      repeats.set(hash, repeat + 1);
    });
    return bits;
  }

  /** `own`: files that are no sign of being common. A line told word for word by the class itself is a template, not chance. */
  private rarity(hash: number, own: number): number {
    const further = Math.max(0, this.usage.of(hash) - own);
    return Math.log2((this.usage.filesCount + PRIOR) / (further + 1));
  }
}

/** In how many files each of a set of hashes stands: open addressing over typed arrays. */
class FileCounts implements LineUsage {
  filesCount = 0;
  private readonly mask: number;
  private readonly keys: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly lastFile: Uint32Array;

  constructor(mostKeys: number) {
    let size = 64;
    while (size < mostKeys * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.counts = new Uint32Array(size);
    this.lastFile = new Uint32Array(size);
  }

  watch(hash: number): void {
    if (hash !== 0) this.keys[this.slot(hash)] = hash;
  }

  count(hash: number, file: number): void {
    if (hash === 0) return;
    const slot = this.slot(hash);
    if (this.keys[slot] !== hash || this.lastFile[slot] === file + 1) return;
    this.lastFile[slot] = file + 1;
    this.counts[slot]!++;
  }

  of(hash: number): number {
    return this.counts[this.slot(hash)]!;
  }

  private slot(hash: number): number {
    const { keys, mask } = this;
    let at = hash & mask;
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask;
    return at;
  }
}

function countFiles(
  corpus: Corpus,
  stretches: HashedStretches,
  classes: readonly CloneClass[],
  wanted: readonly boolean[],
): FileCounts {
  const representatives = classes.flatMap((one, index) =>
    wanted[index] ? one.copies.slice(0, 1) : [],
  );
  const lines = representatives.reduce((sum, copy) => sum + copy.codeLines, 0);
  const usage = new FileCounts(lines * 2);
  for (const copy of representatives) {
    const { exact, shape } = stretches.of(copy);
    exact.forEach((hash) => usage.watch(hash));
    shape.forEach((hash) => usage.watch(hash));
  }
  if (lines === 0) return usage;
  const hasher = new LineHasher();
  for (let file = 0; file < corpus.filesCount; file++) {
    const tokens = tokensOf(corpus, file);
    if (tokens.length === 0) continue;
    usage.filesCount++;
    const { exact, shape } = hasher.hash(tokens);
    for (let at = 0; at < exact.length; at++) {
      usage.count(exact[at]!, file);
      usage.count(shape[at]!, file);
    }
  }
  return usage;
}

/** Whatever the line breaks. */
function haveSameTokens(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((token, at) => ((token ^ b[at]!) & TEXT_MASK) === 0);
}
