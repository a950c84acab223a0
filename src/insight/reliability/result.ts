import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { DroppedWindow } from "./alert-windows.ts";
import type { Budget } from "./budget.ts";
import type { AlertState, BurnRate } from "./burn-rate.ts";
import type { ServiceLevelObjective } from "./objective.ts";
import type { BudgetPeriod } from "./windows.ts";
import type { ReliabilityState, Weighting } from "#vocabulary/reliability.ts";

/** Why something is not known, and the one addition that would make it known. */
export interface ReliabilityUnknown {
  readonly code: string;
  readonly reason: string;
  readonly needs: string;
}

export interface BurnDownPoint {
  /** End of the stretch that the point closes. */
  readonly at: number;
  readonly budgetLeft: number;
  /** Within the stretch. */
  readonly good: number;
  readonly total: number;
  readonly evidence: readonly EvidenceRef[];
}

export interface ObjectiveStatus {
  readonly objective: ServiceLevelObjective;
  readonly state: ReliabilityState;
  /** Null exactly where the state is unjudgeable. */
  readonly budget: Budget | null;
  readonly unknown: ReliabilityUnknown | null;
  readonly period: BudgetPeriod | null;
  readonly good: number;
  readonly total: number;
  readonly weighting: Weighting;
  /** Share of the period so far that data cover. */
  readonly coverage: number;
  readonly burnRates: readonly BurnRate[];
  readonly alerts: readonly AlertState[];
  readonly droppedWindows: readonly DroppedWindow[];
  /** At the burn rate of the last six hours, else of the period; null when it is not burning or already spent. */
  readonly spentInSeconds: number | null;
  readonly burnDown: readonly BurnDownPoint[];
  readonly evidence: readonly EvidenceRef[];
}

export interface RollUp {
  readonly state: ReliabilityState;
  /** The child that decides; its budget is the roll-up's. */
  readonly worst: ObjectiveStatus;
  /** Worst first. */
  readonly children: readonly ObjectiveStatus[];
}

/** An objective with the component that it is of, where one was found. */
export interface PlacedStatus {
  readonly status: ObjectiveStatus;
  readonly componentId: string | null;
}
