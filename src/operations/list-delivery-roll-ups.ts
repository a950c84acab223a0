import type { AnswerContext } from "#ports/context.ts";
import type { ReportDeliveryRollUp } from "#sections/delivery/schema.ts";
import { reasonsByKey } from "./answering/reasons-by-key.ts";
import { readParts } from "./answering/read-parts.ts";

export interface ListDeliveryRollUpsInput {
  /** Id of the assessment. */
  readonly assessment: string;
  readonly scope: ReportDeliveryRollUp["scope"];
}

export interface RollUpRow extends ReportDeliveryRollUp {
  readonly unknown: readonly string[];
}

/** Roll-ups of one scope, in the order of their names: none is ranked. */
export async function listDeliveryRollUps(
  { assessments }: AnswerContext,
  { assessment, scope }: ListDeliveryRollUpsInput,
): Promise<RollUpRow[]> {
  const report = await readParts(assessments, assessment, ["delivery"]);
  const reasons = reasonsByKey(report.sections.delivery, "deliveryRollUps");
  return report.deliveryRollUps
    .map((one): RollUpRow => ({ ...one, unknown: [...(reasons.get(one.id) ?? [])] }))
    .filter((one) => one.scope === scope);
}
