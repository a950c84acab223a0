import type { Configuration } from "#contract/configuration.ts";
import { chooseConversations } from "#insight/conversations/choose-conversations.ts";
import type { Conversation } from "#insight/conversations/result.ts";
import type { Proposal } from "#insight/lenses/proposal.ts";
import { assessSourcing } from "#insight/sourcing/assess-sourcing.ts";
import type { SourcingResult } from "#insight/sourcing/result.ts";
import { ownFindings, type FindingSources } from "./own-findings.ts";
import { suggestedAnswers } from "./suggested-answers.ts";
import { sourcingAnswers } from "./sourcing-answers.ts";

export interface SourcingSources extends Omit<FindingSources, "conversations" | "goalsCount"> {
  readonly configuration: Configuration;
  /** Proposals for the platform, in their order. */
  readonly proposals: readonly Proposal[];
}

export interface Sourcing extends SourcingResult {
  readonly conversations: readonly Conversation[];
}

/** Where to look for a platform product manager, and whom to talk to first. */
export function concludeSourcing(sources: SourcingSources): Sourcing {
  const { organisation, adoption, interview, configuration, proposals } = sources;
  const conversations = chooseConversations({ organisation, adoption, proposals });
  const { answers, contradictions } = sourcingAnswers(interview);
  const goalsCount = configuration.goals.length;
  const sourced = assessSourcing(
    answers,
    ownFindings({ ...sources, conversations, goalsCount }),
    configuration.sourcing.weights,
    suggestedAnswers(sources),
  );
  return {
    ...sourced,
    contradictions: [...sourced.contradictions, ...contradictions],
    conversations,
  };
}
