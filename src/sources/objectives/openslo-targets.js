import { sliceOf } from "./durations.js";
import { comparisonOf } from "./openslo-alerts.js";
import { indicatorOf } from "./openslo-indicator.js";
import { fractionTarget, percentTarget } from "./targets.js";
/** One entry of `objectives`; null, with the problem noted, where it cannot be judged by. */
export function targetOf(node, method) {
    const target = node.at("target");
    const percent = node.at("targetPercent");
    if (target.isPresent && percent.isPresent)
        return node.invalid("An objective has target or targetPercent, not both");
    const fraction = percent.isPresent ? percentTarget(percent) : fractionTarget(target);
    if (fraction === null)
        return null;
    const slice = method === "occurrences" ? null : sliceOf(node.at("timeSliceWindow"));
    if (method !== "occurrences" && slice === null)
        return node.invalid("This budgeting method needs timeSliceWindow");
    const sliceTarget = method === "timeslices" ? sliceTargetOf(node.at("timeSliceTarget")) : null;
    if (method === "timeslices" && sliceTarget === null)
        return null;
    const inline = node.at("indicator");
    return {
        displayName: node.at("displayName").text(),
        target: fraction,
        threshold: thresholdOf(node),
        sliceTarget,
        slice,
        indicator: inline.isMap ? indicatorOf(inline.at("spec")) : null,
        indicatorRef: node.at("indicatorRef").text(253),
        line: node.line,
    };
}
function sliceTargetOf(node) {
    const share = node.number();
    if (share !== null && share > 0 && share <= 1)
        return share;
    return node.invalid("Timeslices need timeSliceTarget, a fraction above 0 and up to 1");
}
/** `op` without a value says nothing: ratio objectives are often written so. */
function thresholdOf(node) {
    const value = node.at("value").number();
    if (value === null)
        return null;
    const op = comparisonOf(node.at("op"));
    return op === null ? null : { op, value };
}
