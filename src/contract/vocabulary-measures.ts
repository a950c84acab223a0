/** The closed lists of delivery, reliability, documentation, ownership, risks and load: no screen takes these at run time. */

export const deploymentLevels = ["event", "gitops", "release", "merge"] as const;

export const deploymentOutcomes = ["unknown", "pending", "ok", "failed", "rollback"] as const;

export const linkGrades = ["explicit", "remediated", "time-only"] as const;

export const remedies = ["rollback", "revert", "hotfix"] as const;

export const deliveryStages = [
  "commit-to-merge",
  "open-to-merge",
  "merge-to-build",
  "build-to-deploy",
  "merge-to-deploy",
] as const;

export const rollUpScopes = ["organisation", "product", "team"] as const;

export const benchmarkMetrics = [
  "deployment-frequency",
  "lead-time",
  "change-fail-rate",
  "recovery-time",
] as const;

export const benchmarkBands = ["elite", "high", "medium", "low"] as const;

export const jobSources = ["catalogue", "configuration"] as const;

export const budgetingMethods = ["occurrences", "timeslices", "ratio-timeslices"] as const;
export type BudgetingMethod = (typeof budgetingMethods)[number];

export const objectiveFormats = ["openslo", "sloth", "pyrra"] as const;

export const alertSeverities = ["page", "ticket"] as const;

export const alertStates = ["firing", "quiet", "unknown"] as const;

export const documentationParts = [
  "purpose",
  "install",
  "usage",
  "examples",
  "reference",
  "configuration",
  "support",
  "changelog",
  "freshness",
  "links",
] as const;

export const ownershipFindings = [
  "unowned",
  "multiply-owned",
  "individual-owned",
  "abandoned",
  "ad-hoc-service",
  "maintenance-gap",
] as const;

export const sharedRiskKinds = ["runtime", "advisory", "outdated-major"] as const;

export const runtimeNames = ["ruby", "node", "python", "java", "go", "php", "dotnet"] as const;

export const maintainabilityScopes = ["organisation", "team", "component"] as const;

export const maintainabilityMeasures = [
  "throughput",
  "rework",
  "churn",
  "dependencyLag",
  "hotFiles",
] as const;

export const loadDimensions = [
  "languages",
  "runtimes",
  "frameworks",
  "tools",
  "infrastructure",
  "capabilities",
  "parallel-versions",
] as const;

export const promiseStates = ["past", "kept", "due", "unknown"] as const;

export const promisedBumps = ["minor", "patch"] as const;
