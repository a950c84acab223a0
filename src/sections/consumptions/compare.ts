import type { Comparison } from "../changes/comparison.ts";
import type { ReportChange } from "../changes/schema.ts";
import type { ReportConsumption } from "./schema.ts";

/** Uses that began, ended, or are told otherwise by what was read since. */
export function compareConsumptions(
  before: readonly ReportConsumption[],
  after: readonly ReportConsumption[],
  comparison: Comparison,
): ReportChange[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const change = (
    one: ReportConsumption,
    {
      key = one.id,
      field = null,
    }: { readonly key?: string | null; readonly field?: string | null },
    [was, now]: readonly [string | null, string | null],
  ): ReportChange => ({
    reference: { section: "consumptions", key, field },
    subject: `${comparison.nameOf(one.consumerComponentId)} uses ${comparison.nameOf(one.capabilityId)}`,
    before: was,
    after: now,
    because: comparison.isCorrected(one) ? "correction" : comparison.computed,
    evidenceIds: comparison.factsOf(one.evidenceIds),
  });
  return [
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((one) => change(one, { key: null }, [since(one), null])),
    ...after.flatMap((one) => {
      const was = known.get(one.id);
      if (was === undefined) return change(one, {}, [null, since(one)]);
      if (was.to !== null || one.to === null) return [];
      return change(one, { field: "to" }, ["in use", `until ${one.to.slice(0, 10)}`]);
    }),
  ];
}

function since({ from }: ReportConsumption): string {
  return `since ${from.slice(0, 10)}`;
}
