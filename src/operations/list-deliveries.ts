import type { Report } from "#sections/report.ts";
import type { ReportDelivery, ReportDeliveryRollUp } from "#sections/delivery/schema.ts";

export interface ListDeliveriesInput {
  readonly report: Report;
  /** Name or id of a component, or an application as deployed. */
  readonly component: string | null;
  readonly environment: string | null;
  /** Also environments that are not production. */
  readonly withAll: boolean;
}

export interface DeliveryRow extends ReportDelivery {
  readonly name: string;
  /** Why figures are missing, each reason once. */
  readonly unknown: readonly string[];
}

/** Deployments and the five metrics by component and environment, by name; `hiddenCount` are other environments. */
export function listDeliveries(input: ListDeliveriesInput): {
  readonly rows: DeliveryRow[];
  readonly hiddenCount: number;
} {
  const { report, component, environment, withAll } = input;
  const nameOf = new Map(report.components.map(({ id, name }) => [id, name]));
  const reasons = reasonsByKey(report, "delivery");
  const rows = report.delivery
    .map((one): DeliveryRow => ({
      ...one,
      name: nameOf.get(one.componentId ?? "") ?? one.application,
      unknown: [...(reasons.get(one.id) ?? [])],
    }))
    .filter((row) => component === null || isMeant(row, component))
    .filter((row) => environment === null || row.environment === environment)
    .sort((a, b) =>
      a.name === b.name ? (a.environment < b.environment ? -1 : 1) : a.name < b.name ? -1 : 1,
    );
  const shown = rows.filter(
    (row) =>
      withAll ||
      environment !== null ||
      row.isProduction ||
      row.level === "release" ||
      row.level === "merge",
  );
  return { rows: shown, hiddenCount: rows.length - shown.length };
}

function isMeant(row: DeliveryRow, text: string): boolean {
  const wanted = text.toLowerCase();
  return [row.name, row.application, row.componentId ?? ""].some(
    (one) => one.toLowerCase() === wanted,
  );
}

export interface RollUpRow extends ReportDeliveryRollUp {
  readonly unknown: readonly string[];
}

/** Roll-ups of one scope, in the order of their names: none is ranked. */
export function listDeliveryRollUps(
  report: Report,
  scope: ReportDeliveryRollUp["scope"],
): RollUpRow[] {
  const reasons = reasonsByKey(report, "deliveryRollUps");
  return report.deliveryRollUps
    .map((one): RollUpRow => ({ ...one, unknown: [...(reasons.get(one.id) ?? [])] }))
    .filter((one) => one.scope === scope);
}

/** Why figures of an entry are missing; quarters of a roll-up say so themselves. */
function reasonsByKey(report: Report, section: string): Map<string, Set<string>> {
  const reasons = new Map<string, Set<string>>();
  for (const one of report.sections.delivery.unknown) {
    if (one.section !== section || one.fields.every((field) => field.startsWith("quarters/")))
      continue;
    for (const key of one.keys) reasons.set(key, (reasons.get(key) ?? new Set()).add(one.reason));
  }
  return reasons;
}
