import { csvCells, type Separator, separatorOf, toldSeparator } from "../csv.ts";

/** A cell may hold line breaks (RFC 4180): lines are gathered until its quote closes, but not without end. */
const mostLines = 100;
const mostCharacters = 65_536;

interface Held {
  readonly text: string;
  readonly line: number;
}

/** Records of a CSV, line by line. `take` gets the cells with the line on which the record begins; null: a quote is not closed. */
export class CsvRecords {
  private held: Held[] = [];
  private width: number | null = null;
  private separator: Separator | null = null;
  private readonly take: (cells: string[] | null, line: number) => void;

  constructor(take: (cells: string[] | null, line: number) => void) {
    this.take = take;
  }

  push(text: string, line: number): void {
    const { held } = this;
    if (held.length === 0) {
      if (text.trim() === "") return;
      if (this.separator === null) {
        const told = toldSeparator(text);
        this.separator = separatorOf(told, text);
        if (told !== null) return;
      }
      const cells = this.cells(text);
      if (cells === null) held.push({ text, line });
      else this.give(cells, line);
      return;
    }
    held.push({ text, line });
    // Only a line with a quote can close one.
    const cells = text.includes('"') ? this.cells(held.map((one) => one.text).join("\n")) : null;
    const [first] = held;
    if (cells !== null && first !== undefined && (this.width ?? cells.length) === cells.length) {
      this.held = [];
      this.give(cells, first.line);
    } else if (
      held.length >= mostLines ||
      held.reduce((sum, one) => sum + one.text.length, 0) > mostCharacters
    )
      this.end();
  }

  /** What was gathered and never closed is no record of several lines: each is one for itself. */
  end(): void {
    const { held } = this;
    this.held = [];
    for (const { text, line } of held)
      if (text.trim() !== "") {
        const cells = this.cells(text);
        if (cells === null) this.take(null, line);
        else this.give(cells, line);
      }
  }

  /** Spreadsheets of many countries separate by semicolons: the heading tells. */
  private cells(text: string): string[] | null {
    return csvCells(text, this.separator ?? ",");
  }

  private give(cells: string[], line: number): void {
    this.width ??= cells.length;
    this.take(cells, line);
  }
}
