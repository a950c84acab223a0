/** Signals, verdict, staffing and sourcing. Closed lists of words, without imports: every layer and the screens read them from here. */

export const signalStates = ["absent", "emerging", "present", "unknown"] as const;
export type SignalState = (typeof signalStates)[number];

export const verdictAnswers = ["needed", "soon", "not-yet", "unknown"] as const;
export type VerdictAnswer = (typeof verdictAnswers)[number];

export const decayIds = [
  "ad-hoc-services",
  "fragmented-tooling",
  "cognitive-load",
  "one-more-abstraction",
  "diluted-responsibility",
] as const;
export type DecayId = (typeof decayIds)[number];

export const indicatorUnits = ["share", "ratio", "count", "per-year"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** What signals and decays are measured by: docs/insights/signals.md. */
export const indicatorIds = [
  "fragmented-jobs",
  "cross-owner-lines",
  "platform-answer-unused",
  "tooling-friction",
  "tooling-requests",
  "pipeline-waiting",
  "update-waiting",
  "documentation-score",
  "majors-a-year",
  "consumers-behind",
  "workarounds",
  "no-product-owner",
  "leads-decide",
  "leads-triage",
  "request-age-ratio",
  "promises-overdue",
  "maintenance-gaps",
  "platform-work-falling",
  "rework-growth",
  "churn-growth",
  "dependency-lag-growth",
  "hot-files-growth",
  "shared-runtimes",
  "shared-advisories",
  "failing-standards",
  "shared-objective-misses",
  "ad-hoc-services",
  "effective-solutions",
  "effective-solutions-growth",
  "cognitive-load-level",
  "cognitive-load-growth",
  "wrapper-chains",
  "thin-layers",
  "unowned-components",
  "over-owned-components",
  "no-direction",
] as const;

export const staffingStages = [
  "none",
  "early",
  "domains",
  "teams",
  "domains-and-teams",
  "unknown",
] as const;
export type StaffingStage = (typeof staffingStages)[number];

export const domainSources = ["catalogue", "configuration", "proposed"] as const;
export type DomainSource = (typeof domainSources)[number];

export const teamBases = ["effort", "components", "declared"] as const;
export type TeamBasis = (typeof teamBases)[number];

export const sourcingKinds = ["internal", "external", "interim"] as const;
export type SourcingKind = (typeof sourcingKinds)[number];

export const sourcingAnswers = ["yes", "partly", "no"] as const;
export type SourcingAnswer = (typeof sourcingAnswers)[number];

/** What is asked about the organisation to say where a platform product manager should come from. */
export const sourcingQuestionIds = [
  "internal-candidates",
  "candidates-can-move",
  "knowledge-decides",
  "platform-admitted",
  "experience-missing",
  "strategy-wanted",
  "permanent-budget",
  "boundaries-unclear",
  "model-reset",
  "restructuring",
  "temporary-gap",
  "platform-forming",
] as const;
