import type { ValueOptions } from "./options.ts";
import type { Assumption } from "./result.ts";

/** What the ledger takes for granted, with where each figure is from. */
export function assumptionsOf(
  options: ValueOptions,
  typicalShare: ReadonlyMap<string, number>,
): Assumption[] {
  const assumptions: Assumption[] = [
    {
      name: "relative cost of reuse (RCR)",
      value: options.relativeCostOfReuse,
      source: "Poulin 1997: 0.2 by default, 0.03 to 0.4 in the studies he lists",
    },
    {
      name: "relative cost of writing for reuse (RCWR)",
      value: options.relativeCostOfWritingForReuse,
      source: "Poulin 1997: 1.5 by default, 1.2 to 2.2 in the studies he lists",
    },
  ];
  if (options.upgradeHours !== null) {
    assumptions.push({
      name: "hours of a consumer for a new major version",
      value: options.upgradeHours,
      source: "fulcrum.yaml",
    });
  }
  for (const [kind, share] of typicalShare) {
    assumptions.push({
      name: `share of a capability that one team uses, where it cannot be seen: ${kind}`,
      value: { low: share, likely: share, high: share },
      source:
        "median of the capabilities of this kind whose names consumers mention, weighted by the owners who do",
    });
  }
  return assumptions;
}
