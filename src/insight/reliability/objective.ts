import type {
  AlertWishes,
  Comparison,
  DeclaredAlertCondition,
  DeclaredWindow,
  Indicator,
} from "#evidence/objectives.ts";
import type { BudgetingMethod, ObjectiveFormat } from "#vocabulary/reliability.ts";

/** One target of one SLO, every reference followed. Durations in seconds, targets as fractions. */
export interface ServiceLevelObjective {
  /** `slo:REPOSITORY#SERVICE/NAME`, with `/2` for the second objective of an SLO; stable under re-reading. */
  readonly id: string;
  /** `SERVICE/NAME`, as pushed data and alert rules name it. */
  readonly key: string;
  /** Shared by the objectives of one SLO. */
  readonly sloName: string;
  readonly displayName: string | null;
  readonly description: string | null;
  readonly service: string | null;
  /** Where the Service of that name is declared; null where no document does. */
  readonly serviceDeclared: { readonly repositoryId: string | null; readonly path: string } | null;
  readonly format: ObjectiveFormat;
  readonly target: number;
  readonly window: DeclaredWindow | null;
  readonly method: BudgetingMethod;
  readonly sliceTarget: number | null;
  readonly sliceSeconds: number | null;
  readonly indicator: Indicator;
  readonly threshold: { readonly op: Comparison; readonly value: number } | null;
  readonly alerting: AlertWishes | null;
  readonly conditions: readonly AppliedCondition[];
  readonly declared: {
    readonly repositoryId: string | null;
    readonly commit: string | null;
    readonly at: number | null;
    readonly path: string;
    readonly line: number;
  };
}

/** A condition with what its policy says of it. */
export interface AppliedCondition extends DeclaredAlertCondition {
  readonly targetRefs: readonly string[];
  readonly isOnBreach: boolean;
  readonly isOnNoData: boolean;
}

/**
 * Share of events or slices that may be bad, without the dust of subtraction: 0.001 for 0.999, 0.00001 for 0.99999. Decimals are
 * counted from the point: what is left of 1 has few digits that mean something.
 */
export function errorBudget(target: number): number {
  return Number((1 - target).toFixed(15));
}
