import type { NewDeclared } from "#contract/declared.ts";
import type { RefusedRecord } from "#evidence/declared.ts";
import { instrument } from "#insight/experience/instrument.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { EventLog } from "#sources/events/event-log.ts";
import { readRecord } from "#sources/events/read-record.ts";
import { readAnswers } from "#sources/interview/read-answers.ts";
import { readOutcomes } from "#sources/outcomes/read-outcomes.ts";
import { readSurvey } from "#sources/surveys/read-survey.ts";
import { acceptedAnswers } from "../gathering/read-declared.ts";

type Of<Kind extends NewDeclared["kind"]> = Extract<NewDeclared, { kind: Kind }>["statement"];

/** A statement that files hold as a record. */
type StatedRecord = {
  readonly [Kind in Exclude<NewDeclared["kind"], "correction">]: {
    readonly kind: Kind;
    readonly statement: Of<Kind>;
  };
}[Exclude<NewDeclared["kind"], "correction">];

interface ReadStatement {
  readonly statement: object;
  readonly subject: readonly string[];
}

/** As the reader of its file reads it, which is the one that judges. Throws `statement-refused`. */
export function readStatement(stated: StatedRecord, now: number): ReadStatement {
  if (stated.kind === "answer") return readAnswer(stated.statement, now);
  if (stated.kind === "survey") return readRows(stated.statement);
  if (stated.kind === "outcome") return readOutcome(stated.statement);
  return readIncident(stated.statement, now);
}

/** Texts that hold one record, by which a statement is read when it is made, and again by each scan. */
export function answerText(statement: object): string {
  return JSON.stringify({ answers: [statement] });
}

export function incidentText(statement: object): string {
  return `${JSON.stringify({ kind: "incident", ...statement })}\n`;
}

export function outcomeText(statement: object): string {
  return `${JSON.stringify(statement)}\n`;
}

export function surveyText(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

function readAnswer(given: Of<"answer">, now: number): ReadStatement {
  const at = given.at ?? new Date(now).toISOString().slice(0, 10);
  const { answers, refused } = readAnswers("answer", answerText({ ...given, at }), acceptedAnswers);
  const [answer] = answers;
  if (answer === undefined) throw refusal(refused);
  const { question, role, note } = answer;
  const statement = {
    question,
    answer: answer.answer,
    role,
    at,
    ...(note === null ? {} : { note }),
  };
  return { statement, subject: ["answer", question, role.toLowerCase()] };
}

/** Of what was sent nothing is kept but answers on the scale, with team and time. */
function readRows({ name, invited, columns = {}, rows }: Of<"survey">): ReadStatement {
  const items = { items: instrument, columns: new Map(Object.entries(columns)) };
  const { file, refused } = readSurvey("survey.ndjson", surveyText(rows), name, items);
  if (file.answers.length === 0 || refused.length > 0) throw refusal(refused);
  const byRespondent = new Map<number, Record<string, string | number>>();
  for (const { respondent, team, at, item, value } of file.answers) {
    const row = byRespondent.get(respondent) ?? {
      ...(team === null ? {} : { team }),
      ...(at === null ? {} : { at: new Date(at * 1000).toISOString() }),
    };
    row[item] = value;
    byRespondent.set(respondent, row);
  }
  const statement = {
    name,
    ...(invited === undefined ? {} : { invited }),
    rows: [...byRespondent.values()],
  };
  return { statement, subject: ["survey", name.toLowerCase()] };
}

function readOutcome(statement: Of<"outcome">): ReadStatement {
  const { points, refused } = readOutcomes("outcome.ndjson", outcomeText(statement));
  const [point] = points;
  if (point === undefined) throw refusal(refused);
  const { component, metric, definition } = point;
  return {
    statement,
    subject: ["outcome", component.toLowerCase(), metric, definition, statement.date],
  };
}

/** A day of grace for clocks that run ahead, as for files. */
const aheadSeconds = 86_400;

function readIncident(statement: Of<"incident">, now: number): ReadStatement {
  const log = new EventLog(now / 1000 + aheadSeconds);
  const options = { incidentLabels: [], timeZone: null };
  for (const record of readRecord({ kind: "incident", ...statement }, options))
    log.take(record, "incident", 1);
  const found = log.incidents().length;
  const [refused] = log.refused;
  if (found === 0 || refused !== undefined)
    throw new FulcrumError(
      "statement-refused",
      `The incident cannot be taken: ${refused?.reason ?? "it is none"}.`,
      "Correct what is named; docs/evidence.md says how incidents are written.",
    );
  return { statement, subject: ["incident", statement.id] };
}

function refusal(refused: readonly RefusedRecord[]): FulcrumError {
  const [first] = refused;
  const row = first === undefined ? "" : ` (record ${String(first.where.line)})`;
  return new FulcrumError(
    "statement-refused",
    `It cannot be taken${row}: ${first?.text ?? "it holds no answer"}.`,
    first?.needs ?? "Say something that can be counted.",
  );
}
