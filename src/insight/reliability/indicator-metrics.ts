import type { Indicator, MetricQuery } from "#evidence/objectives.ts";

/** The same indicator with each of its metrics changed. */
export function withMetrics(
  indicator: Indicator,
  change: (metric: MetricQuery) => MetricQuery,
): Indicator {
  switch (indicator.shape) {
    case "ratio":
      return { ...indicator, part: change(indicator.part), total: change(indicator.total) };
    case "raw":
      return { ...indicator, ratio: change(indicator.ratio) };
    case "threshold":
    case "boolean":
      return { ...indicator, metric: change(indicator.metric) };
    case "unreadable":
    default:
      return indicator;
  }
}
