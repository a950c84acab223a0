import type { SliSeries, SliSlice } from "#evidence/sli-series.ts";
import type { SliAnswer } from "#insight/reliability/assess-objective.ts";
import { day } from "#insight/reliability/durations.ts";
import type { ServiceLevelObjective } from "#insight/reliability/objective.ts";
import { promExpressions } from "#insight/reliability/prom-expressions.ts";
import { periodAt } from "#insight/reliability/windows.ts";
import { digest } from "#kernel/ids.ts";
import { chunksOf } from "#sources/sli/chunks.ts";
import { queryRange, type PrometheusServer } from "#sources/sli/prometheus.ts";
import type { RangeAnswer, RangeSample } from "#sources/sli/range-query.ts";

/** Where whole chunks are kept between runs, so that an interrupted or failed reading goes on where it stopped. */
export interface ChunkStore {
  read(key: string): Promise<readonly RangeSample[] | null>;
  write(key: string, samples: readonly RangeSample[]): Promise<void>;
}

export interface PrometheusReading {
  readonly server: PrometheusServer;
  readonly store: ChunkStore | null;
  readonly signal: AbortSignal;
  /** When all questions of a run have taken long enough, by `performance.now()`. */
  readonly endsAt: number;
}

const usualStep = 300;
const mostPoints = 600_000;
/** Longest window of an alert: read before the period, too, for early in a calendar period it reaches back. */
const reach = 3 * day;
/** Late scrapes and remote writes: what is younger is asked again. */
const settled = 3_600;

/** The series of one objective from its own queries, good and total by slice; in words why there is none. */
export async function prometheusSeries(
  reading: PrometheusReading,
  objective: ServiceLevelObjective,
  at: number,
): Promise<SliAnswer> {
  const { window } = objective;
  const expressions = promExpressions(objective);
  if (typeof expressions === "string")
    return unanswered(
      "not-prometheus",
      expressions,
      "pushed data in a file, or a query for Prometheus",
    );
  if (window === null) return unanswered("no-window", "it names no time window", "a timeWindow");
  const step = objective.sliceSeconds ?? usualStep;
  const from = Math.min(periodAt(window, at).from, at - reach);
  if ((at - from) / step > mostPoints)
    return unanswered(
      "too-fine",
      "its window holds too many slices to ask for",
      "longer time slices, or a shorter window",
    );
  const ask = (query: string) => wholeRange(reading, query, from, at, step);
  const { events } = expressions;
  const origin = { source: "prometheus", where: new URL(reading.server.url).host } as const;
  if (events === null) {
    const share = await ask(expressions.goodShare(step));
    if ("reason" in share) return share;
    const slices = share.samples.flatMap(([end, good]) =>
      good === null ? [] : [slice(end - step, Math.min(1, Math.max(0, good)), 1)],
    );
    return notEmpty({ sliceSeconds: step, weighting: "time", slices, origin });
  }
  const total = await ask(events.total(step));
  if ("reason" in total) return total;
  const part = await ask(events.part(step));
  if ("reason" in part) return part;
  const scale = events.isPerSecond ? step : 1;
  const hasTraffic = total.samples.some(([, count]) => (count ?? 0) > 0);
  if (events.numerator === "good" && part.samples.length === 0 && hasTraffic)
    return unanswered(
      "no-good-events",
      `${origin.where} has no series of good events, though there was traffic`,
      "a query of good events that names what is scraped",
    );
  const parts = new Map(part.samples);
  const slices = total.samples.flatMap(([end, count]) => {
    // Without a series of bad events there were none; one that is no number says nothing of its moment.
    const counted = parts.get(end);
    if (count === null || counted === null) return [];
    const all = Math.max(0, count);
    const some = Math.min(all, Math.max(0, counted ?? 0));
    const good = events.numerator === "good" ? some : all - some;
    return [slice(end - step, good * scale, all * scale)];
  });
  return notEmpty({ sliceSeconds: step, weighting: "events", slices, origin });
}

function slice(at: number, good: number, total: number): SliSlice {
  return { at, good, total, line: null };
}

function notEmpty(series: SliSeries): SliAnswer {
  if (series.slices.length > 0) return series;
  return unanswered(
    "no-data",
    `${series.origin.where} holds no data of its queries`,
    "a scrape of what its queries name",
  );
}

async function wholeRange(
  { server, store, signal, endsAt }: PrometheusReading,
  query: string,
  from: number,
  at: number,
  stepSeconds: number,
): Promise<RangeAnswer> {
  const samples: RangeSample[] = [];
  for (const chunk of chunksOf(from, at, stepSeconds)) {
    const key = `sli ${digest(server.url, query, stepSeconds, chunk.from, chunk.to)}`;
    const isKept = chunk.isWhole && chunk.to < at - settled;
    const kept = isKept ? ((await store?.read(key)) ?? null) : null;
    if (kept !== null) {
      for (const each of kept) samples.push(each);
      continue;
    }
    const left = Math.ceil(endsAt - performance.now());
    if (left <= 0) return spent(server);
    const answer = await queryRange(
      { ...server, timeoutMilliseconds: Math.min(server.timeoutMilliseconds, left) },
      { query, stepSeconds, from: chunk.from, to: chunk.to },
      signal,
    );
    if ("reason" in answer) return performance.now() < endsAt ? answer : spent(server);
    for (const each of answer.samples) samples.push(each);
    if (isKept) await store?.write(key, answer.samples);
  }
  return { samples };
}

function spent({ url }: PrometheusServer) {
  return unanswered(
    "server-slow",
    `${new URL(url).host} did not answer for all objectives in the time that they have together`,
    "Run again: what was fetched is kept, and the rest is asked then.",
  );
}

function unanswered(code: string, reason: string, needs: string) {
  return { code, reason, needs };
}
