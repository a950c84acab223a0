/** Thresholds of docs/insights/ownership.md, all uncalibrated. Durations in seconds. */
export interface OwnershipOptions {
  readonly manyOwners: number;
  /** Without human work for this long a component is abandoned, and a service unmaintained. */
  readonly abandonedAfter: number;
  /** Capabilities with so many consumers must not be left alone. */
  readonly gapConsumers: number;
  /** Without human work for this long there is a gap in maintenance. */
  readonly gapLength: number;
  /** Gaps are looked for over this long before as-of. */
  readonly gapWindow: number;
}

const day = 86_400;

export const defaultOwnershipOptions: OwnershipOptions = {
  manyOwners: 2,
  abandonedAfter: 365 * day,
  gapConsumers: 5,
  gapLength: 180 * day,
  gapWindow: 365 * day,
};
