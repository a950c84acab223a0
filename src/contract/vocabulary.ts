/** The closed lists of words that every surface shares. No zod here: the web bundle imports this file as it stands. */

export const componentClasses = ["product", "platform", "supporting", "unknown"] as const;
export type ComponentClass = (typeof componentClasses)[number];

export const customerKinds = [
  "end-customer",
  "internal-developer",
  "feature-team",
  "partner",
  "external-integrator",
] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** New kinds may be added: readers of reports take one they do not know as `tooling`. */
export const capabilityKinds = [
  "library",
  "client-library",
  "ui-components",
  "api",
  "service",
  "command-line-tool",
  "image",
  "chart",
  "infrastructure-module",
  "action",
  "workflow",
  "pipeline-library",
  "plugin",
  "tool-configuration",
  "template",
  "contract",
  "files",
  "tooling",
] as const;
export type CapabilityKind = (typeof capabilityKinds)[number];

export const ownerSources = [
  "correction",
  "catalog-info",
  "codeowners",
  "catalogue",
  "labels",
  "inferred",
  "unknown",
] as const;
export type OwnerSource = (typeof ownerSources)[number];

export const keeperUnits = ["team", "repository"] as const;

/** How far the owners of components are known: of most, of some, of none. */
export const ownersKnown = ["mostly", "partly", "not"] as const;
export type OwnersKnown = (typeof ownersKnown)[number];

export const lifecycles = [
  "experimental",
  "production",
  "deprecated",
  "archived",
  "dormant",
  "unknown",
] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const consumptionVias = ["declared", "service"] as const;
export type ConsumptionVia = (typeof consumptionVias)[number];

export const scopes = ["runtime", "development", "test", "build", "reverse-test"] as const;
export type Scope = (typeof scopes)[number];

export const endReasons = [
  "substitute",
  "nothing",
  "archived",
  "provider-renamed",
  "moved",
  "taken-in",
  "retired",
  "carried",
  "returned",
] as const;
export type EndReason = (typeof endReasons)[number];

export const retirementStates = ["completed", "under-way"] as const;

export const confidences = ["observed", "high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

export const hows = ["observed", "declared", "inferred"] as const;
export type How = (typeof hows)[number];

export const waveKinds = ["synchronised", "mandated"] as const;
export type WaveKind = (typeof waveKinds)[number];

export const forecastModels = ["bass", "logistic"] as const;
export type ForecastModel = (typeof forecastModels)[number];

export const defectionKinds = ["wrapper", "vendored-copy", "clone", "substitute"] as const;
export type DefectionKind = (typeof defectionKinds)[number];

export const changeCauses = ["evidence", "definition", "correction"] as const;
export type ChangeCause = (typeof changeCauses)[number];

export const reliabilityStates = ["ok", "burning", "spent", "unjudgeable"] as const;
export type ReliabilityState = (typeof reliabilityStates)[number];

export const sectionNames = [
  "organisation",
  "repositories",
  "teams",
  "components",
  "capabilities",
  "consumptions",
  "adoption",
  "delivery",
  "reliability",
  "duplication",
  "signals",
  "staffing",
  "sourcing",
  "jobs",
  "documentation",
  "experience",
  "outcomes",
  "interview",
  "roles",
  "maturity",
  "lenses",
  "decisions",
  "goals",
  "value",
  "stability",
  "ownership",
  "sharedRisks",
  "maintainability",
  "cognitiveLoad",
  "layers",
  "problems",
  "changes",
  "blindSpots",
  "evidence",
] as const;
export type SectionName = (typeof sectionNames)[number];

export const cloneKinds = ["code", "template", "fork", "identical-file"] as const;
export type CloneKind = (typeof cloneKinds)[number];

export const outcomeMetrics = ["lead-time", "deployment-frequency", "change-fail-rate"] as const;
export type OutcomeMetric = (typeof outcomeMetrics)[number];

export const associationUnits = ["relative", "absolute"] as const;

export const negativeKinds = ["imposed-migrations", "waiting", "incidents"] as const;
export type NegativeKind = (typeof negativeKinds)[number];

export const surveyTopics = [
  "overall",
  "tooling",
  "documentation",
  "interfaces",
  "self-service",
  "support",
  "load",
] as const;

export const interviewTopics = ["ownership", "roles", "maturity", "charter", "sourcing"] as const;
export type InterviewTopic = (typeof interviewTopics)[number];

export const outcomeKinds = [
  "adoption",
  "engagement",
  "retention",
  "revenue",
  "nps",
  "conversion",
  "usability",
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const responsibilityRoles = ["product-pm", "platform-pm"] as const;

export const roleStates = ["covered", "shared", "uncovered", "unknown"] as const;
export type RoleState = (typeof roleStates)[number];

export const maturityAspects = [
  "investment",
  "adoption",
  "interfaces",
  "operations",
  "measurement",
] as const;
export type MaturityAspect = (typeof maturityAspects)[number];

export const lensKinds = [
  "one-answer",
  "promote-answer",
  "share-code",
  "keep-users",
  "finish-retirement",
  "document",
  "ease-upgrade",
  "requested",
  "missed-target",
  "adopt",
  "upgrade",
  "going-away",
] as const;
export type LensKind = (typeof lensKinds)[number];

export const decisionStatuses = [
  "proposed",
  "accepted",
  "rejected",
  "deprecated",
  "superseded",
  "unknown",
] as const;
export const signalStates = ["absent", "emerging", "present", "unknown"] as const;
export type SignalState = (typeof signalStates)[number];

export const decisionConfidences = ["low", "medium", "high"] as const;
export type DecisionConfidence = (typeof decisionConfidences)[number];

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

export const teamBases = ["effort", "components", "declared"] as const;
export type TeamBasis = (typeof teamBases)[number];

export const sourcingKinds = ["internal", "external", "interim"] as const;
export type SourcingKind = (typeof sourcingKinds)[number];

export const sourcingAnswers = ["yes", "partly", "no"] as const;
export type SourcingAnswer = (typeof sourcingAnswers)[number];

export const conversationKinds = ["leaver", "defector", "non-adopter", "heaviest-user"] as const;
export type ConversationKind = (typeof conversationKinds)[number];

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
