import type { LockSink } from "./lock-sink.ts";
import type { LockReader } from "./segment-grammar.ts";
import { compareText } from "./segment-grammar.ts";

/** A format that is read line by line, with no more memory than a context. */
export interface LineFormat {
  readonly initial: string;
  /** Lines indented by this many spaces or more belong to the line before. */
  readonly depth: number;
  /** Context after the line (without its ending); null where no such line may stand. */
  readLine(line: string, context: string, sink: LockSink): string | null;
  sortKey(line: string): string;
}

const newline = 10;
const carriageReturn = 13;
const space = 32;

/** Both readings share `readLine`, so that they cannot disagree. */
export function lineReader(name: string, format: LineFormat): LockReader {
  const read = (text: string, context: string, sink: LockSink): string | null => {
    let now: string | null = context;
    for (const line of text.split("\n")) {
      now = format.readLine(line.endsWith("\r") ? line.slice(0, -1) : line, now, sink);
      if (now === null) return null;
    }
    return now;
  };
  const grammar = {
    initial: format.initial,
    startsSegment: (content: Buffer, at: number): boolean => {
      const first = content[at];
      if (first === newline || first === carriageReturn) return false;
      let indent = 0;
      while (indent < format.depth && content[at + indent] === space) indent++;
      return indent < format.depth;
    },
    read,
    isComplete: () => true,
    sortKey: (head: string) => format.sortKey(firstLine(head)),
    compare: compareText,
  };
  return {
    read: (text, sink) => {
      if (read(text, format.initial, sink) === null) throw new SyntaxError(`not a ${name}`);
    },
    grammarOf: () => grammar,
  };
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end === -1 ? text : text.slice(0, end);
}
