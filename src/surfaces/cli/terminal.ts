import type { Writable } from "node:stream";
import picocolors from "picocolors";

/** What a command may do with the outside. Text is safe already (`terminalText`) when it gets here. */
export interface Terminal {
  /** Standard output: only what was asked for. */
  readonly out: Screen;
  /** Standard error: progress, notes, failures. */
  readonly notes: Screen;
}

export interface Screen {
  readonly stream: Writable;
  /** A person watches: tables may be cut to the width, lines may be drawn over. */
  readonly isWatched: boolean;
  /** Columns; 80 where nobody watches. */
  readonly width: number;
  readonly style: Style;
  /** Writes one line, or several. */
  line(text?: string): void;
}

export type Style = ReturnType<typeof picocolors.createColors>;

export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const leastWidth = 40;

/** NO_COLOR (https://no-color.org) and TERM=dumb switch colours off, FORCE_COLOR switches them on in a pipe. */
export function screenOn(
  stream: OutputStream,
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  const isWatched = stream.isTTY === true && environment["TERM"] !== "dumb";
  const isSet = (name: string): boolean => (environment[name] ?? "") !== "";
  const hasColours =
    !isSet("NO_COLOR") &&
    (isWatched || (isSet("FORCE_COLOR") && environment["FORCE_COLOR"] !== "0"));
  return {
    stream,
    isWatched,
    get width() {
      return isWatched ? Math.max(leastWidth, stream.columns || 80) : 80;
    },
    style: picocolors.createColors(hasColours),
    line: (text = "") => void stream.write(`${text}\n`),
  };
}
