import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { MaturityLevel } from "./aspects.ts";
import type { MaturityAspect } from "#vocabulary/declared.ts";

/** One thing that shows a level. `holds` null: it cannot be seen, and `needs` says what would show it. */
export interface Criterion {
  readonly aspect: MaturityAspect;
  readonly level: MaturityLevel;
  readonly text: string;
  readonly holds: boolean | null;
  readonly needs: string;
  readonly evidence: readonly EvidenceRef[];
}

/** The level of an aspect that a criterion shows. */
export type Step = Pick<Criterion, "aspect" | "level">;

/** What is asked for, and what would show it where it cannot be seen. */
export interface Asked extends Pick<Criterion, "needs"> {
  readonly asks: string;
  readonly evidence?: readonly EvidenceRef[];
}

/** A figure against the least that a level asks for (uncalibrated). Null figures cannot be seen. */
export function atLeast(
  step: Step,
  figure: { readonly value: number; readonly text: string } | null,
  least: number,
  { asks, needs, evidence = [] }: Asked,
): Criterion {
  return {
    ...step,
    text: figure === null ? asks : `${asks}: ${figure.text}`,
    holds: figure === null ? null : figure.value >= least,
    needs,
    evidence,
  };
}
