/** A line of a script without its break. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

const mostLines = 20_000;
const longestLine = 4_000;

/** Lines that a directive may stand on; data in a source file is longer. */
export function scriptLines(text: string): Line[] {
  return text
    .split("\n", mostLines)
    .map((one, index) => ({ text: one.trimEnd(), line: index + 1 }))
    .filter((one) => one.text.length <= longestLine);
}
