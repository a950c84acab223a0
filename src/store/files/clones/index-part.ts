import { rangeOf } from "#insight/duplication/index-numbers.ts";
import type { FoundEntries } from "#ports/clone-store.ts";
import { isObject } from "../section-format.ts";
import { SectionFile } from "../section-file.ts";
import { ENTRY_WORDS, LINE_WORDS, partFormat } from "./index-layout.ts";
import { SortedRows } from "./sorted-rows.ts";

/** One range of hashes of a clone index. A process may hold some of the parts, others the rest. */
export class IndexPart {
  private readonly file: SectionFile;
  private readonly entries: SortedRows;
  private readonly lines: SortedRows;

  private constructor(file: SectionFile, range: readonly [number, number]) {
    this.file = file;
    this.entries = new SortedRows(file, "entries", ENTRY_WORDS, range);
    this.lines = new SortedRows(file, "lines", LINE_WORDS, range);
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
    for (const hash of hashes) {
      const entries = this.entries.find(hash);
      if (entries === null) continue;
      const { rows, from, count: total } = entries;
      const given = Math.min(most, total);
      const files = new Uint32Array(given);
      const positions = new Uint32Array(given);
      for (let k = 0; k < given; k++) {
        files[k] = rows[(from + k) * ENTRY_WORDS + 1] ?? 0;
        positions[k] = rows[(from + k) * ENTRY_WORDS + 2] ?? 0;
      }
      found.push({ hash, files, positions, total });
    }
    return found;
  }

  /** In how many files a line of this hash (of this range) stands; 0 where in none or one. */
  filesWithLine(hash: number): number {
    const found = this.lines.find(hash);
    return found === null ? 0 : (found.rows[found.from * LINE_WORDS + 1] ?? 0);
  }

  close(): void {
    this.file.close();
  }
}
