import type { Unknown } from "#evidence/unknown.ts";
import { evidenceOf, type DeclaredFacts } from "#insight/interview/declared-facts.ts";
import type { InterviewQuestion } from "#insight/interview/question.ts";
import { interviewQuestions } from "#insight/interview/questions.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { EvidenceList } from "../evidence-list.ts";
import type { ReportStatement } from "./schema.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

interface AnsweredQuestion {
  readonly question: InterviewQuestion;
  readonly answer: string | null;
  readonly evidence: readonly EvidenceRef[];
  /** Where roles contradict each other. */
  readonly unknown: Unknown | null;
}

/** Questions that somebody answered, in the order in which they are asked. */
export function answeredQuestions(facts: DeclaredFacts): AnsweredQuestion[] {
  return interviewQuestions.flatMap((question) => {
    const answers = facts.answers(question.id);
    if (answers.length === 0) return [];
    const { value, unknown } = facts.fact(question.id);
    return [
      { question, answer: value?.answer ?? null, evidence: answers.map(evidenceOf), unknown },
    ];
  });
}

export function mapStatement(
  { question, answer, evidence: refs }: AnsweredQuestion,
  evidence: EvidenceList,
): ReportStatement {
  const words = question.choices?.find((one) => one.id === answer)?.text ?? answer;
  return {
    questionId: question.id,
    topic: question.topic,
    question: question.text,
    answer: words,
    evidenceIds: evidence.add(refs),
  };
}

/** Where roles contradict each other. */
export function interviewUnknowns(facts: DeclaredFacts): UnknownEntry[] {
  return answeredQuestions(facts).flatMap(({ unknown }, index) =>
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
  );
}
