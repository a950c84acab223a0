import type { SliSeries } from "#evidence/sli-series.ts";
import { increasesOf, together, type CounterSample, type Increases } from "./counter-increases.ts";
import { countOf, instantOf } from "./instants.ts";
import { metricNameOf, openMetricsSample } from "./openmetrics-sample.ts";
import { LineProblems, type SliReading } from "./sli-problem.ts";

/** Counters with time stamps: `sli_good_events_total{slo="ovens/loaves"} 998 1795000000`, and `sli_events_total` beside it. */
const goodName = "sli_good_events_total";
const badName = "sli_bad_events_total";
const totalName = "sli_events_total";

const mostLines = 5_000_000;

interface Points {
  readonly part: Map<number, number>;
  readonly total: Map<number, { readonly value: number; readonly line: number }>;
  isBad: boolean;
  /** Where it is first spoken of. */
  readonly line: number;
}

interface Objective {
  /** By their other labels: each set of them is a series of its own, that is reset on its own. */
  readonly series: Map<string, Points>;
  readonly line: number;
}

const mostSeries = 100_000;

/**
 * Good (or bad) and total counters of an OpenMetrics text; every other metric in it is passed over. Series that differ in labels
 * (two pods) are counted each for itself and then together.
 */
export function readSliOpenMetrics(text: string, where: string): SliReading {
  const problems = new LineProblems(where);
  const found = new Map<string, Objective>();
  let line = 0;
  for (const row of text.split("\n", mostLines + 1)) {
    line++;
    if (line > mostLines) {
      problems.refuse(
        line,
        `only the first ${String(mostLines)} lines are read`,
        "Split the file.",
      );
      break;
    }
    if (row === "" || row.startsWith("#")) continue;
    const name = metricNameOf(row);
    if (name === goodName || name === badName || name === totalName)
      take(row, line, found, problems);
  }
  if (found.size === 0 && problems.list.length === 0)
    problems.refuse(
      1,
      `it holds neither ${totalName} nor ${goodName} or ${badName}`,
      'Write name{slo="SERVICE/NAME"} value time.',
    );
  const series = new Map<string, SliSeries>();
  for (const [slo, objective] of found) {
    const all: Increases[] = [];
    for (const [labels, points] of objective.series) {
      const samples = samplesOf(slo, points, problems);
      if (samples.length >= 2) all.push(increasesOf(samples, points.isBad ? "bad" : "good"));
      else
        problems.refuse(
          points.line,
          `${slo}${labels === "" ? "" : ` (${labels.slice(0, 200)})`} has fewer than two samples of both counters at the same time`,
          "Write both counters at each time, with the same labels.",
        );
    }
    if (all.length === 0) continue;
    const { sliceSeconds, slices } = together(all);
    series.set(slo, {
      sliceSeconds,
      weighting: "events",
      slices,
      origin: { source: "openmetrics", where },
    });
  }
  return { series, problems: problems.all() };
}

function take(
  row: string,
  line: number,
  found: Map<string, Objective>,
  problems: LineProblems,
): void {
  const match = openMetricsSample(row.trim());
  const slo = match?.labels.get("slo");
  const value = countOf(match?.value ?? "");
  if (match === null || slo === undefined || value === null) {
    problems.refuse(
      line,
      "it is no counter of an SLO",
      'Write name{slo="SERVICE/NAME"} value time.',
    );
    return;
  }
  const { labels, name, time } = match;
  const at = instantOf(time ?? "");
  if (typeof at === "string") {
    problems.refuse(
      line,
      time === null ? "it has no time" : at,
      "Write the time in seconds since 1970.",
    );
    return;
  }
  const service = labels.get("service");
  const key = service === undefined || slo.includes("/") ? slo : `${service}/${slo}`;
  const objective = found.get(key) ?? { series: new Map<string, Points>(), line };
  found.set(key, objective);
  const others = [...labels]
    .filter(([label]) => label !== "slo" && label !== "service")
    .map(([label, written]) => `${label}=${JSON.stringify(written)}`)
    .sort()
    .join(",");
  const points = objective.series.get(others) ?? {
    part: new Map(),
    total: new Map(),
    isBad: name === badName,
    line,
  };
  if (objective.series.size >= mostSeries && !objective.series.has(others)) {
    problems.refuse(
      line,
      `more than ${String(mostSeries)} sets of labels`,
      "Sum the counters over labels that change.",
    );
    return;
  }
  objective.series.set(others, points);
  const isTotal = name === totalName;
  const isBad = name === badName;
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
