import type { LockSink } from "./lock-sink.ts";

/**
 * How one tool lays out its lock file: as lines, each segment a run of lines that says what it says whatever stands
 * around it, save for a small context (the section it stands in). Equal bytes in an equal context say the same.
 */
export interface SegmentGrammar {
  /** Context at the first byte of a file. */
  readonly initial: string;
  /** Says whether the line that begins at `at` (a byte that exists) begins a segment. Looks at this line only. */
  startsSegment(content: Buffer, at: number): boolean;
  /** Says whether the segment at `at` may follow the bytes before it; looks at the two neighbouring lines only. */
  joins?(content: Buffer, at: number): boolean;
  /** Context after the segment; null when the segment is not in the tool's own layout. */
  read(segment: string, context: string, sink: LockSink): string | null;
  /** Says whether a file may end in this context. */
  isComplete(context: string): boolean;
  /** What the tool sorts segments by, from the first bytes of one. Wrong answers cost time, never correctness. */
  sortKey(head: string): string;
  compare(first: string, second: string): number;
}

/** Reads one format in both ways; the two agree on every text that the grammar accepts. */
export interface LockReader {
  /** Reads a whole file. Throws on text that is not of the format. */
  read(text: string, sink: LockSink): void;
  /** The layout that a file appears to have, judged by its first lines; null where only `read` will do. */
  grammarOf(content: Buffer): SegmentGrammar | null;
}

export function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
