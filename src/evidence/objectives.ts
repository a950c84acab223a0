import type { BudgetingMethod, CounterPart, ObjectiveFormat } from "#vocabulary/reliability.ts";

export type Comparison = "lt" | "lte" | "gt" | "gte";

/** OpenSLO's shorthand: m is minutes, M months; s only where Prometheus' own durations are read. */
export interface DeclaredDuration {
  readonly count: number;
  readonly unit: "s" | "m" | "h" | "d" | "w" | "M" | "Q" | "Y";
}

export interface DeclaredWindow {
  readonly duration: DeclaredDuration;
  /** null: rolling. `start` is local wall-clock time, `2026-01-01T00:00:00`. */
  readonly calendar: { readonly start: string; readonly timeZone: string } | null;
  /** The format has no window of its own: its tool's default stands here. */
  readonly isAssumed: boolean;
}

export interface MetricQuery {
  /** Name of a DataSource. */
  readonly dataSource: string | null;
  /** `Prometheus`, `Datadog` … as written; null: the data source's. */
  readonly type: string | null;
  readonly query: string | null;
  readonly line: number;
}

export type Indicator =
  | {
      readonly shape: "ratio";
      readonly numerator: CounterPart;
      readonly part: MetricQuery;
      readonly total: MetricQuery;
      /** Grows for ever, so that its increase counts; false: each value stands for itself. */
      readonly isCounter: boolean;
    }
  | {
      readonly shape: "raw";
      readonly measures: "success" | "failure";
      readonly ratio: MetricQuery;
    }
  /** Compared with the objective's value: good while the comparison holds. */
  | { readonly shape: "threshold"; readonly metric: MetricQuery }
  /** 1 is good, 0 is bad. */
  | { readonly shape: "boolean"; readonly metric: MetricQuery }
  | { readonly shape: "unreadable"; readonly reason: string };

export interface DeclaredTarget {
  readonly displayName: string | null;
  readonly target: number;
  readonly threshold: { readonly op: Comparison; readonly value: number } | null;
  readonly sliceTarget: number | null;
  readonly slice: DeclaredDuration | null;
  /** Composite objectives carry their own. */
  readonly indicator: Indicator | null;
  readonly indicatorRef: string | null;
  readonly line: number;
}

interface Named {
  readonly format: ObjectiveFormat;
  readonly name: string;
  readonly displayName: string | null;
  readonly line: number;
}

export interface DeclaredAlertCondition extends Named {
  readonly kind: "AlertCondition";
  readonly severity: string;
  readonly op: Comparison;
  /** Burn rate, a multiple of what would just spend the budget. */
  readonly threshold: number;
  readonly lookback: DeclaredDuration;
  readonly alertAfter: DeclaredDuration;
}

export interface DeclaredAlertPolicy extends Named {
  readonly kind: "AlertPolicy";
  readonly conditions: readonly (DeclaredAlertCondition | { readonly ref: string })[];
  /** Names of notification targets. */
  readonly targetRefs: readonly string[];
  /** Unless it says otherwise, a policy alerts when its condition holds, and not when there are no data. */
  readonly isOnBreach: boolean;
  readonly isOnNoData: boolean;
}

export interface AlertWishes {
  readonly name: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Labels by severity; null: switched off. */
  readonly page: Readonly<Record<string, string>> | null;
  readonly ticket: Readonly<Record<string, string>> | null;
}

export interface DeclaredSlo extends Named {
  readonly kind: "SLO";
  readonly description: string | null;
  readonly service: string | null;
  readonly indicator: Indicator | null;
  readonly indicatorRef: string | null;
  /** null: none declared, so that no budget can be computed. */
  readonly window: DeclaredWindow | null;
  readonly method: BudgetingMethod;
  readonly targets: readonly DeclaredTarget[];
  readonly alertPolicies: readonly (DeclaredAlertPolicy | { readonly ref: string })[];
  readonly alerting: AlertWishes | null;
}

export type DeclaredObjective =
  | DeclaredSlo
  | DeclaredAlertPolicy
  | DeclaredAlertCondition
  | (Named & { readonly kind: "SLI"; readonly indicator: Indicator })
  | (Named & { readonly kind: "DataSource"; readonly type: string | null })
  | (Named & { readonly kind: "Service"; readonly description: string | null })
  | (Named & { readonly kind: "AlertNotificationTarget"; readonly target: string });
