import type { Configuration } from "#contract/configuration.ts";
import { alignmentOf } from "#insight/decisions/alignment.ts";
import type { DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import { avoidableParts } from "#insight/signals/avoidable.ts";
import { usedElsewhere } from "#insight/signals/readings/used-elsewhere.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { readIndicators } from "#insight/signals/readings/read-indicators.ts";
import { throughputRises } from "#insight/signals/readings/speed-over-maintainability.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import type { ComponentEffort } from "#model/effort.ts";
import type { Organisation } from "#model/organisation.ts";
import { holderOf } from "./holder.ts";
import { pilotOf } from "./pilot.ts";
import { teamsCount } from "./teams-count.ts";

export interface SignalSources extends Omit<
  IndicatorSources,
  "facts" | "ownerCoverage" | "goalsCount" | "goals"
> {
  readonly configuration: Configuration;
  readonly interview: DeclaredFacts;
  readonly decisions: DecisionsResult;
  readonly staffing: StaffingResult;
  readonly effort: readonly ComponentEffort[];
}

/** Does this organisation need a platform product manager? Each measure read as what it says of the seven signals. */
export function concludeSignals(sources: SignalSources): SignalsResult {
  const { configuration, organisation, repositories, interview, decisions, adoption } = sources;
  const { goals } = configuration;
  const readings = readIndicators({
    ...sources,
    facts: interview,
    ownerCoverage: ownerCoverage(organisation),
    goalsCount: goals.length,
    goals,
  });
  const used = usedElsewhere(adoption, organisation);
  return assessSignals(readings, alignmentOf(decisions, goals.length), {
    thresholds: configuration.signalThresholds,
    teams: teamsCount(configuration.organisation, organisation, repositories),
    throughputRises: throughputRises(sources),
    holder: holderOf(interview),
    hasPlatform: used.size > 0,
    pilot: pilotOf(organisation, repositories, used),
    avoidableParts: avoidableParts({ ...sources, asOf: organisation.asOf }),
    rolePersonMonths: configuration.organisation.rolePersonMonths,
  });
}

/** Share of live components whose owner is known; null: there are none. */
function ownerCoverage({ components }: Organisation): number | null {
  const live = components.filter((one) => one.isLive !== false);
  const owned = live.filter((one) => one.ownerIds.length > 0).length;
  return live.length === 0 ? null : owned / live.length;
}
