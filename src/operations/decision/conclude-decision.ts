import { alignmentOf } from "#insight/decisions/alignment.ts";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { DecisionInput } from "./decision-input.ts";
import { indicatorSources } from "../indicators/indicator-sources.ts";
import { sizeOf } from "./organisation-size.ts";
import { readIndicators } from "../indicators/read-indicators.ts";

/** What is decided on everything that was found; each field is a section of the report. */
export interface Decision {
  readonly signals: SignalsResult;
}

/** Does this organisation need a platform product manager, how many, from where? One line for each question. */
export function concludeDecision(input: DecisionInput): Decision {
  const { organisation, configuration } = input;
  const readings = readIndicators(indicatorSources(input));
  const signals = assessSignals(readings, alignmentOf(input.declared.decisions, input.goalsCount), {
    thresholds: configuration.signalThresholds,
    ...sizeOf(configuration.organisation.engineers, organisation),
  });
  return { signals };
}
