import type { ReportConversation, ReportSourcing } from "./schema.ts";
import { proposalId } from "#insight/lenses/proposal.ts";
import type { Conversation } from "#insight/conversations/result.ts";
import type { SourcingResult } from "#insight/sourcing/result.ts";
import type { EvidenceList } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

export function mapSourcing(
  result: SourcingResult,
  conversations: readonly Conversation[],
  evidence: EvidenceList,
): ReportSourcing {
  const { options, interviewKit, first90Days, handOver } = result;
  return {
    options: options.map((one) => ({
      ...one,
      fitRange: { ...one.fitRange },
      weights: one.weights.map((weight) => ({ ...weight })),
      lookFor: [...one.lookFor],
      brings: [...one.brings],
      benefits: [...one.benefits],
      worksBestWhen: [...one.worksBestWhen],
      risks: one.risks.map((risk) => ({ ...risk })),
    })),
    answeredCount: result.answeredCount,
    suggestedCount: result.suggestedCount,
    questionsCount: result.questionsCount,
    contradictions: [...result.contradictions],
    interviewKit: {
      ...interviewKit,
      traits: interviewKit.traits.map((trait) => ({
        ...trait,
        kinds: [...trait.kinds],
        questions: trait.questions.map((one) => ({
          question: one.question,
          listenFor: [...one.listenFor],
          scale: one.scale.map((step) => ({ ...step })),
        })),
      })),
    },
    first90Days: {
      phases: first90Days.phases.map((phase) => ({
        ...phase,
        actions: phase.actions.map(({ reference, ...action }) => ({
          ...action,
          reference: { ...reference },
        })),
      })),
    },
    handOver: {
      ...handOver,
      steps: [...handOver.steps],
      exitCriteria: handOver.exitCriteria.map((one) => ({ ...one })),
    },
    talkTo: conversations.map((one) => mapConversation(one, evidence)),
  };
}

function mapConversation(one: Conversation, evidence: EvidenceList): ReportConversation {
  return {
    teamId: one.teamId,
    kinds: [...one.kinds],
    why: one.why,
    questions: [...one.questions],
    capabilityIds: [...one.capabilityIds],
    proposalIds: one.proposals.map(proposalId),
    movedPersonHours: one.movedPersonHours,
    evidenceIds: evidence.add(one.evidence),
  };
}

/** An entry for each fit, answer and criterion that is not known. */
export function sourcingUnknowns({ options, handOver }: SourcingResult): UnknownEntry[] {
  const ask = "`fulcrum interview --topic sourcing`";
  return [
    ...options.flatMap(({ weights }, index) =>
      weights.flatMap(({ answer }, place) =>
        answer === null
          ? [
              {
                pointer: `/sourcing/options/${String(index)}/weights/${String(place)}/answer`,
                code: "not-declared",
                reason: "Nobody has answered, or answers contradict each other.",
                needs: ask,
              },
            ]
          : [],
      ),
    ),
    ...handOver.exitCriteria.flatMap(({ isMet, measuredBy }, index) =>
      isMet === null
        ? [
            {
              pointer: `/sourcing/handOver/exitCriteria/${String(index)}/isMet`,
              code: "not-seen",
              reason: "It is not seen from this report alone.",
              needs: measuredBy,
            },
          ]
        : [],
    ),
  ];
}
