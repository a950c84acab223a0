import type { Configuration } from "#contract/configuration.ts";
import { alignmentOf } from "#insight/decisions/alignment.ts";
import type { DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { readIndicators } from "#insight/signals/readings/read-indicators.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import type { Organisation } from "#model/organisation.ts";
import { sizeOf } from "./organisation-size.ts";

export interface SignalSources extends Omit<
  IndicatorSources,
  "facts" | "ownerCoverage" | "goalsCount"
> {
  readonly configuration: Configuration;
  readonly interview: DeclaredFacts;
  readonly decisions: DecisionsResult;
  readonly staffing: StaffingResult;
}

/** Does this organisation need a platform product manager? Each measure read as what it says of the seven signals. */
export function concludeSignals(sources: SignalSources): SignalsResult {
  const { configuration, organisation, interview, decisions, staffing } = sources;
  const goalsCount = configuration.goals.length;
  const readings = readIndicators({
    ...sources,
    facts: interview,
    ownerCoverage: ownerCoverage(organisation),
    goalsCount,
  });
  return assessSignals(readings, alignmentOf(decisions, goalsCount), {
    thresholds: configuration.signalThresholds,
    isEstablished: isEstablished(staffing),
    ...sizeOf(configuration.organisation.engineers, organisation),
  });
}

/** Share of live components whose owner is known; null: there are none. */
function ownerCoverage({ components }: Organisation): number | null {
  const live = components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  return live.length === 0 ? null : owned / live.length;
}

function isEstablished({ stage }: StaffingResult): boolean {
  return stage === "domains" || stage === "teams" || stage === "domains-and-teams";
}
