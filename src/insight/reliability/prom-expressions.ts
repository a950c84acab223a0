import type { MetricQuery } from "#evidence/objectives.ts";
import { promDuration } from "./durations.ts";
import { withMetrics } from "./indicator-metrics.ts";
import type { ServiceLevelObjective } from "./objective.ts";
import type { CounterPart } from "#vocabulary/reliability.ts";

/** PromQL of an objective by window. `count` gives what happened in the window that ends now. */
export interface PromExpressions {
  /** Share that was bad, 0 to 1, as the budgeting method counts it; empty without traffic. */
  readonly errorRatio: (windowSeconds: number) => string;
  /** Numbers of events; null where the indicator only has a share. `perSecond`: multiply by the window. */
  readonly events: {
    readonly numerator: CounterPart;
    readonly part: (windowSeconds: number) => string;
    readonly total: (windowSeconds: number) => string;
    readonly isPerSecond: boolean;
  } | null;
  /** Share that was good, time by time. */
  readonly goodShare: (windowSeconds: number) => string;
}

const resolution = "1m";
const placeholder = /\{\{ {0,5}\.window {0,5}\}\}/g;
const selector =
  /^\s{0,200}(?:[a-zA-Z_:][\w:]{0,500}\s{0,200}(?:\{(?:[^"'{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\})?|\{(?:[^"'{}]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\})\s{0,200}$/;
const quotedOrComment = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|#[^\n]*/g;
const comparison = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** PromQL, or in words why there is none. Nothing of a query is parsed beyond its brackets and its outermost shape. */
export function promExpressions(declared: ServiceLevelObjective): PromExpressions | string {
  const objective = { ...declared, indicator: withMetrics(declared.indicator, withoutComments) };
  const { indicator } = objective;
  if (indicator.shape === "unreadable") return indicator.reason;
  const metrics =
    indicator.shape === "ratio"
      ? [indicator.part, indicator.total]
      : [indicator.shape === "raw" ? indicator.ratio : indicator.metric];
  for (const metric of metrics) {
    if (metric.query === null) return "its metric has no query";
    if (!isPrometheus(metric.type))
      return `its data come from ${sourceOf(metric)}, not from Prometheus`;
    if (!isBalanced(withoutStrings(metric.query)))
      return "its query has brackets or quotes that do not close: Prometheus would refuse the whole file of rules";
    if (!metric.query.match(placeholder) && /\[[^\]]{1,60}\]/.test(withoutStrings(metric.query)))
      return "its query fixes its own range: write {{.window}} in its place, or name the bare counter";
  }
  const share = goodShareOf(objective);
  const events = eventsOf(objective);
  return { errorRatio: errorRatioOf(objective, share, events), events, goodShare: share };
}

type ByWindow = (windowSeconds: number) => string;

function isPrometheus(type: string | null): boolean {
  return type !== null && /^(?:prometheus|mimir|cortex|thanos|victoriametrics)$/i.test(type);
}

function sourceOf({ type, dataSource }: MetricQuery): string {
  if (type !== null) return type;
  return dataSource === null
    ? "a source without a type"
    : `data source ${dataSource}, which no document that was read declares with its type`;
}

/** A comment would swallow what is written after the query; a sign of it within quotes is text. */
function withoutComments(metric: MetricQuery): MetricQuery {
  return { ...metric, query: metric.query?.replace(quotedOrComment, "$1") ?? null };
}

function withoutStrings(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "");
}

const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

function isBalanced(query: string): boolean {
  const open: string[] = [];
  for (const [sign] of query.matchAll(/[()[\]{}"'`]/g)) {
    const close = closing.get(sign);
    if (close !== undefined) open.push(close);
    else if (open.pop() !== sign) return false;
  }
  return open.length === 0;
}

function at(query: string, windowSeconds: number): string {
  return query.trim().replace(placeholder, promDuration(windowSeconds));
}

function eventsOf({ indicator }: ServiceLevelObjective): PromExpressions["events"] {
  if (indicator.shape !== "ratio") return null;
  const { part, total, numerator, isCounter } = indicator;
  const isPerSecond = hasPlaceholder(total) && /\bi?rate\s{0,20}\(/.test(total.query ?? "");
  return {
    numerator,
    part: (seconds) => countOf(part, isCounter, seconds),
    total: (seconds) => countOf(total, isCounter, seconds),
    isPerSecond,
  };
}

function hasPlaceholder({ query }: MetricQuery): boolean {
  return query?.match(placeholder) != null;
}

function countOf(metric: MetricQuery, isCounter: boolean, seconds: number): string {
  const query = metric.query ?? "";
  if (hasPlaceholder(metric)) return `sum(${at(query, seconds)})`;
  const counts = isCounter ? "increase" : "sum_over_time";
  const range = promDuration(seconds);
  if (selector.test(query)) return `sum(${counts}(${query.trim()}[${range}]))`;
  const summed = /^\s{0,200}sum\s{0,200}\(([^()]{1,4000})\)\s{0,200}$/.exec(query)?.[1];
  if (summed !== undefined && selector.test(summed))
    return `sum(${counts}(${summed.trim()}[${range}]))`;
  return `sum(${counts}((${query.trim()})[${range}:${resolution}]))`;
}

/** Time by time: of ratios good ÷ total, of metrics the share of moments at which the comparison held. */
function goodShareOf(objective: ServiceLevelObjective): ByWindow {
  const { indicator, threshold } = objective;
  switch (indicator.shape) {
    case "ratio":
      return (seconds) => `1 - ${badRatio(objective, seconds)}`;
    case "raw": {
      const { ratio } = indicator;
      const query = ratio.query ?? "";
      const value: ByWindow = (seconds) =>
        hasPlaceholder(ratio)
          ? `(${at(query, seconds)})`
          : `avg_over_time((${query.trim()})[${promDuration(seconds)}:${resolution}])`;
      return indicator.measures === "success" ? value : (seconds) => `(1 - ${value(seconds)})`;
    }
    case "threshold": {
      const { op, value } = threshold ?? { op: "gte", value: 1 };
      return (seconds) =>
        `avg_over_time(((${at(indicator.metric.query ?? "", seconds)}) ${comparison[op]} bool ${String(value)})[${promDuration(seconds)}:${resolution}])`;
    }
    case "boolean": {
      const query = indicator.metric.query ?? "";
      return (seconds) =>
        `avg(avg_over_time((${query.trim()})[${promDuration(seconds)}:${resolution}]))`;
    }
    case "unreadable":
    default:
      return () => "";
  }
}

/** Without a series of bad events there were none; without traffic there is no ratio. */
function badRatio({ indicator }: ServiceLevelObjective, seconds: number): string {
  if (indicator.shape !== "ratio") return "";
  const total = countOf(indicator.total, indicator.isCounter, seconds);
  const part = countOf(indicator.part, indicator.isCounter, seconds);
  const seen = `(${part} or 0 * ${total})`;
  const bad = indicator.numerator === "bad" ? seen : `(${total} - ${seen})`;
  return `(${bad} / (${total} > 0))`;
}

function errorRatioOf(
  objective: ServiceLevelObjective,
  goodShare: ByWindow,
  events: PromExpressions["events"],
): ByWindow {
  const { method, sliceTarget, sliceSeconds } = objective;
  if (method === "occurrences")
    return events === null
      ? (seconds) => `1 - (${goodShare(seconds)})`
      : (seconds) => badRatio(objective, seconds);
  const slice = sliceSeconds ?? 60;
  const judged =
    method === "timeslices"
      ? `((${goodShare(slice)}) >= bool ${String(sliceTarget ?? 1)})`
      : `(${goodShare(slice)})`;
  return (seconds) =>
    `1 - avg_over_time(${judged}[${promDuration(seconds)}:${promDuration(slice)}])`;
}
