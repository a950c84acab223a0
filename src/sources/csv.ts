import { CsvError, parse } from "csv-parse/sync";

export type Separator = "," | ";" | "\t";

export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line on which it begins. */
  readonly line: number;
}

export interface CsvReading {
  readonly records: readonly CsvRecord[];
  /** Records after the last that was wanted are not read. */
  readonly isCut: boolean;
  /** Where a quote opens that is never closed: what follows it is no record; null: none. */
  readonly unclosedAt: number | null;
}

/**
 * Records of a whole CSV (RFC 4180), at most `most`: quoted cells may hold separators, line breaks and doubled quotes. Lines
 * that are blank are no records.
 */
export function csvRecords(whole: string, most: number): CsvReading {
  const told = toldSeparator(whole);
  const text = told === null ? whole : whole.slice(whole.indexOf("\n") + 1);
  const records: CsvRecord[] = [];
  // What the library counts as lines is two for each CRLF in quotes: what lies within cells is counted here.
  let before = told === null ? 0 : 1;
  const take = (cells: string[], { empty_lines: blank }: { empty_lines: number }): null => {
    records.push({ cells, line: before + blank + 1 });
    before += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return null;
  };
  let unclosedAt: number | null = null;
  try {
    parse(text, {
      delimiter: separatorOf(told, text),
      record_delimiter: lineBreaks,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
      to: most + 1,
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    unclosedAt = before + Number(error["empty_lines"] ?? 0) + 1;
  }
  return { records: records.slice(0, most), isCut: records.length > most, unclosedAt };
}

/** A lone carriage return is one, too: some spreadsheets still end lines so. */
const lineBreaks = ["\r\n", "\n", "\r"];

/** Cells of one record, without the blanks around bare ones. Null: a quote is not closed. */
export function csvCells(text: string, separator: string): string[] | null {
  // The library takes 20 µs to begin; most lines have no quote to care about.
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim());
  try {
    const records = parse(text, {
      delimiter: separator,
      record_delimiter: lineBreaks,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
    });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** What a first line `sep=;` says, as spreadsheets write it; null: no such line. */
export function toldSeparator(text: string): Separator | null {
  const told = /^\uFEFF?sep=([,;\t])(?:\r?\n|$)/i.exec(text)?.[1];
  return told === "," || told === ";" || told === "\t" ? told : null;
}

/** Semicolon or tab where the first line has more of them than commas; `told`: what `sep=` says. */
export function separatorOf(told: Separator | null, text: string): Separator {
  if (told !== null) return told;
  const first = (/^[^\r\n]{0,20000}/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string): number => first.split(separator).length;
  const most = Math.max(count(","), count(";"), count("\t"));
  return count(",") === most ? "," : count(";") === most ? ";" : "\t";
}
