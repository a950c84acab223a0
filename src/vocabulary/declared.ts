/** What people state: surveys, interviews, outcomes, decisions, roles. Closed lists of words, without imports: every layer and the screens read them from here. */

export const surveyTopics = [
  "overall",
  "tooling",
  "documentation",
  "interfaces",
  "self-service",
  "support",
  "load",
] as const;
export type SurveyTopic = (typeof surveyTopics)[number];

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

/** How much a usability finding hinders, the worst first: Nielsen's four ratings of a problem (1994), 4 to 1. */
export const findingSeverities = ["critical", "serious", "minor", "cosmetic"] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

export const decisionStatuses = [
  "proposed",
  "accepted",
  "rejected",
  "deprecated",
  "superseded",
  "unknown",
] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

export const responsibilityRoles = ["product-pm", "platform-pm"] as const;
export type ResponsibilityRole = (typeof responsibilityRoles)[number];

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

/** What is stated in the service itself, by the kind of record. */
export const declaredKinds = ["correction", "answer", "survey", "outcome", "incident"] as const;
export type DeclaredKind = (typeof declaredKinds)[number];

/** `standing` counts; of one subject one record does. The others are kept. */
export const declaredStates = ["standing", "superseded", "undone"] as const;
export type DeclaredState = (typeof declaredStates)[number];
