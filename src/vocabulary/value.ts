/** What the platform is worth. Closed lists of words, without imports: every layer and the screens read them from here. */

export const outcomeMetrics = ["lead-time", "deployment-frequency", "change-fail-rate"] as const;
export type OutcomeMetric = (typeof outcomeMetrics)[number];

export const associationUnits = ["relative", "absolute"] as const;
export type AssociationUnit = (typeof associationUnits)[number];

/** Whether what was saved is more than what was put in: no word for a range that holds both. */
export const paybacks = ["pays", "does-not-pay", "not-shown"] as const;
export type Payback = (typeof paybacks)[number];

export const negativeKinds = ["imposed-migrations", "waiting", "incidents"] as const;
export type NegativeKind = (typeof negativeKinds)[number];
