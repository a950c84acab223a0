/** Objectives, budgets and alerts. Closed lists of words, without imports: every layer and the screens read them from here. */

export const reliabilityStates = ["ok", "burning", "spent", "unjudgeable"] as const;
export type ReliabilityState = (typeof reliabilityStates)[number];

export const budgetingMethods = ["occurrences", "timeslices", "ratio-timeslices"] as const;
export type BudgetingMethod = (typeof budgetingMethods)[number];

export const objectiveFormats = ["openslo", "sloth", "pyrra"] as const;
export type ObjectiveFormat = (typeof objectiveFormats)[number];

export const alertSeverities = ["page", "ticket"] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

export const alertStates = ["firing", "quiet", "unknown"] as const;
export type AlertStatus = (typeof alertStates)[number];

/** Which events the numerator of a ratio counts. */
export const counterParts = ["good", "bad"] as const;
export type CounterPart = (typeof counterParts)[number];

/** What a budget is spent by. */
export const weightings = ["events", "time"] as const;
export type Weighting = (typeof weightings)[number];
