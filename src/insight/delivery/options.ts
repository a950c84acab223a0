const day = 86_400;

/** Thresholds of docs/insights/delivery.md. Durations in seconds. */
export interface DeliveryOptions {
  /** Length of the window that figures are for, up to as-of. */
  readonly window: number;
  /** Younger deployments can still turn out to have failed. */
  readonly pendingFor: number;
  /** Time-only links reach back this far. */
  readonly linkWithin: number;
  /** Reaches of time-only and remediated links by which the fail rate is told as well. */
  readonly linkReaches: readonly number[];
  /** Uncalibrated: fewer lead times say nothing about a typical one. */
  readonly leadMinimum: number;
  readonly predictabilityMinimum: number;
  /** Weeks from which natural process limits are computed, then frozen. */
  readonly xmrBaselineWeeks: number;
  readonly xmrMinimumWeeks: number;
  /** Uncalibrated: fewer deployments say nothing about a rate. */
  readonly rateMinimum: number;
  readonly bootstrapReplicates: number;
  /** Time shifts by which chance links are estimated. */
  readonly shifts: readonly number[];
  /** Deployments of one series listed with their outcome. */
  readonly mostPoints: number;
  /** The same of releases and merges. */
  readonly mostProxyPoints: number;
  /** Calendar quarters over which roll-ups are compared with themselves. */
  readonly quarters: number;
}

export const deliveryDefaults: DeliveryOptions = {
  window: 365 * day,
  pendingFor: day,
  linkWithin: day,
  linkReaches: [6, 24, 72].map((hours) => hours * 3600),
  leadMinimum: 10,
  predictabilityMinimum: 30,
  xmrBaselineWeeks: 20,
  xmrMinimumWeeks: 12,
  rateMinimum: 10,
  bootstrapReplicates: 400,
  shifts: [7, 14, 21, 28].flatMap((days) => [days * day, -days * day]),
  mostPoints: 300,
  mostProxyPoints: 100,
  quarters: 8,
};
