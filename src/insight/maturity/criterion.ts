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

/** A figure against the least that a level asks for (uncalibrated). Null figures cannot be seen. */
export function atLeast(
  aspect: MaturityAspect,
  level: MaturityLevel,
  figure: { readonly value: number; readonly text: string } | null,
  least: number,
  asks: string,
  needs: string,
  evidence: readonly EvidenceRef[] = [],
): Criterion {
  return {
    aspect,
    level,
    text: figure === null ? asks : `${asks}: ${figure.text}`,
    holds: figure === null ? null : figure.value >= least,
    needs,
    evidence,
  };
}
