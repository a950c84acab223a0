import type { ReportReliability, ReportReliabilityRollUp } from "./schema.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { DeclaredDuration } from "#evidence/objectives.ts";
import { slugOf } from "#kernel/ids.ts";
import { promDuration } from "#insight/reliability/durations.ts";
import type { ServiceLevelObjective } from "#insight/reliability/objective.ts";
import type { ObjectiveStatus, PlacedStatus } from "#insight/reliability/result.ts";
import { rollUp } from "#insight/reliability/roll-up.ts";
import type { Organisation } from "#model/organisation.ts";
import { isoTime, type EvidenceList } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

export function mapReliability(
  status: ObjectiveStatus,
  componentId: string | null,
  evidence: EvidenceList,
): ReportReliability {
  const { objective, period, budget } = status;
  const name = objective.displayName ?? objective.sloName;
  return {
    sloId: objective.id,
    slug: slugOf(objective.id, name),
    name,
    description: objective.description,
    service: objective.service,
    componentId,
    format: objective.format,
    objective: objective.target,
    method: objective.method,
    window:
      objective.window === null || period === null
        ? null
        : {
            duration: written(objective.window.duration),
            timeZone: objective.window.calendar?.timeZone ?? null,
            isAssumed: objective.window.isAssumed,
            from: isoTime(period.from),
            to: isoTime(period.to),
            end: isoTime(period.end),
          },
    state: status.state,
    budgetLeft: budget?.left ?? null,
    budget: budget === null ? null : { allowed: budget.allowed, spent: budget.spent },
    unit: status.weighting === "events" ? "events" : "slices",
    good: status.good,
    n: status.total,
    coverage: status.coverage,
    burnRates: status.burnRates.map((one) => ({ ...one, window: promDuration(one.windowSeconds) })),
    alerts: status.alerts.map((one) => ({
      ...windowsOf(one),
      state: one.state,
      reason: one.reason,
    })),
    droppedWindows: status.droppedWindows.map((one) => ({ ...windowsOf(one), reason: one.reason })),
    spentInSeconds: status.spentInSeconds,
    burnDown: status.burnDown.map((point) => ({
      at: isoTime(point.at),
      budgetLeft: point.budgetLeft,
      good: point.good,
      total: point.total,
      evidenceIds: evidence.add(point.evidence),
    })),
    evidenceIds: evidence.add([declaration(objective), ...status.evidence]),
  };
}

/** Roll-ups to components, what they provide and who owns them; a subject without objectives has none. */
export function rollUpObjectives(
  placed: readonly PlacedStatus[],
  { components, capabilities }: Organisation,
): ReportReliabilityRollUp[] {
  const componentBy = new Map(components.map((one) => [one.id, one]));
  const bySubject = new Map<string, ObjectiveStatus[]>();
  for (const { status, componentId } of placed) {
    if (componentId === null) continue;
    const provided = capabilities.filter((one) => one.providerComponentId === componentId);
    const owners = componentBy.get(componentId)?.ownerIds ?? [];
    for (const subject of [componentId, ...provided.map((one) => one.id), ...owners]) {
      const list = bySubject.get(subject);
      if (list === undefined) bySubject.set(subject, [status]);
      else list.push(status);
    }
  }
  return [...bySubject].flatMap(([subjectId, list]) => {
    const whole = rollUp(list);
    if (whole === null) return [];
    return {
      subjectId,
      state: whole.state,
      budgetLeft: whole.worst.budget?.left ?? null,
      worstSloId: whole.worst.objective.id,
      sloIds: whole.children.map((one) => one.objective.id),
    };
  });
}

/** An entry for each objective that cannot be judged, for each rate that is not known, and for each without a component. */
export function reliabilityUnknowns(placed: readonly PlacedStatus[]): UnknownEntry[] {
  return placed.flatMap(({ status, componentId }, index) => {
    const pointer = `/reliability/${String(index)}`;
    const { unknown, burnRates } = status;
    return [
      ...(unknown === null ? [] : [{ pointer: `${pointer}/budgetLeft`, ...unknown }]),
      ...burnRates.flatMap(({ reason }, place) =>
        reason === null
          ? []
          : [
              {
                pointer: `${pointer}/burnRates/${String(place)}/rate`,
                code: "no-rate",
                reason,
                needs: "data as fine as the window, over all of it",
              },
            ],
      ),
      ...(componentId === null
        ? [
            {
              pointer: `${pointer}/componentId`,
              code: "no-component",
              reason: "its service is the name of no component that was read",
              needs: "the name of the component as `service` in the document",
            },
          ]
        : []),
    ];
  });
}

function written({ count, unit }: DeclaredDuration): string {
  return `${String(count)}${unit}`;
}

function windowsOf(
  one: ObjectiveStatus["droppedWindows"][number] | ObjectiveStatus["alerts"][number],
) {
  return {
    severity: one.severity,
    longWindow: promDuration(one.longSeconds),
    shortWindow: promDuration(one.shortSeconds),
    factor: one.factor,
  };
}

function declaration({ declared, format, key, target }: ServiceLevelObjective): EvidenceRef {
  return {
    source: "objectives",
    repositoryId: declared.repositoryId,
    commit: declared.commit,
    path: declared.path,
    line: declared.line,
    at: declared.at,
    how: "declared",
    confidence: "observed",
    text: `${format} declares ${key} with a target of ${String(Number((target * 100).toPrecision(10)))} %`,
  };
}
