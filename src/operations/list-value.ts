import type { Report } from "#sections/report.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";
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
  readonly payback: Report["value"]["capabilities"][number]["payback"];
  readonly reusingOwners: number | null;
  readonly upgradesImposed: number | null;
  readonly associations: readonly string[];
  /** Why figures are missing. */
  readonly unknown: readonly string[];
}

export interface ListValueInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Name or id; null: all. */
  readonly capability: string | null;
  /** Also those without a figure. */
  readonly withAll: boolean;
}

export interface ListedValue extends Pick<
  Report["value"],
  "platform" | "assumptions" | "usedCount" | "knownCount" | "assumedCount"
> {
  readonly rows: ValueRow[];
  readonly hiddenCount: number;
}

/**
 * The ledger, what saved most first; `capability` (name or id) leaves the others out, `withAll` shows those without a figure too.
 * Throws `unknown-id`.
 */
export async function listValue(
  { assessments }: AnswerContext,
  { assessment, capability, withAll }: ListValueInput,
): Promise<ListedValue> {
  const report = await readParts(assessments, assessment, ["capabilities", "value"]);
  const { platform, assumptions, usedCount, knownCount, assumedCount } = report.value;
  const nameOf = new Map(report.capabilities.map((one) => [one.id, one.name]));
  const wanted =
    capability === null
      ? null
      : findSubject({ capabilities: report.capabilities }, capability, ["capability"]);
  const rows = report.value.capabilities
    .map((one): ValueRow => ({
      id: one.capabilityId,
      name: nameOf.get(one.capabilityId) ?? one.capabilityId,
      isPlatform: one.isPlatform,
      investedPersonMonths: one.investedPersonMonths,
      avoidedPersonMonths: one.avoidedPersonMonths,
      payback: one.payback,
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
  return {
    rows: shown,
    hiddenCount: rows.length - shown.length,
    platform,
    assumptions,
    usedCount,
    knownCount,
    assumedCount,
  };
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
