import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DomainKind, DomainSource, StaffingStage, TeamBasis } from "#vocabulary/decision.ts";
import type { Level } from "#vocabulary/evidence.ts";

export interface PlatformDomain {
  readonly name: string;
  readonly kind: DomainKind;
  readonly source: DomainSource;
  readonly isMajor: boolean;
  readonly capabilityIds: readonly string[];
  readonly componentIds: readonly string[];
  readonly consumingOwnerIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

export interface PlatformTeam {
  readonly teamId: string;
  readonly basis: TeamBasis;
  /** More than half of it goes into what other owners use; null: nothing says. */
  readonly isCounted: boolean | null;
  readonly componentIds: readonly string[];
}

export interface StaffingRange {
  readonly low: number | null;
  readonly high: number | null;
  readonly recommended: number | null;
}

export interface Assignment {
  readonly title: string;
  readonly domains: readonly string[];
  readonly capabilityIds: readonly string[];
  readonly consumingOwnersCount: number;
  readonly share: number;
}

export interface StaffingResult extends StaffingRange {
  readonly stage: StaffingStage;
  readonly confidence: Level;
  readonly domains: readonly PlatformDomain[];
  readonly domainsSource: DomainSource | null;
  readonly modularity: number | null;
  readonly platformTeams: readonly PlatformTeam[];
  /** At least so many; null: none was seen where most components have no known owner, or it cannot be seen who builds on what. */
  readonly platformTeamsLow: number | null;
  /** Null: teams may be among the owners that are not known. */
  readonly platformTeamsHigh: number | null;
  readonly withheldTeamsCount: number;
  readonly reasons: readonly string[];
  readonly assignments: readonly Assignment[];
  readonly sensitivity: readonly ({ readonly change: string } & StaffingRange)[];
  readonly contradictions: readonly string[];
  readonly unknown: readonly Unknown[];
}
