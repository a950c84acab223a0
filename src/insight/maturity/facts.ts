import type { EvidenceRef } from "#evidence/evidence-ref.ts";

/** A share with what it was counted from; null: cannot be seen. */
export interface CountedShare {
  readonly part: number;
  readonly whole: number;
  readonly evidence: readonly EvidenceRef[];
}

/** What maturity looks at, gathered from the other insights. Every null is a thing that cannot be seen. */
export interface MaturityFacts {
  /** Capabilities of the platform that somebody else uses, with a human commit in the last year. */
  readonly maintainedCapabilities: CountedShare | null;
  /** Teams of which more than half of the effort goes into what others use. */
  readonly platformTeamsCount: number | null;
  readonly hasProductOwner: boolean | null;
  readonly goalsCount: number | null;
  /** Uses that the consuming team began itself, among those whose beginning is known. */
  readonly pulledUses: CountedShare | null;
  readonly usedCapabilitiesCount: number;
  readonly mandatesCount: number;
  /** Uses that a component was born with. */
  readonly bornWithUses: CountedShare | null;
  /** Capabilities in use with a documentation score of at least a half. */
  readonly documentedCapabilities: CountedShare | null;
  /** Survey: agreement that one gets what one needs without asking. */
  readonly selfService: CountedShare | null;
  readonly requestsCount: number | null;
  readonly ownedComponents: CountedShare | null;
  /** Capabilities in use with versioned releases. */
  readonly versionedCapabilities: CountedShare | null;
  /** Uses on the newest major version past its days of grace, or above. */
  readonly currentUses: CountedShare | null;
  /** Services in use with an objective. */
  readonly servicesWithObjective: CountedShare | null;
  /** Components whose deployments are seen from events or deployment state, not from a proxy. */
  readonly deploymentsSeen: CountedShare | null;
  readonly surveysCount: number;
  readonly outcomesCount: number;
}
