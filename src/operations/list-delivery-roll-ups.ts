import type { AnswerContext } from "#ports/context.ts";
import type { ReportDeliveryRollUp } from "#sections/delivery/schema.ts";
import { reasonsByIndex } from "./answering/reasons-by-index.ts";
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
  const reasons = reasonsByIndex(
    report.sections.delivery,
    /^\/deliveryRollUps\/(\d{1,9})\/[a-zA-Z]{1,60}$/,
  );
  return report.deliveryRollUps
    .map((one, index): RollUpRow => ({ ...one, unknown: [...(reasons.get(index) ?? [])] }))
    .filter((one) => one.scope === scope);
}
