import { stringify } from "yaml";
import { readYamlDocuments } from "#sources/yaml-documents.ts";
import type { InterviewAnswer } from "#evidence/declared.ts";
import type { InterviewQuestion } from "#insight/interview/question.ts";
import { interviewQuestions } from "#insight/interview/questions.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import { readAnswers } from "#sources/interview/read-answers.ts";
import { editableYaml } from "#sources/yaml-library.ts";
import { acceptedAnswers } from "./gathering/read-declared.ts";
import { textToEdit } from "./configuration/text-to-edit.ts";
import type { InterviewTopic } from "#vocabulary/declared.ts";

export interface InterviewInput {
  readonly path: string;
  /** Role of who answers: `engineering lead`. Never a name. */
  readonly role: string;
  /** Null: every topic. */
  readonly topic: InterviewTopic | null;
  /** Ask what this role has answered already, too. */
  readonly again: boolean;
}

export interface Interview {
  /** Left to ask, in order. */
  readonly questions: readonly InterviewQuestion[];
  readonly answeredCount: number;
  /** Keeps the answer at once, in the file as it is then: whoever stops goes on from there. */
  readonly record: (question: InterviewQuestion, answer: string) => Promise<void>;
}

/** Begins or resumes an interview. Throws `configuration-invalid` where the file is not one, `write-failed` when recording. */
export async function holdInterview(
  context: OperationContext & Pick<VerbContext, "declared">,
  input: InterviewInput,
): Promise<Interview> {
  const given = answersIn(await textToEdit(context, input.path, "--file"), input.path);
  const role = input.role.toLowerCase();
  const answered = new Set(
    given.filter((one) => one.role.toLowerCase() === role).map((one) => one.question),
  );
  const asked = interviewQuestions.filter(
    (one) => input.topic === null || one.topic === input.topic,
  );
  return {
    questions: input.again ? asked : asked.filter((one) => !answered.has(one.id)),
    answeredCount: asked.filter((one) => answered.has(one.id)).length,
    record: async (question, answer) => {
      const at = new Date(context.clock.now()).toISOString().slice(0, 10);
      await context.declared.edit(
        input.path,
        (text) => {
          answersIn(text, input.path);
          return {
            text: withAnswer(input.path, text, {
              question: question.id,
              answer,
              role: input.role,
              at,
            }),
            result: null,
          };
        },
        context.signal,
      );
    },
  };
}

const heading =
  "# Answers of `fulcrum interview`: what no repository says. Roles, never names; the newest answer of each role counts.\n";

/** The form to fill in by hand: every question with its choices, answers left blank. */
export function interviewForm(topic: InterviewTopic | null, day: string): string {
  const answers = interviewQuestions
    .filter((one) => topic === null || one.topic === topic)
    .map(({ id, text, choices }) => {
      const listed =
        choices === null
          ? "    #   in your own words\n"
          : choices.map((one) => `    #   ${one.id}: ${one.text}\n`).join("");
      return `  # ${text}\n${listed}  - question: ${id}\n    answer:\n    role:\n    at: ${day}\n`;
    });
  return `${heading}answers:\n${answers.join("\n")}`;
}

function answersIn(text: string, path: string): readonly InterviewAnswer[] {
  if (text.trim() === "") return [];
  const { answers, refused } = readAnswers(path, text, acceptedAnswers);
  // What that reader refuses, for its depth or its keys, would hold up the library that keeps comments.
  const isUnread = readYamlDocuments(text).problems.length > 0;
  const broken = refused.find((one) => !text.includes("answers:") || one.text.includes("YAML"));
  if (isUnread || broken !== undefined || editableYaml(text) === null) {
    throw noAnswers(path);
  }
  return answers;
}

function noAnswers(path: string): FulcrumError {
  return new FulcrumError(
    "configuration-invalid",
    `${path} is no file of interview answers.`,
    "Name another file with --file, or mend this one: it holds a list named answers.",
  );
}

/** The same text with one more answer at its end, or in place of this role's earlier one; comments stay. */
function withAnswer(
  path: string,
  text: string,
  answer: { question: string; answer: string; role: string; at: string },
): string {
  if (text.trim() === "") return heading + stringify({ answers: [answer] });
  const document = editableYaml(text);
  if (document === null) throw noAnswers(path);
  const existing: unknown = document.toJS();
  const list =
    typeof existing === "object" && existing !== null && "answers" in existing
      ? existing.answers
      : null;
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const place = items.findIndex(
    (one) =>
      typeof one === "object" &&
      one !== null &&
      "question" in one &&
      one.question === answer.question &&
      "role" in one &&
      String(one.role).toLowerCase() === answer.role.toLowerCase(),
  );
  if (place >= 0) document.setIn(["answers", place], document.createNode(answer));
  else if (items.length === 0) document.set("answers", document.createNode([answer]));
  else document.addIn(["answers"], document.createNode(answer));
  return document.toString();
}
