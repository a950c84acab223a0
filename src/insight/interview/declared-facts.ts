import type { InterviewAnswer } from "#evidence/declared.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { known, unknown, type Answer } from "#evidence/unknown.ts";
import { unsure } from "./question.ts";

/** One answer that holds. */
export interface DeclaredFact {
  readonly answer: string;
  readonly evidence: readonly EvidenceRef[];
}

/** What the interview says, question by question. */
export class DeclaredFacts {
  private readonly byQuestion = new Map<string, InterviewAnswer[]>();

  constructor(answers: readonly InterviewAnswer[]) {
    for (const answer of answers) {
      const list = this.byQuestion.get(answer.question);
      if (list === undefined) this.byQuestion.set(answer.question, [answer]);
      else list.push(answer);
    }
  }

  /** Newest answer of each role; those who do not know are left out. */
  answers(question: string): InterviewAnswer[] {
    const newest = new Map<string, InterviewAnswer>();
    for (const answer of this.byQuestion.get(question) ?? []) {
      const role = answer.role.toLowerCase();
      const earlier = newest.get(role);
      if (earlier === undefined || earlier.at <= answer.at) newest.set(role, answer);
    }
    return [...newest.values()].filter((one) => one.answer !== unsure.id);
  }

  /** What all roles that know agree on; unknown where nobody answered or roles contradict each other. */
  fact(question: string): Answer<DeclaredFact> {
    const answers = this.answers(question);
    const [first] = answers;
    if (first === undefined) {
      const reason = "nobody has answered this question";
      return unknown(question, "not-declared", reason, "an answer (fulcrum interview)");
    }
    const other = answers.find((one) => one.answer !== first.answer);
    if (other !== undefined) {
      const reason = `answers contradict each other: ${first.role} says "${first.answer.slice(0, 80)}", ${other.role} says "${other.answer.slice(0, 80)}"`;
      return unknown(question, "contradictory", reason, "an answer on which both agree");
    }
    return known({ answer: first.answer, evidence: answers.map(evidenceOf) });
  }
}

export function evidenceOf({ answer, role, at, where, note }: InterviewAnswer): EvidenceRef {
  return {
    source: "interview",
    repositoryId: null,
    commit: null,
    path: where.file,
    line: where.line,
    at,
    how: "declared",
    confidence: "medium",
    text: `${role}: "${answer}"${note === null ? "" : ` (${note})`}`.slice(0, 500),
  };
}
