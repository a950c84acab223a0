import type { SliSeries, SliSlice } from "#evidence/sli-series.ts";
import { csvCells, separatorOf, toldSeparator } from "../csv.ts";
import { spread } from "./counter-increases.ts";
import { countOf, instantOf } from "./instants.ts";
import { LineProblems, type SliReading } from "./sli-problem.ts";

const columns = ["slo", "from", "to", "good", "total"] as const;
/** Columns that tell one counting program from another: rows that differ in them are added, and do not overlap. */
const labelColumns: ReadonlySet<string> = new Set([
  "cluster",
  "container",
  "host",
  "instance",
  "job",
  "node",
  "pod",
  "region",
  "replica",
  "shard",
  "zone",
]);
const mostRows = 2_000_000;
const mostSlices = 2_000_000;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
  readonly line: number;
  /** Cells of the columns of labels. */
  readonly labels: string;
  /** Cells of all columns that mean nothing here. */
  readonly others: string;
}

/**
 * Pushed counts: a header `slo,from,to,good,total` (in any order), then one row for each stretch [from, to): events in it, not
 * running totals, and of any length (a day of 23 hours). A row given twice counts once; one that contradicts or overlaps another
 * is refused with its line, unless they differ in a column of labels (`pod`, `instance` …).
 */
export function readSliCsv(text: string, where: string): SliReading {
  const problems = new LineProblems(where);
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const told = toldSeparator(lines[0] ?? "");
  const first = told === null ? 0 : 1;
  const separator = separatorOf(told, lines[first] ?? "");
  const header = (csvCells(lines[first] ?? "", separator) ?? []).map((name) => name.toLowerCase());
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
  const twice = columns.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length > 0) {
    problems.refuse(
      first + 1,
      `the columns ${twice.join(", ")} stand there twice`,
      "Keep one of each.",
    );
    return { series: new Map(), problems: problems.all() };
  }
  const known = new Set<string>([...columns, ...labelColumns]);
  const otherPlaces = header.flatMap((name, place) => (known.has(name) ? [] : [place]));
  const labelPlaces = header.flatMap((name, place) => (labelColumns.has(name) ? [place] : []));
  const rows = new Map<string, Row[]>();
  for (let index = first + 1; index < lines.length && index <= mostRows; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const found = csvCells(line, separator);
    if (found === null) {
      problems.refuse(index + 1, "a quote is not closed", "Close it, or write it twice.");
      continue;
    }
    const [slo = "", ...values] = places.map((place) => found[place] ?? "");
    const cells = (of: readonly number[]) => of.map((place) => found[place] ?? "").join("\n");
    const row = rowOf(values, [cells(labelPlaces), cells(otherPlaces)], index + 1, problems);
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
  if (rows.size === 0 && problems.list.length === 0)
    problems.refuse(first + 1, "it holds no rows", `Write a row for each stretch below its head.`);
  const series = new Map<string, SliSeries>();
  const all = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  for (const [slo, list] of rows)
    series.set(slo, seriesOf(list, where, problems, finest(list.length, all, rows.size)));
  return { series, problems: problems.all() };
}

/** So many slices may an objective have: its share of what the whole file may. */
function finest(rowsCount: number, allRows: number, objectives: number): number {
  const share = Math.max(rowsCount, Math.floor((mostSlices * rowsCount) / allRows));
  return Math.min(share, Math.max(Math.floor(100_000 / objectives), 100 * rowsCount));
}

function rowOf(
  values: readonly string[],
  [labels, others]: readonly [labels: string, others: string],
  line: number,
  problems: LineProblems,
): Row | null {
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
  return { from, to, good, total, line, labels, others };
}

function seriesOf(
  rows: readonly Row[],
  where: string,
  problems: LineProblems,
  most: number,
): SliSeries {
  const kept = withoutOverlaps(rows, problems);
  const sliceSeconds = sliceOf(kept, most);
  const slices = new Map<number, SliSlice>();
  const offset = kept[0]?.from ?? 0;
  for (const row of kept) {
    // Slices are counted from the first row on, which need not begin at a multiple of them.
    const shifted = { ...row, from: row.from - offset, to: row.to - offset };
    spread(slices, sliceSeconds, shifted);
  }
  const stretches = kept.filter((row) => row.to - row.from > sliceSeconds);
  return {
    sliceSeconds,
    weighting: "events",
    slices: [...slices.values()]
      .sort((one, other) => one.at - other.at)
      .map((slice) => ({ ...slice, at: slice.at + offset })),
    ...(stretches.length === 0
      ? {}
      : { stretches: stretches.map(({ from, to }) => ({ from, to })) }),
    origin: { source: "csv", where },
  };
}

/** By start; each row once, none within another of the same labels. */
function withoutOverlaps(rows: readonly Row[], problems: LineProblems): readonly Row[] {
  const sorted = [...rows].sort((one, other) => one.from - other.from || one.line - other.line);
  const last = new Map<string, Row>();
  return sorted.filter((row) => {
    const before = last.get(row.labels);
    if (before !== undefined && row.from < before.to) {
      if (!isSame(row, before))
        problems.refuse(
          row.line,
          `it overlaps line ${String(before.line)}`,
          `Keep one of the two, or tell the counters apart in a column ${[...labelColumns].join(", ")}.`,
        );
      return false;
    }
    last.set(row.labels, row);
    return true;
  });
}

/**
 * The longest slice that every row is a whole number of, counted from the first: an hour for days of 23, 24 and 25. Where that
 * were too many slices, rows are spread over slices as long as the shortest.
 */
function sliceOf(rows: readonly Row[], most: number): number {
  const offset = rows[0]?.from ?? 0;
  let common = 0;
  let shortest = Infinity;
  let length = 0;
  for (const { from, to } of rows) {
    common = divisor(divisor(common, inMilliseconds(from - offset)), inMilliseconds(to - from));
    shortest = Math.min(shortest, to - from);
    length += to - from;
  }
  const seconds = common / 1000;
  if (rows.length === 0 || length / seconds <= most) return seconds;
  return Math.ceil(Math.max(shortest, length / most));
}

function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** Euclid's; 0 and a number: that number. */
function divisor(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

function isSame(one: Row, other: Row): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.good === other.good &&
    one.total === other.total &&
    one.others === other.others
  );
}
