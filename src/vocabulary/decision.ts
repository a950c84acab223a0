/** Signals, verdict, staffing and sourcing. Closed lists of words, without imports: every layer and the screens read them from here. */

/** By the chance that it holds; the last one: nothing says much, either way. */
export const signalStates = ["present", "likely", "possible", "unlikely", "not-looked-at"] as const;
export type SignalState = (typeof signalStates)[number];

/** What evidence can lean to. */
export const leanings = ["needed", "soon", "not-yet"] as const;
export type Leaning = (typeof leanings)[number];

export const verdictAnswers = [
  "needed",
  "soon",
  "not-yet",
  "filled",
  "undecided",
  "not-looked-at",
] as const;
export type VerdictAnswer = (typeof verdictAnswers)[number];

export const decayIds = [
  "ad-hoc-services",
  "fragmented-tooling",
  "cognitive-load",
  "one-more-abstraction",
  "diluted-responsibility",
] as const;
export type DecayId = (typeof decayIds)[number];

/** What a signal or decay is one of, or all of: docs/insights/signals.md. */
export const facetIds = [
  "ways",
  "copies",
  "dependencies",
  "pipelines",
  "friction",
  "hard",
  "undocumented",
  "unstable",
  "none-named",
  "leads-decide",
  "neglect",
  "promises",
  "backlog",
  "rework",
  "churn",
  "dependency-lag",
  "hot-files",
  "runtimes",
  "patches",
  "compliance",
  "performance",
  "abandoned-services",
  "solutions",
  "copied-capabilities",
  "load",
  "layers",
  "unclear-owners",
  "direction",
] as const;
export type FacetId = (typeof facetIds)[number];

export const indicatorUnits = ["share", "ratio", "count", "days", "per-year"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** What signals and decays are measured by: docs/insights/signals.md. */
export const indicatorIds = [
  "fragmented-jobs",
  "cross-owner-lines",
  "platform-answer-unused",
  "tooling-friction",
  "tooling-requests",
  "dependency-updates",
  "days-to-lock",
  "pipeline-changes",
  "pipeline-repairs",
  "pipeline-waiting",
  "update-waiting",
  "documentation-score",
  "majors-a-year",
  "consumers-behind",
  "workarounds",
  "majors-taken",
  "majors-needing-code",
  "breaking-without-notice",
  "no-product-owner",
  "leads-decide",
  "leads-triage",
  "work-by-others",
  "request-age-ratio",
  "promises-overdue",
  "maintenance-gaps",
  "platform-work-falling",
  "consumers-per-contributor",
  "retired-still-used",
  "rework-growth",
  "churn-growth",
  "dependency-lag-growth",
  "hot-files-growth",
  "shared-runtimes",
  "shared-advisories",
  "patch-days",
  "failing-standards",
  "licences",
  "shared-objective-misses",
  "ad-hoc-services",
  "effective-solutions",
  "effective-solutions-growth",
  "copied-capabilities",
  "cognitive-load-level",
  "cognitive-load-growth",
  "wrapper-chains",
  "thin-layers",
  "layered-lead-time",
  "unowned-components",
  "over-owned-components",
  "no-direction",
  "goals-unmoved",
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

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

/** What a domain of the platform is about, told from what it holds. */
export const domainKinds = [
  "developer",
  "data",
  "payments",
  "identity",
  "messaging",
  "design",
  "infrastructure",
  "content",
  "mixed",
] as const;
export type DomainKind = (typeof domainKinds)[number];

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
