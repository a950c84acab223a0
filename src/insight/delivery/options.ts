const day = 86_400;

/** Thresholds of docs/insights/delivery.md. Durations in seconds. */
export interface DeliveryOptions {
  /** Length of the window that figures are for, up to as-of. */
  readonly window: number;
  /** Younger deployments can still turn out to have failed. */
  readonly pendingFor: number;
  /** Time-only links reach back this far. */
  readonly linkWithin: number;
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
}

export const deliveryDefaults: DeliveryOptions = {
  window: 365 * day,
  pendingFor: day,
  linkWithin: day,
  leadMinimum: 10,
  predictabilityMinimum: 30,
  xmrBaselineWeeks: 20,
  xmrMinimumWeeks: 12,
  rateMinimum: 10,
  bootstrapReplicates: 400,
  shifts: [7, 14, 21, 28].flatMap((days) => [days * day, -days * day]),
  mostPoints: 300,
};
