import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "../report.ts";
import type { Decision } from "./conclude.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { mapSignals, signalUnknowns } from "../signals/present.ts";
import { mapSourcing, sourcingUnknowns } from "../sourcing/present.ts";
import { mapStaffing, staffingUnknowns } from "../staffing/present.ts";

type DecisionName = "signals" | "staffing" | "sourcing";

export interface MappedDecision {
  readonly report: Pick<Report, DecisionName>;
  readonly counts: Readonly<Record<DecisionName, number>>;
  readonly coverage: Readonly<Record<DecisionName, number | null>>;
  readonly unknown: Readonly<Record<DecisionName, readonly UnknownEntry[]>>;
}

/** The decision in the words of the contract, with n, coverage and unknowns of each section. */
export function mapDecision(decision: Decision, evidence: EvidenceList): MappedDecision {
  const { signals, staffing, sourcing, conversations } = decision;
  const readings = signals.signals.flatMap((one) => one.indicators);
  const known = signals.signals.filter((one) => one.score !== null).length;
  const withheld = staffing.withheldTeamsCount;
  const teams = staffing.platformTeams.length;
  return {
    report: {
      signals: mapSignals(signals, evidence),
      staffing: mapStaffing(staffing, evidence),
      sourcing: mapSourcing(sourcing, conversations, evidence),
    },
    counts: {
      signals: readings.filter((one) => one.score !== null).length,
      staffing: teams,
      sourcing: sourcing.answeredCount,
    },
    coverage: {
      signals: known / signals.signals.length,
      staffing: teams === 0 ? null : (teams - withheld) / teams,
      sourcing: sourcing.answeredCount / sourcing.questionsCount,
    },
    unknown: {
      signals: signalUnknowns(signals),
      staffing: staffingUnknowns(staffing),
      sourcing: sourcingUnknowns(sourcing),
    },
  };
}
