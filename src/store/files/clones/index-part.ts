import { continueSum, isObject } from "../section-format.ts";
import { SectionFile } from "../section-file.ts";
import { ENTRY_WORDS, partFormat, rangeOf, SLOT_WORDS, slotOf } from "./index-layout.ts";

/** Where one hash stands: files ascending, and positions within. */
export interface FoundEntries {
  readonly hash: number;
  readonly files: Uint32Array;
  readonly positions: Uint32Array;
  /** How many there are; more than are given where they are very many. */
  readonly total: number;
}

/** One range of hashes of a clone index. A process may hold some of the parts, others the rest. */
export class IndexPart {
  private readonly file: SectionFile;
  private readonly range: readonly [number, number];
  private readonly slots: number;
  private readonly entries: number;

  private constructor(file: SectionFile, range: readonly [number, number]) {
    this.file = file;
    this.range = range;
    this.slots = Math.floor(file.lengthOf("directory") / (SLOT_WORDS * 4)) - 1;
    this.entries = Math.floor(file.lengthOf("entries") / (ENTRY_WORDS * 4));
    if (this.slots < 1) throw file.damaged("its directory is empty");
  }

  static open(path: string, part: number, parts: number): IndexPart | null {
    const file = SectionFile.open(path, partFormat);
    if (file === null) return null;
    const { about } = file;
    if (isObject(about) && about["part"] === part && about["parts"] === parts)
      return new IndexPart(file, rangeOf(part, parts));
    file.close();
    return null;
  }

  /** Entries of hashes of this range, ascending; hashes that stand nowhere are left out. */
  find(hashes: Uint32Array, most: number): FoundEntries[] {
    const found: FoundEntries[] = [];
    let rows = new Uint32Array(0);
    let loaded = -1;
    for (const hash of hashes) {
      const slot = slotOf(hash, this.range, this.slots);
      if (slot !== loaded) rows = this.slot(slot);
      loaded = slot;
      const entries = select(rows, hash, most);
      if (entries !== null) found.push(entries);
    }
    return found;
  }

  close(): void {
    this.file.close();
  }

  private slot(slot: number): Uint32Array<ArrayBuffer> {
    const { file } = this;
    const bytes = file.read("directory", slot * SLOT_WORDS * 4, (SLOT_WORDS + 1) * 4);
    const [from = 0, sum = 0, to = 0] = new Uint32Array(bytes.buffer);
    if (from > to || to > this.entries) throw file.damaged("a slot lies outside");
    const rows = file.read("entries", from * ENTRY_WORDS * 4, (to - from) * ENTRY_WORDS * 4);
    if (continueSum(0, rows) !== sum) throw file.damaged("the sum of a slot is wrong");
    return new Uint32Array(rows.buffer);
  }
}

function select(rows: Uint32Array, hash: number, most: number): FoundEntries | null {
  const count = rows.length / ENTRY_WORDS;
  const first = lowerBound(rows, count, hash);
  let end = first;
  while (end < count && rows[end * ENTRY_WORDS] === hash) end++;
  if (first === end) return null;
  const given = Math.min(most, end - first);
  const files = new Uint32Array(given);
  const positions = new Uint32Array(given);
  for (let k = 0; k < given; k++) {
    const at = (first + k) * ENTRY_WORDS;
    files[k] = rows[at + 1] ?? 0;
    positions[k] = rows[at + 2] ?? 0;
  }
  return { hash, files, positions, total: end - first };
}

function lowerBound(rows: Uint32Array, count: number, hash: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle * ENTRY_WORDS] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
