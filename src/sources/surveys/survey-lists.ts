import { readRows, readRowsAt, type Row, type Rows } from "../rows.ts";
import { field, isRecord, textOf } from "../untrusted-value.ts";
import { wrappedPlaces, type Wrapping } from "../wrapped-lists.ts";

/** Rows of a survey's file, with what their columns ask where the heading itself says both: its code and its question. */
export interface SurveyTable extends Rows {
  readonly questions: ReadonlyMap<string, string>;
}

const wrapping: Wrapping = {
  lists: ["responses", "items", "results", "data", "answers", "rows", "records"],
  marks: ["answers", "values", "response_id", "responseId"],
};

/** Responses as rows: of CSV as it is, of the answers of Typeform's and Qualtrics' API with their answers as columns. */
export function surveyTable(path: string, text: string): SurveyTable {
  const wrapped = /\.json$/i.test(path)
    ? readRowsAt(text, (value) => wrappedPlaces(value, wrapping))
    : null;
  const read = wrapped !== null && wrapped.rows.length > 0 ? wrapped : readRows(path, text, null);
  const rows = read.rows.map((row) => ({ ...row, value: flat(row.value) }));
  return { ...read, ...withoutQuestions(rows) };
}

function flat(value: Row["value"]): Row["value"] {
  if (isRecord(value["values"])) return { ...value, ...value["values"] };
  const answers: unknown = value["answers"];
  if (!Array.isArray(answers)) return value;
  return {
    ...value,
    ...Object.fromEntries(
      answers.filter(isRecord).flatMap((one) => {
        const name = textOf(field(one, "field", "ref")) ?? textOf(field(one, "field", "id"));
        const said = textOf(one["number"]) ?? textOf(field(one, "choice", "label"));
        return name === null ? [] : [[name, said ?? one["text"]]];
      }),
    ),
  };
}

const codeAndQuestion = /^([\w-]{1,60})\. (\S.*)$/s;

/** LimeSurvey's headings of code and question: `nps. How likely are you …`. All are, or none is taken for one. */
function withoutQuestions(rows: readonly Row[]): Pick<SurveyTable, "rows" | "questions"> {
  const names = Object.keys(rows[0]?.value ?? {});
  const codes = new Map(
    names.flatMap((name) => {
      const [, code, question] = codeAndQuestion.exec(name) ?? [];
      return code === undefined || question === undefined ? [] : [[name, { code, question }]];
    }),
  );
  const isEach = names.length > 0 && codes.size === names.length;
  if (!isEach || new Set([...codes.values()].map(({ code }) => code)).size < names.length)
    return { rows, questions: new Map() };
  return {
    rows: rows.map((row) => ({
      ...row,
      value: Object.fromEntries(
        Object.entries(row.value).map(([name, cell]) => [codes.get(name)?.code ?? name, cell]),
      ),
    })),
    questions: new Map([...codes.values()].map(({ code, question }) => [code, question])),
  };
}
