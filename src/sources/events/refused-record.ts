export interface RefusedRecord {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** Counted all the same: only remarkable. */
  readonly isKept: boolean;
  /** What to do, where that is not to mend the record. */
  readonly needs?: string;
}
