import { resolve } from "node:path";
import { decodedText } from "#evidence/decoded-text.ts";
import type { SliSeries } from "#evidence/sli-series.ts";
import type { SliAnswer } from "#insight/reliability/assess-objective.ts";
import type { ServiceLevelObjective } from "#insight/reliability/objective.ts";
import { messageOf } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import type { OperationContext } from "#ports/context.ts";
import type { PushedFile } from "#ports/inbox.ts";
import { readSliCsv } from "#sources/sli/csv.ts";
import { readSliOpenMetrics } from "#sources/sli/openmetrics.ts";
import { prometheusDefaults, queryRange } from "#sources/sli/prometheus.ts";
import type { RangeAnswer } from "#sources/sli/range-query.ts";
import type { SliProblem } from "#sources/sli/sli-problem.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import { deliveryPlace } from "../delivery-place.ts";
import { prometheusSeries, type ChunkStore, type PrometheusReading } from "./prometheus-series.ts";

export interface SliSettings {
  readonly prometheus: string | null;
  readonly files: readonly string[];
  /** Where relative paths start. */
  readonly folder: string;
  /** Read after the files, and like them. */
  readonly pushed?: readonly PushedFile[];
  readonly cache: EvidenceStore | null;
  /** Default: ten seconds until Prometheus says anything, ten minutes for all objectives. */
  readonly patience?: Patience;
}

interface Patience {
  readonly silenceMilliseconds: number;
  readonly totalMilliseconds: number;
}

const usualPatience: Patience = { silenceMilliseconds: 10_000, totalMilliseconds: 600_000 };

export interface CollectedSli {
  /** By id of the objective; every objective has an answer. */
  readonly answers: ReadonlyMap<string, SliAnswer>;
  readonly problems: readonly SliProblem[];
}

const largestFile = 256 * 1024 * 1024;

/** Data of every objective: from the files where they hold it, else from Prometheus where it is configured. */
export async function collectSli(
  context: Pick<OperationContext, "signal" | "progress">,
  objectives: readonly ServiceLevelObjective[],
  settings: SliSettings,
  at: number,
): Promise<CollectedSli> {
  const problems: SliProblem[] = [];
  const pushed = await readFiles(settings, problems);
  for (const each of strangeKeys(pushed, objectives)) problems.push(each);
  const answers = new Map<string, SliAnswer>();
  const asked = objectives.filter((one) => !pushed.has(one.key) && !pushed.has(one.id));
  for (const one of objectives)
    answers.set(one.id, pushed.get(one.key) ?? pushed.get(one.id) ?? noData);
  if (settings.prometheus === null || asked.length === 0) return { answers, problems };
  const { silenceMilliseconds, totalMilliseconds } = settings.patience ?? usualPatience;
  const reading = {
    server: { url: settings.prometheus, ...prometheusDefaults },
    store: settings.cache === null ? null : storeIn(settings.cache),
    signal: context.signal,
    endsAt: performance.now() + totalMilliseconds,
  };
  context.progress.start("Asking Prometheus", asked.length, "objectives");
  try {
    let down = serverFailure(await greet(reading, silenceMilliseconds, at));
    for (const [index, one] of asked.entries()) {
      const answer: SliAnswer = down ?? (await prometheusSeries(reading, one, at));
      answers.set(one.id, answer);
      // One that cannot be reached is not asked again for each of a thousand objectives.
      down ??= serverFailure(answer);
      context.progress.advance(index + 1, one.key);
    }
    if (down !== null) {
      const { code, reason, needs } = down;
      problems.push({ code, where: "reliability.prometheus", line: null, text: reason, needs });
    }
  } finally {
    context.progress.finish();
  }
  return { answers, problems };
}

/** A question that costs no server anything: who does not answer this one is not there, however long others may take. */
async function greet(
  { server, signal }: PrometheusReading,
  timeoutMilliseconds: number,
  at: number,
): Promise<RangeAnswer> {
  const asked = { query: "vector(1)", from: at, to: at, stepSeconds: 1 };
  return queryRange({ ...server, timeoutMilliseconds }, asked, signal);
}

/** What is wrong with the server itself, whatever it is asked. */
function serverFailure(answer: SliAnswer | RangeAnswer): Failure | null {
  return "code" in answer && answer.code.startsWith("server-") ? answer : null;
}

type Failure = Extract<RangeAnswer, { readonly code: string }>;

const noData: SliAnswer = {
  code: "no-data",
  reason: "no counts of its events were given",
  needs: "a Prometheus server or files under `reliability` in fulcrum.yaml",
};

/** Counts that are given for objectives which nobody declares: one problem for each file. */
function strangeKeys(
  pushed: ReadonlyMap<string, SliSeries>,
  objectives: readonly ServiceLevelObjective[],
): readonly SliProblem[] {
  const known = new Set(objectives.flatMap((one) => [one.key, one.id]));
  const strange = new Map<string, string[]>();
  for (const [key, { origin }] of pushed) {
    if (known.has(key)) continue;
    const keys = strange.get(origin.where);
    if (keys === undefined) strange.set(origin.where, [key]);
    else keys.push(key);
  }
  return [...strange].map(([where, keys]) => {
    const named = keys
      .slice(0, mostNamed)
      .map((key) => (key === "" ? "(none)" : key.slice(0, 100)));
    const rest = keys.length > mostNamed ? ` and ${String(keys.length - mostNamed)} more` : "";
    return {
      code: "unknown-objective",
      where,
      line: null,
      text: `counts of ${named.join(", ")}${rest} belong to no objective that was read`,
      needs: "Write SERVICE/NAME of the objective in `slo`, or declare it in a repository.",
    };
  });
}

const mostNamed = 20;

async function readFiles(
  { files, folder, pushed = [] }: SliSettings,
  problems: SliProblem[],
): Promise<ReadonlyMap<string, SliSeries>> {
  const found = new Map<string, SliSeries>();
  const take = (where: string, text: string, isCsv: boolean): void => {
    const reading = (isCsv ? readSliCsv : readSliOpenMetrics)(text, where);
    for (const each of reading.problems) problems.push(each);
    for (const [slo, series] of reading.series) {
      if (!found.has(slo)) found.set(slo, series);
      else
        problems.push({
          code: "given-twice",
          where,
          line: null,
          text: `${slo} is in an earlier file already`,
          needs: "Keep one of the two.",
        });
    }
  };
  for (const where of files) {
    const text = await textOf(resolve(folder, where), where, problems);
    if (text !== null) take(where, text, where.toLowerCase().endsWith(".csv"));
  }
  for (const { delivery, ending, text } of pushed)
    take(deliveryPlace(delivery), text, ending === "csv");
  return found;
}

async function textOf(path: string, where: string, problems: SliProblem[]): Promise<string | null> {
  const refuse = (text: string, needs: string): null => {
    problems.push({ code: "unreadable", where, line: null, text, needs });
    return null;
  };
  try {
    const bytes = await readPlainFile(path, largestFile);
    return bytes === null
      ? refuse("larger than 256 MB", "Split the file.")
      : decodedText(bytes).text;
  } catch (error) {
    return refuse(
      `cannot be read: ${messageOf(error)}`,
      "Check the path under `reliability` in fulcrum.yaml.",
    );
  }
}

function storeIn(cache: EvidenceStore): ChunkStore {
  return {
    read: async (key) => {
      const found = await cache.read("results", key, key);
      return found === null || !Array.isArray(found.value) ? null : found.value;
    },
    write: (key, samples) => cache.write("results", key, key, samples),
  };
}
