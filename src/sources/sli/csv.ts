import type { SliSeries, SliSlice } from "#evidence/sli-series.ts";
import { countOf, instantOf } from "./instants.ts";
import { LineProblems, type SliReading } from "./sli-problem.ts";

const columns = ["slo", "from", "to", "good", "total"] as const;
const mostRows = 2_000_000;
const mostSlices = 2_000_000;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
  readonly line: number;
}

/**
 * Pushed counts: a header `slo,from,to,good,total` (in any order), then one row for each stretch [from, to): events in it, not
 * running totals. A row given twice counts once; one that contradicts or overlaps another is refused with its line.
 */
export function readSliCsv(text: string, where: string): SliReading {
  const problems = new LineProblems(where);
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const header = cells(lines[0] ?? "").map((name) => name.toLowerCase());
  const places = columns.map((name) => header.indexOf(name));
  const missing = columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    problems.refuse(
      1,
      `the columns ${missing.join(", ")} are missing`,
      `Begin the file with ${columns.join(",")}.`,
    );
    return { series: new Map(), problems: problems.all() };
  }
  const rows = new Map<string, Row[]>();
  for (let index = 1; index < lines.length && index <= mostRows; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const found = cells(line);
    const [slo = "", ...values] = places.map((place) => found[place] ?? "");
    const row = rowOf(values, index + 1, problems);
    if (row === null) continue;
    const list = rows.get(slo);
    if (list === undefined) rows.set(slo, [row]);
    else list.push(row);
  }
  if (lines.length - 1 > mostRows)
    problems.refuse(
      mostRows + 2,
      `only the first ${String(mostRows)} rows are read`,
      "Split the file.",
    );
  const series = new Map<string, SliSeries>();
  for (const [slo, list] of rows) series.set(slo, seriesOf(list, where, problems));
  return { series, problems: problems.all() };
}

function cells(line: string): string[] {
  return line.split(",", 50).map((cell) => cell.trim().replace(/^"(.{0,500})"$/, "$1"));
}

function rowOf(values: readonly string[], line: number, problems: LineProblems): Row | null {
  const [fromText = "", toText = "", goodText = "", totalText = ""] = values;
  const refuse = (text: string, needs: string): null => problems.refuse(line, text, needs);
  const from = instantOf(fromText);
  const to = instantOf(toText);
  if (typeof from === "string") return refuse(from, "Correct `from`.");
  if (typeof to === "string") return refuse(to, "Correct `to`.");
  if (to <= from) return refuse("it ends before it begins", "Swap `from` and `to`.");
  const good = countOf(goodText);
  const total = countOf(totalText);
  if (good === null || total === null)
    return refuse(
      "good and total must be numbers of 0 or more",
      "Write counts of events, not percentages.",
    );
  if (good > total)
    return refuse("more good events than events", "Check that the columns are not swapped.");
  return { from, to, good, total, line };
}

function seriesOf(rows: readonly Row[], where: string, problems: LineProblems): SliSeries {
  const sorted = [...rows].sort((one, other) => one.from - other.from || one.line - other.line);
  const sliceSeconds = sorted.reduce((least, row) => Math.min(least, row.to - row.from), Infinity);
  const slices: SliSlice[] = [];
  let last: Row | null = null;
  for (const row of sorted) {
    if (last !== null && row.from < last.to) {
      if (isSame(row, last)) continue;
      problems.refuse(row.line, `it overlaps line ${String(last.line)}`, "Keep one of the two.");
      continue;
    }
    const parts = (row.to - row.from) / sliceSeconds;
    if (!Number.isInteger(parts) || slices.length + parts > mostSlices) {
      problems.refuse(
        row.line,
        `its length is no multiple of the shortest row, ${String(sliceSeconds)} s`,
        "Use rows of equal length.",
      );
      continue;
    }
    for (let part = 0; part < parts; part++)
      slices.push({
        at: row.from + part * sliceSeconds,
        good: row.good / parts,
        total: row.total / parts,
        line: row.line,
      });
    last = row;
  }
  return { sliceSeconds, weighting: "events", slices, origin: { source: "csv", where } };
}

function isSame(one: Row, other: Row): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.good === other.good &&
    one.total === other.total
  );
}
