import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "../report.ts";
import type { ValueResult } from "#insight/value/result.ts";
import type { Capability } from "#model/organisation.ts";
import type { DeclaredConclusions } from "./conclude.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { experienceUnknowns, mapExperience } from "../experience/present.ts";
import { mapLensItem } from "../lenses/present.ts";
import { answeredQuestions, mapStatement } from "../interview/present.ts";
import { mapValue, valueUnknowns } from "../value/present.ts";
import { mapOutcome, outcomeUnknowns } from "../outcomes/present.ts";
import { mapRole } from "../roles/present.ts";
import { mapMaturity, maturityUnknowns } from "../maturity/present.ts";
import { mapDecisionRecord } from "../decisions/present.ts";
import { mapGoals } from "../goals/present.ts";

type DeclaredSection =
  | "experience"
  | "outcomes"
  | "interview"
  | "roles"
  | "maturity"
  | "lenses"
  | "decisions"
  | "goals"
  | "value";

export interface MappedDeclared {
  readonly report: Pick<Report, DeclaredSection>;
  readonly counts: Readonly<Record<DeclaredSection, number>>;
  readonly coverage: Readonly<Partial<Record<DeclaredSection, number | null>>>;
  readonly unknown: Readonly<Partial<Record<DeclaredSection, readonly UnknownEntry[]>>>;
}

/** Sections of what people say, and the ledger, in the words of the contract. */
export function mapDeclared(
  found: DeclaredConclusions,
  value: ValueResult,
  goals: ConfiguredDeclared["goals"],
  capabilities: readonly Capability[],
  evidence: EvidenceList,
): MappedDeclared {
  const { experience, outcomes, roles, maturity, lenses, decisions } = found;
  const interview = answeredQuestions(found.facts);
  const known = roles.filter((one) => one.state !== "unknown").length;
  const levels = maturity.filter((one) => one.level !== null).length;
  const ledger = value.capabilities.filter((one) => one.avoidedPersonMonths !== null).length;
  return {
    report: {
      experience: mapExperience(experience, evidence),
      outcomes: outcomes.series.map((one) => mapOutcome(one, evidence)),
      interview: interview.map((one) => mapStatement(one, evidence)),
      roles: roles.map((one) => mapRole(one, evidence)),
      maturity: mapMaturity(maturity, evidence),
      lenses: {
        platform: lenses.platform.map((one) => mapLensItem(one, evidence)),
        products: lenses.products.map(({ componentId, items }) => ({
          componentId,
          items: items.map((one) => mapLensItem(one, evidence)),
        })),
      },
      decisions: decisions.decisions.map((one) => mapDecisionRecord(one, evidence)),
      goals: mapGoals(goals, decisions, capabilities),
      value: mapValue(value, evidence),
    },
    counts: {
      experience: experience.surveys.reduce((sum, one) => sum + one.respondentsCount, 0),
      outcomes: outcomes.series.reduce((sum, one) => sum + one.points.length, 0),
      interview: interview.length,
      roles: roles.length,
      maturity: maturity.length,
      lenses: lenses.platform.length,
      decisions: decisions.decisions.length,
      goals: goals.length,
      value: ledger,
    },
    coverage: {
      roles: roles.length === 0 ? null : known / roles.length,
      maturity: levels / maturity.length,
      value: value.capabilities.length === 0 ? null : ledger / value.capabilities.length,
    },
    unknown: {
      interview: interview.flatMap(({ unknown }, index) =>
        unknown === null
          ? []
          : [
              {
                pointer: `/interview/${String(index)}/answer`,
                code: unknown.code,
                reason: unknown.reason,
                needs: unknown.needs,
              },
            ],
      ),
      experience: experienceUnknowns(experience),
      outcomes: outcomeUnknowns(outcomes.series),
      maturity: maturityUnknowns(maturity),
      decisions: decisions.decisions.flatMap((one, index) =>
        one.decidedAt !== null
          ? []
          : [
              {
                pointer: `/decisions/${String(index)}/decidedAt`,
                code: "undated",
                reason: "the record names no day",
                needs: "a date in its status or front matter",
              },
            ],
      ),
      value: valueUnknowns(value),
    },
  };
}
