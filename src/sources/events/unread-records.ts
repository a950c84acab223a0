import type { RefusedRecord } from "./refused-record.ts";

/** Kinds of one file that are told apart; what comes beyond is told as further kinds. */
const mostKinds = 20;

/** Records of formats that are not read: told once for each kind and file, with their count. */
export class UnreadFormats {
  private readonly found = new Map<string, Map<string, Unread>>();

  /** The entry that is to be listed, when it is the first of its kind in the file; it goes on counting. */
  take(format: string, needs: string, file: string, line: number): RefusedRecord | null {
    let kinds = this.found.get(file);
    if (kinds === undefined) this.found.set(file, (kinds = new Map()));
    const isMany = kinds.size >= mostKinds && !kinds.has(format);
    const name = isMany ? "of a further format that is not known" : format;
    const known = kinds.get(name);
    if (known !== undefined) {
      known.count++;
      return null;
    }
    const first = new Unread(name, needs, file, line);
    kinds.set(name, first);
    return first;
  }
}

class Unread implements RefusedRecord {
  readonly isKept = false;
  readonly file: string;
  readonly line: number;
  readonly needs: string;
  count = 1;
  private readonly format: string;

  constructor(format: string, needs: string, file: string, line: number) {
    this.format = format;
    this.needs = needs;
    this.file = file;
    this.line = line;
  }

  get reason(): string {
    return this.count === 1
      ? `not read: ${this.format}`
      : `not read: ${String(this.count)} records, each ${this.format}, the first on this line`;
  }
}
