import type { InterviewAnswer, RefusedRecord } from "#evidence/declared.ts";
import { withoutPersons, withoutPersonsOrNull } from "#evidence/without-persons.ts";
import { instantOf } from "../declared-values.ts";
import { isRecord, textOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";

export interface AnswersRead {
  readonly answers: readonly InterviewAnswer[];
  readonly refused: readonly RefusedRecord[];
}

/** What a question accepts. */
export interface AcceptedAnswers {
  readonly id: string;
  /** Null: free text. */
  readonly choices: readonly string[] | null;
}

const needs = "An answer has question, answer, role and at; `fulcrum interview` writes them so.";

/**
 * The form of the interview: `answers`, a list of question, answer, role, at and note. Answers left blank are not yet given;
 * unknown questions, and answers that are none of the choices, are refused with their line.
 */
export function readAnswers(
  path: string,
  text: string,
  questions: readonly AcceptedAnswers[],
): AnswersRead {
  const { documents, problems } = readYamlDocuments(text);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs,
  }));
  const byId = new Map(questions.map((one) => [one.id, one]));
  const answers: InterviewAnswer[] = [];
  for (const document of documents) {
    const listed = isRecord(document.value) ? document.value["answers"] : undefined;
    if (!Array.isArray(listed)) {
      const where = { file: path, line: document.line };
      refused.push({ where, text: "there is no list of answers", needs });
      continue;
    }
    for (const [index, item] of listed.slice(0, 2_000).entries()) {
      const where = { file: path, line: document.lineOf(["answers", index]) };
      const answer = answerOf(item, byId, where);
      if (typeof answer === "string") refused.push({ where, text: answer, needs });
      else if (answer !== null) answers.push(answer);
    }
  }
  return { answers, refused };
}

function answerOf(
  item: unknown,
  questions: ReadonlyMap<string, AcceptedAnswers>,
  where: InterviewAnswer["where"],
): InterviewAnswer | string | null {
  if (!isRecord(item)) return "it is not an answer";
  const id = textOf(item["question"]);
  const question = questions.get(id ?? "");
  if (question === undefined) return `there is no question "${id ?? ""}"`;
  const given = item["answer"];
  // YAML reads yes and no as they stand or as booleans, as its version has it.
  const answer = given === true ? "yes" : given === false ? "no" : textOf(given, 2_000);
  if (answer === null) return null;
  if (question.choices !== null && !question.choices.includes(answer))
    return `"${answer.slice(0, 80)}" is none of ${question.choices.join(", ")}`;
  const role = textOf(item["role"]);
  const at = instantOf(item["at"]);
  if (role === null) return "the role of who answered is missing";
  if (at === null || at === undefined) return "the day of the answer is missing";
  return {
    question: question.id,
    answer: withoutPersons(answer),
    role: withoutPersons(role),
    at,
    note: withoutPersonsOrNull(textOf(item["note"], 500)),
    where,
  };
}
