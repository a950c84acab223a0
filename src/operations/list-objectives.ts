import type { AnswerContext } from "#ports/context.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import type { ReportReliability } from "#sections/reliability/schema.ts";
import { placedEvidence, type PlacedEvidence } from "./answering/placed-evidence.ts";
import { reasonsByKey } from "./answering/reasons-by-key.ts";
import { readParts } from "./answering/read-parts.ts";

export interface ListObjectivesInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Name or id of a component, capability or team; null: of all. */
  readonly subject: string | null;
}

export interface ObjectiveRow extends Pick<
  ReportReliability,
  | "sloId"
  | "name"
  | "service"
  | "componentId"
  | "objective"
  | "state"
  | "budgetLeft"
  | "coverage"
  | "spentInSeconds"
> {
  readonly component: string | null;
  /** Alerts that fire now, as severity and windows: `page 1h/5m`. */
  readonly firing: readonly string[];
  /** Why figures are missing, each reason once. */
  readonly unknown: readonly string[];
  readonly evidence: readonly PlacedEvidence[];
}

/** Objectives of reliability and what is left of their budgets, the worst first. Throws `unknown-id`. */
export async function listObjectives(
  { assessments }: AnswerContext,
  { assessment, subject }: ListObjectivesInput,
): Promise<readonly ObjectiveRow[]> {
  const report = await readParts(assessments, assessment, [
    "reliability",
    "components",
    "capabilities",
    "teams",
  ]);
  const { components, capabilities, teams } = report;
  const meant =
    subject === null
      ? null
      : findSubject({ components, capabilities, teams }, subject, [
          "component",
          "capability",
          "team",
        ]);
  const ids = new Set(
    report.reliabilityRollUps.find(({ subjectId }) => subjectId === meant?.id)?.sloIds,
  );
  const wanted = report.reliability.filter(
    (one) => meant === null || ids.has(one.sloId) || one.componentId === meant.id,
  );
  const facts = await placedEvidence(
    assessments,
    assessment,
    wanted.flatMap(({ evidenceIds }) => evidenceIds),
  );
  const reasons = reasonsByKey(report.sections.reliability, "reliability");
  return wanted.map((one) => ({
    sloId: one.sloId,
    name: one.name,
    service: one.service,
    componentId: one.componentId,
    component: components.find(({ id }) => id === one.componentId)?.name ?? null,
    objective: one.objective,
    state: one.state,
    budgetLeft: one.budgetLeft,
    coverage: one.coverage,
    spentInSeconds: one.spentInSeconds,
    firing: one.alerts
      .filter(({ state }) => state === "firing")
      .map(({ severity, longWindow, shortWindow }) => `${severity} ${longWindow}/${shortWindow}`),
    unknown: [...(reasons.get(one.sloId) ?? [])],
    evidence: one.evidenceIds.flatMap((id) => facts.get(id) ?? []),
  }));
}
