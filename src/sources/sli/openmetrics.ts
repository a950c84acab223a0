import type { SliSeries } from "#evidence/sli-series.ts";
import { increasesOf, type CounterSample } from "./counter-increases.ts";
import { countOf, instantOf } from "./instants.ts";
import { LineProblems, type SliReading } from "./sli-problem.ts";

/** Counters with time stamps: `sli_good_events_total{slo="ovens/loaves"} 998 1795000000`, and `sli_events_total` beside it. */
const goodName = "sli_good_events_total";
const badName = "sli_bad_events_total";
const totalName = "sli_events_total";

const sample =
  /^([a-zA-Z_:][\w:]{0,200})(?:\{((?:[^"{}]|"(?:[^"\\]|\\.)*"){0,2000})\})? +(\S{1,40})(?: +(\S{1,40}))?/;
const label = /([a-zA-Z_]\w{0,100})="((?:[^"\\]|\\.){0,500})"/g;
const mostLines = 5_000_000;

interface Points {
  readonly part: Map<number, number>;
  readonly total: Map<number, { readonly value: number; readonly line: number }>;
  isBad: boolean;
  /** Where it is first spoken of. */
  readonly line: number;
}

/** Good (or bad) and total counters of an OpenMetrics text; every other metric in it is passed over. */
export function readSliOpenMetrics(text: string, where: string): SliReading {
  const problems = new LineProblems(where);
  const found = new Map<string, Points>();
  let line = 0;
  for (const row of text.split("\n", mostLines)) {
    line++;
    if (row === "" || row.startsWith("#")) continue;
    const name = /^[\w:]{1,201}/.exec(row)?.[0] ?? "";
    if (name === goodName || name === badName || name === totalName)
      take(row, line, found, problems);
  }
  const series = new Map<string, SliSeries>();
  for (const [slo, points] of found) {
    const samples = samplesOf(slo, points, problems);
    if (samples.length < 2) {
      problems.refuse(
        points.line,
        `${slo} has fewer than two samples of both counters at the same time`,
        "Write both counters at each time.",
      );
      continue;
    }
    const { sliceSeconds, slices } = increasesOf(samples, points.isBad ? "bad" : "good");
    series.set(slo, {
      sliceSeconds,
      weighting: "events",
      slices,
      origin: { source: "openmetrics", where },
    });
  }
  return { series, problems: problems.all() };
}

function take(row: string, line: number, found: Map<string, Points>, problems: LineProblems): void {
  const match = sample.exec(row.trim());
  const labels = new Map<string, string>();
  for (const [, name = "", value = ""] of (match?.[2] ?? "").matchAll(label))
    labels.set(name, value);
  const slo = labels.get("slo");
  const value = countOf(match?.[3] ?? "");
  if (match === null || slo === undefined || value === null) {
    problems.refuse(
      line,
      "it is no counter of an SLO",
      'Write name{slo="SERVICE/NAME"} value time.',
    );
    return;
  }
  const at = instantOf(match[4] ?? "");
  if (typeof at === "string") {
    problems.refuse(
      line,
      match[4] === undefined ? "it has no time" : at,
      "Write the time in seconds since 1970.",
    );
    return;
  }
  const service = labels.get("service");
  const key = service === undefined || slo.includes("/") ? slo : `${service}/${slo}`;
  const points = found.get(key) ?? {
    part: new Map(),
    total: new Map(),
    isBad: match[1] === badName,
    line,
  };
  found.set(key, points);
  const isTotal = match[1] === totalName;
  const isBad = match[1] === badName;
  if (!isTotal && points.part.size > 0 && points.isBad !== isBad) {
    problems.refuse(
      line,
      "its events were counted the other way round before",
      `Write ${goodName} or ${badName}, not both.`,
    );
    return;
  }
  const before = isTotal ? points.total.get(at)?.value : points.part.get(at);
  if (before !== undefined) {
    if (before !== value)
      problems.refuse(
        line,
        "it contradicts an earlier line of the same time",
        "Keep one of the two.",
      );
    return;
  }
  if (isTotal) points.total.set(at, { value, line });
  else points.part.set(at, value);
  if (!isTotal) points.isBad = isBad;
}

/** Both counters at the same time, oldest first. */
function samplesOf(slo: string, points: Points, problems: LineProblems): CounterSample[] {
  const { part, total } = points;
  const samples: CounterSample[] = [];
  const alone: number[] = [];
  for (const [at, { value, line }] of total) {
    const counted = part.get(at);
    if (counted === undefined) {
      alone.push(line);
      continue;
    }
    if (counted > value) {
      problems.refuse(
        line,
        "its part is larger than its total",
        "Check that the counters are not swapped.",
      );
      continue;
    }
    samples.push({ at, part: counted, total: value, line });
  }
  const [first] = alone;
  if (first !== undefined && samples.length > 0)
    problems.refuse(
      first,
      `${String(alone.length)} totals of ${slo} have no part beside them`,
      "Write both counters at each time, 0 as well.",
    );
  return samples.sort((one, other) => one.at - other.at);
}
