import { FulcrumError } from "#kernel/errors.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { ReportDelivery } from "#sections/delivery/schema.ts";
import { reasonsByKey } from "./answering/reasons-by-key.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";

export interface ListDeliveriesInput {
  /** Id of the assessment. */
  readonly assessment: string;
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

/**
 * Deployments and the five metrics by component and environment, by name; `hiddenCount` are other environments. Throws
 * `unknown-id`.
 */
export async function listDeliveries(
  { assessments }: AnswerContext,
  { assessment, component, environment, withAll }: ListDeliveriesInput,
): Promise<{ readonly rows: DeliveryRow[]; readonly hiddenCount: number }> {
  const report = await readParts(assessments, assessment, ["components", "delivery"]);
  if (component !== null) refuseUnknown(report, component);
  const nameOf = new Map(report.components.map(({ id, name }) => [id, name]));
  const reasons = reasonsByKey(report.sections.delivery, "delivery");
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

/** A component that was read but never deployed is an answer; a name that nothing has is a mistake. */
function refuseUnknown(report: Parts<"components" | "delivery">, component: string): void {
  const names = [
    ...report.delivery.map((one) => one.application),
    ...report.components.flatMap((one) => [one.name, one.id]),
  ];
  const wanted = component.toLowerCase();
  if (names.some((name) => name.toLowerCase() === wanted)) return;
  const near = nearestWord(component, names);
  throw new FulcrumError(
    "unknown-id",
    `No component and no deployed application is called ${component}.`,
    near === null
      ? "Look its name up with `fulcrum delivery --all`."
      : `Did you mean ${near}? All names: fulcrum delivery --all`,
  );
}
