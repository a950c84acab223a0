import { alignmentOf } from "#insight/decisions/alignment.ts";
import { chooseConversations } from "#insight/conversations/choose-conversations.ts";
import type { Conversation } from "#insight/conversations/result.ts";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import { assessSourcing } from "#insight/sourcing/assess-sourcing.ts";
import type { SourcingResult } from "#insight/sourcing/result.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import { indicatorSources } from "./indicator-sources.ts";
import { readIndicators } from "#insight/signals/readings/read-indicators.ts";
import type { DecisionInput } from "./decision-input.ts";
import { sizeOf } from "./organisation-size.ts";
import { ownFindings } from "./own-findings.ts";
import { sourcingAnswers } from "./sourcing-answers.ts";

/** What is decided on everything that was found; each field is a section of the report. */
export interface Decision {
  readonly signals: SignalsResult;
  readonly staffing: StaffingResult;
  readonly sourcing: SourcingResult;
  readonly conversations: readonly Conversation[];
}

/** Does this organisation need a platform product manager, how many, from where, and whom to talk to first? */
export function concludeDecision(input: DecisionInput): Decision {
  const { organisation, configuration, staffing, declared } = input;
  const readings = readIndicators(indicatorSources(input));
  const signals = assessSignals(readings, alignmentOf(declared.decisions, input.goalsCount), {
    thresholds: configuration.signalThresholds,
    isEstablished: isEstablished(staffing),
    ...sizeOf(configuration.organisation.engineers, organisation),
  });
  const conversations = chooseConversations(organisation, input.adoption);
  const { answers, contradictions } = sourcingAnswers(declared.facts);
  const sourcing = assessSourcing(
    answers,
    ownFindings(input, signals, staffing, conversations),
    configuration.sourcing.weights,
  );
  return {
    signals,
    staffing,
    sourcing: { ...sourcing, contradictions: [...sourcing.contradictions, ...contradictions] },
    conversations,
  };
}

function isEstablished({ stage }: StaffingResult): boolean {
  return stage === "domains" || stage === "teams" || stage === "domains-and-teams";
}
