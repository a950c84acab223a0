import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#sections/report.ts";
import type { Decision } from "../decision/conclude-decision.ts";
import type { EvidenceList } from "./evidence-list.ts";
import { mapSignals, signalUnknowns } from "./map-signals.ts";
import { mapSourcing, sourcingUnknowns } from "./map-sourcing.ts";
import { mapStaffing, staffingUnknowns } from "./map-staffing.ts";

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
