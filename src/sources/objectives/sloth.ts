import type { AlertWishes, DeclaredSlo, DeclaredWindow, Indicator } from "#evidence/objectives.ts";
import type { ObjectiveNode } from "./objective-node.ts";
import { percentTarget } from "./targets.ts";

/** Sloth's documents name no window: its generator's default is 30 days. */
const window: DeclaredWindow = {
  duration: { count: 30, unit: "d" },
  calendar: null,
  isAssumed: true,
};

/** `version: prometheus/v1`, or the same under `spec` of a PrometheusServiceLevel (keys in camelCase there). */
export function slothObjectives(root: ObjectiveNode, isCustomResource: boolean): DeclaredSlo[] {
  const spec = isCustomResource ? root.at("spec") : root;
  const service = spec.at("service").whole(253);
  if (service === null) spec.invalid("service is missing");
  const listed = spec.at("slos").items();
  if (listed.length === 0) spec.invalid("slos is empty");
  const labels = spec.at("labels").texts();
  return listed.flatMap((node) => {
    const name = node.at("name").whole(253);
    if (name === null) return node.invalid("name is missing") ?? [];
    const target = percentTarget(node.at("objective"));
    const indicator = indicatorOf(node.at("sli"));
    if (target === null || indicator === null) return [];
    const line = node.line;
    return {
      kind: "SLO",
      format: "sloth",
      name,
      displayName: null,
      line,
      description: node.at("description").text(1_050),
      service,
      indicator,
      indicatorRef: null,
      window,
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
          line: node.at("objective").line,
        },
      ],
      alertPolicies: [],
      alerting: alertingOf(node, labels),
    } as const;
  });
}

function indicatorOf(sli: ObjectiveNode): Indicator | null {
  const either = (group: string, snake: string, camel: string): ObjectiveNode => {
    const first = sli.at(group, snake);
    return first.isPresent ? first : sli.at(group, camel);
  };
  const query = (node: ObjectiveNode) => ({
    dataSource: null,
    type: "Prometheus",
    query: node.whole(4_000),
    line: node.line,
  });
  if (sli.at("raw").isMap)
    return {
      shape: "raw",
      measures: "failure",
      ratio: query(either("raw", "error_ratio_query", "errorRatioQuery")),
    };
  if (sli.at("events").isMap)
    return {
      shape: "ratio",
      numerator: "bad",
      part: query(either("events", "error_query", "errorQuery")),
      total: query(either("events", "total_query", "totalQuery")),
      isCounter: true,
    };
  if (sli.at("plugin").isMap) {
    const reason = `the indicator is made by the plugin ${sli.at("plugin", "id").text(100) ?? "(unnamed)"}, which only Sloth can run`;
    sli.unsupported(reason);
    return { shape: "unreadable", reason };
  }
  return sli.invalid("sli needs events, raw or plugin");
}

function alertingOf(node: ObjectiveNode, labels: Readonly<Record<string, string>>): AlertWishes {
  const alerting = node.at("alerting");
  const severity = (snake: string, camel: string): Readonly<Record<string, string>> | null => {
    const alert = alerting.at(snake).isPresent ? alerting.at(snake) : alerting.at(camel);
    return alert.at("disable").isTrue() ? null : alert.at("labels").texts();
  };
  return {
    name: alerting.at("name").text(200),
    labels: { ...labels, ...node.at("labels").texts(), ...alerting.at("labels").texts() },
    annotations: alerting.at("annotations").texts(),
    page: severity("page_alert", "pageAlert"),
    ticket: severity("ticket_alert", "ticketAlert"),
  };
}
