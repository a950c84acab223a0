import type { DeclaredObjective, DeclaredSlo } from "#evidence/objectives.ts";
import { conditionOf, nameOf, policyOf } from "./openslo-alerts.ts";
import { indicatorOf } from "./openslo-indicator.ts";
import { targetOf } from "./openslo-targets.ts";
import { windowOf } from "./openslo-window.ts";
import type { ObjectiveNode } from "./objective-node.ts";
import type { BudgetingMethod } from "#vocabulary/reliability.ts";

const methods: ReadonlyMap<string, BudgetingMethod> = new Map([
  ["Occurrences", "occurrences"],
  ["Timeslices", "timeslices"],
  ["RatioTimeslices", "ratio-timeslices"],
]);

/** One document of `openslo/v1`: the object, or null with the problem noted. Source: the OpenSLO v1 specification. */
export function openSloObject(node: ObjectiveNode): DeclaredObjective | null {
  const kind = node.at("kind").text(60);
  if (kind === "SLO") return sloOf(node);
  if (kind === "AlertPolicy") return policyOf(node);
  if (kind === "AlertCondition") return conditionOf(node);
  if (kind === "SLI") {
    const named = nameOf(node);
    const indicator = indicatorOf(node.at("spec"));
    return named === null || indicator === null ? null : { kind, ...named, indicator };
  }
  if (kind === "DataSource") {
    const named = nameOf(node);
    const type = node.at("spec", "type").text(100);
    return named === null ? null : { kind, ...named, type };
  }
  if (kind === "Service") {
    const named = nameOf(node);
    const description = node.at("spec", "description").text(1_050);
    return named === null ? null : { kind, ...named, description };
  }
  if (kind === "AlertNotificationTarget") {
    const named = nameOf(node);
    const target = node.at("spec", "target").text(200);
    if (named === null) return null;
    return target === null ? node.invalid("spec.target is missing") : { kind, ...named, target };
  }
  return node.invalid(kind === null ? "kind is missing" : `Kind ${kind} is not one of openslo/v1`);
}

function sloOf(node: ObjectiveNode): DeclaredSlo | null {
  const named = nameOf(node);
  if (named === null) return null;
  const spec = node.at("spec");
  const method = methodOf(spec.at("budgetingMethod"), spec);
  const inline = spec.at("indicator");
  const indicator = inline.isMap ? indicatorOf(inline.at("spec")) : null;
  const objectives = spec.at("objectives").items();
  const targets = objectives.flatMap((item) => targetOf(item, method) ?? []);
  if (targets.length === 0)
    return spec.invalid(
      objectives.length === 0
        ? `SLO ${named.name} has no objectives`
        : `SLO ${named.name} has no objective that can be used`,
    );
  const indicatorRef = spec.at("indicatorRef").whole(253);
  const isComposite = targets.every((one) => one.indicator !== null || one.indicatorRef !== null);
  if (inline.isMap && indicator === null) return null;
  if (indicator === null && indicatorRef === null && !isComposite)
    return spec.invalid(`SLO ${named.name} needs an indicator, or an indicatorRef`);
  return {
    kind: "SLO",
    ...named,
    description: spec.at("description").text(1_050),
    service: spec.at("service").whole(253),
    indicator,
    indicatorRef,
    window: windowOf(spec),
    method,
    targets,
    alertPolicies: spec
      .at("alertPolicies")
      .items()
      .flatMap((item) => {
        const ref = item.at("alertPolicyRef").whole(253) ?? (item.isMap ? null : item.whole(253));
        return ref === null ? (policyOf(item) ?? []) : { ref };
      }),
    alerting: null,
  };
}

function methodOf(node: ObjectiveNode, spec: ObjectiveNode): BudgetingMethod {
  const text = node.text(60);
  const method = methods.get(text ?? "");
  if (method !== undefined) return method;
  if (text === null) spec.invalid("budgetingMethod is missing: read as Occurrences");
  else node.invalid(`Budgeting method ${text} is unknown: read as Occurrences`);
  return "occurrences";
}
