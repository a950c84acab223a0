import { dayOf, decimalOf } from "#kernel/phrases.ts";
import type { Component } from "#model/organisation.ts";
import type { OutcomeSeries } from "../outcomes/assess-outcomes.ts";
import { productStep, type ProductStep } from "./product-step.ts";

interface Missed extends OutcomeSeries {
  readonly target: number;
  /** As a part of the target. */
  readonly gap: number;
}

/**
 * Outcomes of a product that miss their target: the furthest first, each as far as it reaches. By distance alone where one of them
 * does not say how many people it concerns, for then they cannot be weighed against each other.
 */
export function missedTargets({
  component,
  outcomes,
}: {
  readonly component: Pick<Component, "id">;
  readonly outcomes: readonly OutcomeSeries[];
}): ProductStep[] {
  const missed = outcomes.flatMap((one): Missed[] => {
    const { componentId, isTargetMet, target, latest } = one;
    if (componentId !== component.id || isTargetMet !== false || target === null) return [];
    return [
      { ...one, target, gap: Math.abs(target - latest.value) / Math.max(1e-9, Math.abs(target)) },
    ];
  });
  const widest = Math.max(0, ...missed.map(({ reach }) => reach ?? 0));
  const isWeighed = widest > 0 && missed.every(({ reach }) => reach !== null);
  return missed.map((one) =>
    productStep({
      kind: "missed-target",
      title: titleOf(one),
      subjectIds: [component.id],
      strength: one.gap * (isWeighed ? (one.reach ?? 0) / widest : 1),
      reasons: [
        ...(one.reach === null ? [] : [`it concerns ${decimalOf(one.reach)} people`]),
        `${one.source}, ${dayOf(one.latest.at * 1000)}${movedWords(one)}`,
      ],
      evidence: one.evidence,
    }),
  );
}

/** Bring “repeat orders” from 44 to 50 %; a unit that the definition says already is not said again. */
function titleOf({ definition, latest, target, unit }: Missed): string {
  const isSaid = definition.toLowerCase().includes(unit.toLowerCase());
  return `Bring “${definition}” from ${decimalOf(latest.value)} to ${decimalOf(target)}${isSaid ? "" : ` ${unit}`}`;
}

function movedWords({ changeOverYear, unit }: OutcomeSeries): string {
  if (changeOverYear === null) return "";
  if (changeOverYear === 0) return ": the same as a year before";
  const by = decimalOf(Math.abs(changeOverYear));
  return `: ${by} ${unit === "%" ? "percentage points" : unit} ${changeOverYear > 0 ? "more" : "less"} than a year before`;
}
