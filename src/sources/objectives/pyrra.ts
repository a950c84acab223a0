import type { DeclaredSlo, Indicator } from "#evidence/objectives.ts";
import { prometheusDurationOf, prometheusSecondsOf } from "./durations.ts";
import type { ObjectiveNode } from "./objective-node.ts";
import { percentTarget } from "./targets.ts";

/** `pyrra.dev/v1alpha1`, kind ServiceLevelObjective: selectors of counters, a target in percent, a rolling window. */
export function pyrraObjective(node: ObjectiveNode): DeclaredSlo | null {
  const name = node.at("metadata", "name").whole(253);
  if (name === null) return node.invalid("metadata.name is missing");
  const spec = node.at("spec");
  const target = percentTarget(spec.at("target"));
  const duration = prometheusDurationOf(spec.at("window"));
  const indicator = indicatorOf(spec.at("indicator"));
  if (target === null || indicator === null) return null;
  const alerting = spec.at("alerting");
  const isSilent = alerting.at("disabled").isTrue() || alerting.at("burnrates").value === false;
  const labels = node.at("metadata", "labels").texts();
  return {
    kind: "SLO",
    format: "pyrra",
    name,
    displayName: null,
    line: node.line,
    description: spec.at("description").text(1_050),
    service: labels["pyrra.dev/service"] ?? labels["app.kubernetes.io/name"] ?? null,
    indicator,
    indicatorRef: null,
    window: duration === null ? null : { duration, calendar: null, isAssumed: false },
    method: "occurrences",
    targets: [
      {
        displayName: null,
        target,
        threshold: null,
        sliceTarget: null,
        slice: null,
        indicator: null,
        indicatorRef: null,
        line: spec.at("target").line,
      },
    ],
    alertPolicies: [],
    alerting: {
      name: alerting.at("name").text(200),
      labels: {},
      annotations: {},
      page: isSilent ? null : {},
      ticket: isSilent ? null : {},
    },
  };
}

function indicatorOf(node: ObjectiveNode): Indicator | null {
  const selector = (metric: ObjectiveNode) => ({
    dataSource: null,
    type: "Prometheus",
    query: metric.whole(4_000),
    line: metric.line,
  });
  for (const shape of ["ratio", "latency", "latencyNative", "bool_gauge"])
    if (node.at(shape, "grouping").items().length > 0)
      node.at(shape).unsupported("grouping is not read: all groups are judged together");
  if (node.at("ratio").isMap || node.at("latency").isMap) {
    const isRatio = node.at("ratio").isMap;
    return {
      shape: "ratio",
      numerator: isRatio ? "bad" : "good",
      part: selector(
        isRatio ? node.at("ratio", "errors", "metric") : node.at("latency", "success", "metric"),
      ),
      total: selector(node.at(isRatio ? "ratio" : "latency", "total", "metric")),
      isCounter: true,
    };
  }
  if (node.at("bool_gauge").isMap)
    return { shape: "boolean", metric: selector(node.at("bool_gauge", "metric")) };
  if (node.at("latencyNative").isMap) return nativeLatencyOf(node.at("latencyNative"));
  return node.invalid("indicator needs ratio, latency, latencyNative or bool_gauge");
}

/** A native histogram: the share of it up to the latency, times its count, are the good events. */
function nativeLatencyOf(node: ObjectiveNode): Indicator | null {
  const metric = node.at("total", "metric");
  const seconds = prometheusSecondsOf(node.at("latency"));
  if (seconds === null) return null;
  const histogram = `sum(increase(${metric.whole(4_000) ?? ""}[{{.window}}]))`;
  const query = (text: string) => ({
    dataSource: null,
    type: "Prometheus",
    query: metric.isPresent ? text : null,
    line: metric.line,
  });
  return {
    shape: "ratio",
    numerator: "good",
    part: query(
      `histogram_fraction(0, ${String(seconds)}, ${histogram}) * histogram_count(${histogram})`,
    ),
    total: query(`histogram_count(${histogram})`),
    isCounter: true,
  };
}
