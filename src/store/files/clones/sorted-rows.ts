import { continueSum } from "../section-format.ts";
import type { SectionFile } from "../section-file.ts";
import type { SectionWriter } from "../section-writer.ts";
import { slotOf } from "./index-layout.ts";

/** Rows that one slot holds on average: what one hash costs to look up. */
const SLOT_ROWS = 64;
/** Start (in rows) and checksum of one slot. */
const SLOT_WORDS = 2;

/** Range of hashes: from (inclusive), to (exclusive). */
type Range = readonly [low: number, high: number];

/**
 * Writes rows of `width` words, sorted by their first, a hash of the range, as the section `name`, and a directory of slots
 * for looking them up.
 */
export function writeSortedRows(
  writer: SectionWriter,
  name: string,
  { rows, width }: { readonly rows: Uint32Array; readonly width: number },
  range: Range,
): void {
  const count = rows.length / width;
  const slots = Math.max(1, Math.ceil(count / SLOT_ROWS));
  const directory = new Uint32Array((slots + 1) * SLOT_WORDS);
  let slot = 0;
  for (let at = 0; at < count; at++) {
    const own = slotOf(rows[at * width] ?? 0, range, slots);
    while (slot < own) directory[++slot * SLOT_WORDS] = at;
  }
  while (slot < slots) directory[++slot * SLOT_WORDS] = count;
  for (let at = 0; at < slots; at++) {
    const from = directory[at * SLOT_WORDS] ?? 0;
    const to = directory[(at + 1) * SLOT_WORDS] ?? 0;
    directory[at * SLOT_WORDS + 1] = continueSum(0, rows.subarray(from * width, to * width));
  }
  writer.write(directory);
  writer.endSection(`${name} directory`);
  writer.write(rows);
  writer.endSection(name);
}

/** Rows of one hash: `count` of them from row `from` on, in `rows`. */
export interface FoundRows {
  readonly rows: Uint32Array;
  readonly from: number;
  readonly count: number;
}

/** Looks rows up by offset: two reads for each slot, and none for a hash in the same slot as the one before. */
export class SortedRows {
  private readonly file: SectionFile;
  private readonly name: string;
  private readonly width: number;
  private readonly range: Range;
  private readonly slots: number;
  private readonly count: number;
  private rows = new Uint32Array(0);
  private loaded = -1;

  constructor(file: SectionFile, name: string, width: number, range: Range) {
    this.file = file;
    this.name = name;
    this.width = width;
    this.range = range;
    this.slots = Math.floor(file.lengthOf(`${name} directory`) / (SLOT_WORDS * 4)) - 1;
    this.count = Math.floor(file.lengthOf(name) / (width * 4));
    if (this.slots < 1) throw file.damaged("a directory is empty");
  }

  /** `hash` must be of the range; null where it has no row. */
  find(hash: number): FoundRows | null {
    const slot = slotOf(hash, this.range, this.slots);
    if (slot !== this.loaded) this.load(slot);
    const { rows, width } = this;
    const end = rows.length / width;
    const from = lowerBound(rows, width, end, hash);
    let to = from;
    while (to < end && rows[to * width] === hash) to++;
    return to === from ? null : { rows, from, count: to - from };
  }

  private load(slot: number): void {
    const { file, name, width } = this;
    const place = slot * SLOT_WORDS * 4;
    const bytes = file.read(`${name} directory`, place, (SLOT_WORDS + 1) * 4);
    const [from = 0, sum = 0, to = 0] = new Uint32Array(bytes.buffer);
    if (from > to || to > this.count) throw file.damaged("a slot lies outside");
    const rows = file.read(name, from * width * 4, (to - from) * width * 4);
    if (continueSum(0, rows) !== sum) throw file.damaged("the sum of a slot is wrong");
    this.rows = new Uint32Array(rows.buffer);
    this.loaded = slot;
  }
}

function lowerBound(rows: Uint32Array, width: number, count: number, hash: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle * width] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
