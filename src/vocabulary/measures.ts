/** What is measured of documents, owners, risks, upkeep and load. Closed lists of words, without imports: every layer and the screens read them from here. */

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
export type DocumentationPart = (typeof documentationParts)[number];

export const ownershipFindings = [
  "unowned",
  "multiply-owned",
  "individual-owned",
  "abandoned",
  "ad-hoc-service",
  "maintenance-gap",
] as const;
export type OwnershipFindingKind = (typeof ownershipFindings)[number];

export const sharedRiskKinds = ["runtime", "advisory", "outdated-major"] as const;
export type SharedRiskKind = (typeof sharedRiskKinds)[number];

export const maintainabilityScopes = ["organisation", "team", "component"] as const;
export type MaintainabilityScopeKind = (typeof maintainabilityScopes)[number];

export const maintainabilityMeasures = [
  "throughput",
  "rework",
  "churn",
  "dependencyLag",
  "hotFiles",
] as const;
export type MaintainabilityMeasure = (typeof maintainabilityMeasures)[number];

export const loadDimensions = [
  "languages",
  "runtimes",
  "frameworks",
  "tools",
  "infrastructure",
  "capabilities",
  "parallel-versions",
] as const;
export type LoadDimension = (typeof loadDimensions)[number];
