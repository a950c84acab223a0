import { Chain } from "./chain.ts";
import { CodeOfFiles } from "./code-lines.ts";
import type { Corpus } from "./corpus.ts";
import { GRAM_TOKENS } from "./fingerprint.ts";
import type { Seeds } from "./join.ts";
import type { CloneThresholds } from "./judge.ts";
import { Judge } from "./judge.ts";

/** Fields of one match in `Matches.fields`; tokens from (inclusive) and to (exclusive). */
export const MATCH_FIELDS = 8;
export const FILE_A = 0;
export const FROM_A = 1;
export const TO_A = 2;
export const FILE_B = 3;
export const FROM_B = 4;
export const TO_B = 5;
/** Per mille. */
export const SIMILARITY = 6;
export const TYPE = 7;

/** Clone pairs, MATCH_FIELDS entries each. */
export interface Matches {
  readonly fields: Uint32Array;
  readonly seedsCount: number;
}

/** A file pair in which so many seeds were tried is settled. */
const MAX_TRIES = 400;

/** Grows seeds into clones. The seeds of one second file must not be divided. */
export function verifySeeds(corpus: Corpus, seeds: Seeds, thresholds: CloneThresholds): Matches {
  const { fileOf, positions } = corpus;
  const code = new CodeOfFiles(corpus);
  const regions = new Regions(corpus.filesCount);
  const matches = new FieldList();
  const chain = new Chain();
  const judge = new Judge();
  let fileB = -1;
  let codeB = code.of(0);
  for (let s = 0; s < seeds.first.length; s++) {
    const first = seeds.first[s]!;
    const second = seeds.second[s]!;
    const fileA = fileOf[first]!;
    if (fileOf[second] !== fileB) {
      fileB = fileOf[second]!;
      codeB = code.of(fileB);
      regions.clear();
    }
    const atA = positions[first]!;
    const atB = positions[second]!;
    if (regions.covers(fileA, atA, atB)) continue;
    const codeA = fileA === fileB ? codeB : code.of(fileA);
    chain.grow({ code: codeA, at: atA }, { code: codeB, at: atB }, fileA === fileB, GRAM_TOKENS);
    if (chain.piecesCount === 0) continue;
    const isClone = judge.accepts(chain, codeA, codeB, thresholds);
    regions.add(fileA, chain);
    if (!isClone) continue;
    matches.push(fileA, fileB, judge);
  }
  return { fields: matches.take(), seedsCount: seeds.first.length };
}

const REGION_FIELDS = 7;

/** What has been explored between one file and each of those before it. */
class Regions {
  private readonly heads: Int32Array;
  private readonly tries: Uint16Array;
  private readonly epochs: Uint32Array;
  private epoch = 0;
  private fields = new Int32Array(1 << 12);
  private count = 0;

  constructor(filesCount: number) {
    this.heads = new Int32Array(filesCount);
    this.tries = new Uint16Array(filesCount);
    this.epochs = new Uint32Array(filesCount);
  }

  clear(): void {
    this.epoch++;
    this.count = 0;
  }

  covers(file: number, a: number, b: number): boolean {
    if (this.epochs[file] !== this.epoch) return false;
    if (this.tries[file]! >= MAX_TRIES) return true;
    const { fields } = this;
    for (let at = this.heads[file]!; at >= 0; at = fields[at + 6]!) {
      const isInside =
        a >= fields[at]! && a < fields[at + 1]! && b >= fields[at + 2]! && b < fields[at + 3]!;
      if (isInside && b - a >= fields[at + 4]! && b - a <= fields[at + 5]!) return true;
    }
    return false;
  }

  add(file: number, { pieces, piecesCount }: Chain): void {
    const isFirst = this.epochs[file] !== this.epoch;
    if (isFirst) {
      this.epochs[file] = this.epoch;
      this.tries[file] = 0;
    }
    this.tries[file]!++;
    const at = this.count * REGION_FIELDS;
    if (at + REGION_FIELDS > this.fields.length) {
      const larger = new Int32Array(this.fields.length * 2);
      larger.set(this.fields);
      this.fields = larger;
    }
    // The diagonals that the chain runs on: others in its box may hold clones of their own.
    let least = pieces[2]! - pieces[0]!;
    let most = least;
    for (let k = 4; k < piecesCount * 4; k += 4) {
      least = Math.min(least, pieces[k + 2]! - pieces[k]!);
      most = Math.max(most, pieces[k + 2]! - pieces[k]!);
    }
    const { fields } = this;
    const end = piecesCount * 4 - 4;
    fields[at] = pieces[0]!;
    fields[at + 1] = pieces[end + 1]!;
    fields[at + 2] = pieces[2]!;
    fields[at + 3] = pieces[end + 3]!;
    fields[at + 4] = least;
    fields[at + 5] = most;
    fields[at + 6] = isFirst ? -1 : this.heads[file]!;
    this.heads[file] = at;
    this.count++;
  }
}

class FieldList {
  private fields = new Uint32Array(MATCH_FIELDS << 8);
  private length = 0;

  push(fileA: number, fileB: number, judge: Judge): void {
    if (this.length + MATCH_FIELDS > this.fields.length) {
      const larger = new Uint32Array(this.fields.length * 2);
      larger.set(this.fields);
      this.fields = larger;
    }
    const { fields, length } = this;
    fields[length + FILE_A] = fileA;
    fields[length + FROM_A] = judge.startA;
    fields[length + TO_A] = judge.endA;
    fields[length + FILE_B] = fileB;
    fields[length + FROM_B] = judge.startB;
    fields[length + TO_B] = judge.endB;
    fields[length + SIMILARITY] = Math.floor(judge.similarity * 1000);
    fields[length + TYPE] = judge.type;
    this.length += MATCH_FIELDS;
  }

  take(): Uint32Array {
    return this.fields.slice(0, this.length);
  }
}
