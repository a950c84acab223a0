import type { Indicator, MetricQuery } from "#evidence/objectives.ts";
import type { ObjectiveNode } from "./objective-node.ts";

const queryKeys = ["query", "promql", "expr"] as const;

/** The spec of an SLI: a ratio of events, a ratio stored as a metric, or a metric compared with a threshold. */
export function indicatorOf(spec: ObjectiveNode): Indicator | null {
  const ratio = spec.at("ratioMetric");
  const threshold = spec.at("thresholdMetric");
  if (ratio.isMap && threshold.isMap)
    return spec.invalid("An indicator is either ratioMetric or thresholdMetric, not both");
  if (threshold.isMap) return { shape: "threshold", metric: metricOf(threshold) };
  if (!ratio.isMap) return spec.invalid("An indicator needs ratioMetric or thresholdMetric");
  if (ratio.at("raw").isPresent) return rawOf(ratio);
  const good = ratio.at("good");
  const bad = ratio.at("bad");
  if (good.isPresent === bad.isPresent)
    return ratio.invalid("A ratio needs good or bad, and not both, beside total");
  if (!ratio.at("total").isPresent) return ratio.invalid("A ratio needs total");
  return {
    shape: "ratio",
    numerator: good.isPresent ? "good" : "bad",
    part: metricOf(good.isPresent ? good : bad),
    total: metricOf(ratio.at("total")),
    isCounter: ratio.at("counter").isTrue(),
  };
}

function rawOf(ratio: ObjectiveNode): Indicator | null {
  if (["good", "bad", "total"].some((key) => ratio.at(key).isPresent))
    return ratio.invalid("A raw ratio stands alone: without good, bad and total");
  const type = ratio.at("rawType").text(20);
  if (type !== "success" && type !== "failure")
    return ratio.invalid("A raw ratio needs rawType: success or failure");
  return { shape: "raw", measures: type, ratio: metricOf(ratio.at("raw")) };
}

function metricOf(metric: ObjectiveNode): MetricQuery {
  const source = metric.at("metricSource");
  const spec = source.at("spec");
  const queries = queryKeys.map((key) => spec.at(key).whole(4_000));
  return {
    dataSource: source.at("metricSourceRef").whole(253),
    type: source.at("type").text(100),
    query: queries.find((query) => query !== null) ?? null,
    line: (spec.isPresent ? spec : metric).line,
  };
}
