import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#contract/report.ts";
import type { Decision } from "../decision/conclude-decision.ts";
import type { EvidenceList } from "./evidence-list.ts";
import { mapSignals, signalUnknowns } from "./map-signals.ts";

type DecisionName = "signals";

export interface MappedDecision {
  readonly report: Pick<Report, DecisionName>;
  readonly counts: Readonly<Record<DecisionName, number>>;
  readonly coverage: Readonly<Record<DecisionName, number | null>>;
  readonly unknown: Readonly<Record<DecisionName, readonly UnknownEntry[]>>;
}

/** The decision in the words of the contract, with n, coverage and unknowns of each section. */
export function mapDecision({ signals }: Decision, evidence: EvidenceList): MappedDecision {
  const readings = signals.signals.flatMap((one) => one.indicators);
  const known = signals.signals.filter((one) => one.score !== null).length;
  return {
    report: { signals: mapSignals(signals, evidence) },
    counts: { signals: readings.filter((one) => one.score !== null).length },
    coverage: { signals: known / signals.signals.length },
    unknown: { signals: signalUnknowns(signals) },
  };
}
