import stringWidth from "string-width";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { Screen } from "../terminal.ts";
import { fitText } from "./fit-text.ts";

export interface Column<Row> {
  readonly title: string;
  readonly align?: "left" | "right";
  readonly cell: (row: Row) => string;
  /** Shrinks to this many columns before others are left out; absent: never shrinks. */
  readonly least?: number;
  /** Columns with the highest number are left out first where the terminal is narrow; absent: never. */
  readonly dropAt?: number;
}

const gap = 2;

/** Rows in aligned columns: cut to the width on a terminal, whole in a pipe. */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { isWatched, width, style }: Pick<Screen, "isWatched" | "width" | "style">,
): string[] {
  const cells = rows.map((row) => columns.map((column) => terminalText(column.cell(row))));
  const natural = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...cells.map((row) => stringWidth(row[index] ?? ""))),
  );
  const widths = isWatched ? fitColumns(columns, natural, width) : natural;
  const shown = columns.flatMap((column, index) => {
    const columnWidth = widths[index] ?? 0;
    return columnWidth === 0 ? [] : [{ column, index, width: columnWidth }];
  });
  const line = (cellsOf: readonly string[]): string =>
    shown
      .map(({ column, width: most }, place) => padText(cellsOf[place] ?? "", most, column.align))
      .join(" ".repeat(gap))
      .trimEnd();
  const head = shown.map(({ column, width: most }) => style.dim(fitText(column.title, most)));
  const body = cells.map((row) =>
    line(shown.map(({ index, width: most }) => fitText(row[index] ?? "", most))),
  );
  return [line(head), ...body];
}

function padText(text: string, width: number, align: Column<never>["align"]): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}

/** Markdown, pipes escaped. */
export function markdownTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === "right" ? "--:" : ":--"))),
    ...rows.map((row) => line(columns.map((column) => markdownText(column.cell(row))))),
  ];
}

/** Shrinks what may shrink, then leaves columns out until the rest fits; 0: left out. */
function fitColumns<Row>(
  columns: readonly Column<Row>[],
  natural: readonly number[],
  width: number,
): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, one) => sum + one + (one > 0 ? gap : 0), -gap);
  for (;;) {
    let excess = total() - width;
    if (excess <= 0) return widths;
    const shrunk = widths.map((one, index) => {
      const least = columns[index]?.least ?? one;
      const cut = one === 0 ? 0 : Math.min(Math.max(0, excess), Math.max(0, one - least));
      excess -= cut;
      return one - cut;
    });
    if (excess <= 0) return shrunk;
    const last = dropFirst(columns, widths);
    if (last === -1) return shrunk;
    widths[last] = 0;
  }
}

function dropFirst<Row>(columns: readonly Column<Row>[], widths: readonly number[]): number {
  let last = -1;
  columns.forEach(({ dropAt = 0 }, index) => {
    if (dropAt > (columns[last]?.dropAt ?? 0) && (widths[index] ?? 0) > 0) last = index;
  });
  return last;
}
