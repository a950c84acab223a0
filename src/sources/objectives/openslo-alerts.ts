import type {
  Comparison,
  DeclaredAlertCondition,
  DeclaredAlertPolicy,
} from "#evidence/objectives.ts";
import { durationOf } from "./durations.ts";
import type { ObjectiveNode } from "./objective-node.ts";

const comparisons: ReadonlyMap<string, Comparison> = new Map(
  (["lt", "lte", "gt", "gte"] as const).map((one) => [one, one]),
);

export function comparisonOf(node: ObjectiveNode): Comparison | null {
  const comparison = comparisons.get(node.text(10) ?? "");
  if (comparison !== undefined) return comparison;
  return node.invalid("op must be one of lt, lte, gt, gte");
}

/** Name and display name of an object; null where it has none. */
export function nameOf(
  node: ObjectiveNode,
): { format: "openslo"; name: string; displayName: string | null; line: number } | null {
  const name = node.at("metadata", "name").whole(253);
  if (name === null) return node.invalid("metadata.name is missing");
  const displayName = node.at("metadata", "displayName").text();
  return { format: "openslo", name, displayName, line: node.line };
}

export function conditionOf(node: ObjectiveNode): DeclaredAlertCondition | null {
  const named = nameOf(node);
  const spec = node.at("spec");
  const condition = spec.at("condition");
  if (named === null) return null;
  if (!condition.isMap) return spec.invalid("An alert condition needs spec.condition");
  const kind = condition.at("kind").text(40) ?? "burnrate";
  if (kind.toLowerCase() !== "burnrate")
    return condition.unsupported(`Conditions of kind ${kind} are not OpenSLO's`);
  const severity = spec.at("severity").text(100);
  if (severity === null) return spec.invalid("An alert condition needs a severity");
  const threshold = condition.at("threshold").number();
  if (threshold === null || threshold < 0)
    return condition.invalid("threshold must be a burn rate of 0 or more");
  const op = comparisonOf(condition.at("op"));
  const lookback = durationOf(condition.at("lookbackWindow"));
  const after = condition.at("alertAfter");
  const alertAfter =
    after.isPresent && after.text(10) !== "0m"
      ? durationOf(after)
      : ({ count: 0, unit: "m" } as const);
  if (op === null || lookback === null || alertAfter === null) return null;
  return { kind: "AlertCondition", ...named, severity, op, threshold, lookback, alertAfter };
}

export function policyOf(node: ObjectiveNode): DeclaredAlertPolicy | null {
  const named = nameOf(node);
  if (named === null) return null;
  const spec = node.at("spec");
  const listed = spec.at("conditions").items();
  if (listed.length > 1)
    spec.at("conditions").invalid("An alert policy has one condition; the others are left out");
  const conditions = listed.slice(0, 1).flatMap((item): DeclaredAlertPolicy["conditions"] => {
    const ref = item.at("conditionRef").whole(253);
    if (ref !== null) return [{ ref }];
    const condition = conditionOf(item);
    return condition === null ? [] : [condition];
  });
  if (listed.length === 0) spec.invalid("An alert policy needs a condition");
  const targetRefs = spec
    .at("notificationTargets")
    .items()
    .flatMap(
      (item) => item.at("targetRef").whole(253) ?? item.at("metadata", "name").whole(253) ?? [],
    );
  const isOnBreach = spec.at("alertWhenBreaching").value !== false;
  const isOnNoData = spec.at("alertWhenNoData").isTrue();
  return { kind: "AlertPolicy", ...named, conditions, targetRefs, isOnBreach, isOnNoData };
}
