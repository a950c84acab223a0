/** Rules of practice, not laws: docs/insights/staffing.md. All uncalibrated. */
export interface StaffingOptions {
  /** A capability is the platform's when components of so many other owners use it. */
  readonly otherOwners: number;
  /** A domain is major from so many capabilities and consuming owners on. */
  readonly majorCapabilities: number;
  readonly majorOwners: number;
  /** From so many platform-focused teams on their number counts as well: one for each `leastTeams` to `mostTeams`. */
  readonly teamsFrom: number;
  readonly leastTeams: number;
  readonly mostTeams: number;
  /** Effort of fewer people is not looked at. */
  readonly suppressBelow: number;
  /** Below this share of live components with an owner, finding no platform says nothing. */
  readonly minimumCoverage: number;
}

export const defaultStaffingOptions: StaffingOptions = {
  otherOwners: 2,
  majorCapabilities: 2,
  majorOwners: 3,
  teamsFrom: 6,
  leastTeams: 6,
  mostTeams: 10,
  suppressBelow: 5,
  minimumCoverage: 0.5,
};
