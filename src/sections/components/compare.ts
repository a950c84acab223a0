import type { Comparison } from "../changes/comparison.ts";
import type { ReportChange } from "../changes/schema.ts";
import type { ReportComponent } from "./schema.ts";

/** New components, and those of another class, owner or lifecycle than before. */
export function compareComponents(
  before: readonly ReportComponent[],
  after: readonly ReportComponent[],
  comparison: Comparison,
): ReportChange[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return after.flatMap((one) => {
    const was = known.get(one.id);
    const evidenceIds = comparison.factsOf(one.evidenceIds);
    const change = (
      field: string | null,
      subject: string,
      [old, now]: readonly [string | null, string | null],
      because: ReportChange["because"],
    ): ReportChange => ({
      reference: { section: "components", key: one.id, field },
      subject: `${one.name}: ${subject}`,
      before: old,
      after: now,
      because,
      evidenceIds,
    });
    if (was === undefined) return change(null, "new component", [null, one.class], "evidence");
    const why = (source: "classSource" | "ownerSource"): ReportChange["because"] =>
      one[source] === "correction" || was[source] === "correction"
        ? "correction"
        : comparison.computed;
    const owners = [ownersOf(was), ownersOf(one)] as const;
    return [
      ...(was.class === one.class
        ? []
        : [change("class", "class", [was.class, one.class], why("classSource"))]),
      ...(owners[0] === owners[1] ? [] : [change("ownerIds", "owner", owners, why("ownerSource"))]),
      ...(was.lifecycle === one.lifecycle
        ? []
        : [change("lifecycle", "lifecycle", [was.lifecycle, one.lifecycle], comparison.computed)]),
    ];
  });
}

function ownersOf({ ownerIds }: ReportComponent): string | null {
  return ownerIds.length === 0 ? null : ownerIds.join(", ");
}
