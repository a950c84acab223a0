import type { Report } from "#sections/report.ts";
import { escapedStep } from "#kernel/reference.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";

export interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly isPlatform: boolean;
  readonly investedPersonMonths: number | null;
  readonly avoidedPersonMonths: {
    readonly low: number;
    readonly likely: number;
    readonly high: number;
  } | null;
  readonly leverage: number | null;
  readonly reusingOwners: number;
  readonly upgradesImposed: number | null;
  readonly associations: readonly string[];
  /** Why figures are missing. */
  readonly unknown: readonly string[];
}

/**
 * The ledger, what saved most first; `capability` (name or id) leaves the others out, `withAll` shows those without a figure too.
 * Throws `unknown-id`.
 */
export function listValue(
  report: Report,
  capability: string | null,
  withAll: boolean,
): { readonly rows: ValueRow[]; readonly hiddenCount: number } {
  const nameOf = new Map(report.capabilities.map((one) => [one.id, one.name]));
  const wanted = capability === null ? null : findSubject(report, capability, ["capability"]);
  const rows = report.value.capabilities
    .map((one): ValueRow => ({
      id: one.capabilityId,
      name: nameOf.get(one.capabilityId) ?? one.capabilityId,
      isPlatform: one.isPlatform,
      investedPersonMonths: one.investedPersonMonths,
      avoidedPersonMonths: one.avoidedPersonMonths,
      leverage: one.leverage?.likely ?? null,
      reusingOwners: one.reusingOwnersCount,
      upgradesImposed:
        one.negatives.find(({ kind }) => kind === "imposed-migrations")?.count ?? null,
      associations: one.association.map(associationWords),
      unknown: report.sections.value.unknown.flatMap(({ fields, reason, needs }) =>
        fields
          .filter((field) => field.startsWith(`capabilities/${escapedStep(one.capabilityId)}/`))
          .map((field) => `${figureOf(field)}: ${reason}; needs ${needs}`),
      ),
    }))
    .filter((row) => wanted === null || row.id === wanted.id)
    .sort(
      (a, b) =>
        (b.avoidedPersonMonths?.likely ?? -1) - (a.avoidedPersonMonths?.likely ?? -1) ||
        (b.investedPersonMonths ?? -1) - (a.investedPersonMonths ?? -1) ||
        (a.name < b.name ? -1 : 1),
    );
  const shown =
    wanted === null && !withAll ? rows.filter((row) => row.investedPersonMonths !== null) : rows;
  return { rows: shown, hiddenCount: rows.length - shown.length };
}

function associationWords(
  one: Report["value"]["capabilities"][number]["association"][number],
): string {
  const figure = (value: number): string =>
    `${value > 0 ? "+" : ""}${(value * 100).toFixed(0)} ${one.unit === "relative" ? "%" : "points"}`;
  return `${one.metric}: ${figure(one.effect)} (${figure(one.low)} to ${figure(one.high)}), adjusted p = ${one.adjustedPValue.toFixed(3)}`;
}

/** `avoidedPersonMonths` of `capabilities/capability:1f/avoidedPersonMonths`. */
function figureOf(field: string): string {
  return field.split("/").slice(2).join(" ");
}
