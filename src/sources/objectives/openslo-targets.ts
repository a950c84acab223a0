import type { DeclaredTarget } from "#evidence/objectives.ts";
import { sliceOf } from "./durations.ts";
import { comparisonOf } from "./openslo-alerts.ts";
import { indicatorOf } from "./openslo-indicator.ts";
import type { ObjectiveNode } from "./objective-node.ts";
import { fractionTarget, percentTarget } from "./targets.ts";
import type { BudgetingMethod } from "#vocabulary/reliability.ts";

/** One entry of `objectives`; null, with the problem noted, where it cannot be judged by. */
export function targetOf(node: ObjectiveNode, method: BudgetingMethod): DeclaredTarget | null {
  const target = node.at("target");
  const percent = node.at("targetPercent");
  if (target.isPresent && percent.isPresent)
    return node.invalid("An objective has target or targetPercent, not both");
  const fraction = percent.isPresent ? percentTarget(percent) : fractionTarget(target);
  if (fraction === null) return null;
  const slice = method === "occurrences" ? null : sliceOf(node.at("timeSliceWindow"));
  if (method !== "occurrences" && slice === null)
    return node.invalid("This budgeting method needs timeSliceWindow");
  const sliceTarget = method === "timeslices" ? sliceTargetOf(node.at("timeSliceTarget")) : null;
  if (method === "timeslices" && sliceTarget === null) return null;
  const inline = node.at("indicator");
  return {
    displayName: node.at("displayName").text(),
    target: fraction,
    threshold: thresholdOf(node),
    sliceTarget,
    slice,
    indicator: inline.isMap ? indicatorOf(inline.at("spec")) : null,
    indicatorRef: node.at("indicatorRef").whole(253),
    line: node.line,
  };
}

function sliceTargetOf(node: ObjectiveNode): number | null {
  const share = node.number();
  if (share !== null && share > 0 && share <= 1) return share;
  return node.invalid("Timeslices need timeSliceTarget, a fraction above 0 and up to 1");
}

/** `op` without a value says nothing: ratio objectives are often written so. */
function thresholdOf(node: ObjectiveNode): DeclaredTarget["threshold"] {
  const value = node.at("value").number();
  if (value === null) return null;
  const op = comparisonOf(node.at("op"));
  return op === null ? null : { op, value };
}
