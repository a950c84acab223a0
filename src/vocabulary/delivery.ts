/** Deployments, their outcomes and what is counted from them. Closed lists of words, without imports: every layer and the screens read them from here. */

export const deploymentLevels = ["event", "gitops", "release", "merge"] as const;
export type DeploymentLevel = (typeof deploymentLevels)[number];

export const deploymentOutcomes = ["unknown", "pending", "ok", "failed", "rollback"] as const;
export type DeploymentOutcome = (typeof deploymentOutcomes)[number];

export const linkGrades = ["explicit", "remediated", "time-only"] as const;
export type LinkGrade = (typeof linkGrades)[number];

export const remedies = ["rollback", "revert", "hotfix"] as const;
export type Remedy = (typeof remedies)[number];

export const deliveryStages = [
  "commit-to-merge",
  "open-to-merge",
  "merge-to-build",
  "build-to-deploy",
  "merge-to-deploy",
] as const;
export type DeliveryStage = (typeof deliveryStages)[number];

export const rollUpScopes = ["organisation", "product", "team"] as const;
export type RollUpKind = (typeof rollUpScopes)[number];

export const benchmarkMetrics = [
  "deployment-frequency",
  "lead-time",
  "change-fail-rate",
  "recovery-time",
] as const;
export type BenchmarkMetric = (typeof benchmarkMetrics)[number];

export const benchmarkBands = ["elite", "high", "medium", "low"] as const;
export type Band = (typeof benchmarkBands)[number];
