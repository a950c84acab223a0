import type { RefusedRecord, SurveyAnswer, SurveyFile } from "#evidence/declared.ts";
import { instantOf, looseFields, teamOf } from "../declared-values.ts";
import type { Row } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";
import { answerOf, type ItemScale } from "./survey-answers.ts";
import { surveyTable } from "./survey-lists.ts";
import { surveyRows, type SurveyRows } from "./survey-rows.ts";

/** What was asked, and columns of a file that have names of their own. */
export interface Instrument {
  readonly items: readonly ItemScale[];
  readonly columns: ReadonlyMap<string, string>;
}

export interface SurveyRead {
  readonly file: SurveyFile;
  readonly refused: readonly RefusedRecord[];
}

/**
 * One row for each respondent: columns `team` and `at` (both optional), and one for each item, by its id, by its text, or as
 * `columns` maps it. Answers are numbers on the item's scale, or words of agreement; blank is no answer, and who answered
 * nothing is no respondent. Exports of Qualtrics, SurveyMonkey, Google and Microsoft Forms, Typeform and LimeSurvey are read as
 * they come, answers of the API of Typeform and Qualtrics as well. Nothing else of a row is kept.
 */
export function readSurvey(
  path: string,
  text: string,
  survey: string,
  { items, columns }: Instrument,
): SurveyRead {
  const { rows, problems, questions: ofHeadings } = surveyTable(path, text);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One row for each respondent, the first row naming the columns.",
  }));
  const { responses, questions, ...left } = surveyRows(rows);
  const itemOf = itemFinder(items, columns, new Map([...ofHeadings, ...questions]));
  const asked = Object.keys(rows[0]?.value ?? {}).flatMap((name) => {
    const item = itemOf(name);
    return item === undefined ? [] : [{ name, item }];
  });
  if (rows.length > 0 && asked.length === 0) {
    refused.push({
      where: { file: path, line: 1 },
      text: "no column is an item of the survey",
      needs: `Name columns after items, or map them with surveys.columns: ${items.map((item) => item.id).join(", ")}.`,
    });
  }
  const answers: SurveyAnswer[] = [];
  const undated: Row[] = [];
  let respondentsCount = 0;
  for (const [respondent, row] of responses.entries()) {
    const { value, line } = row;
    const fields = looseFields(value);
    const at = timeOf(fields);
    const team = teamOf(fields.get("team"));
    let hasAnswered = false;
    for (const { name, item } of asked) {
      const answer = answerOf(value[name], item);
      if (answer === null) continue;
      hasAnswered = true;
      if (answer === undefined) {
        refused.push({
          where: { file: path, line },
          text: `an answer to ${item.id} is not on its scale`,
          needs: `Answers from ${String(item.low)} to ${String(item.high)}.`,
        });
        continue;
      }
      answers.push({ survey, respondent, team, at: at ?? null, item: item.id, value: answer });
    }
    if (hasAnswered) respondentsCount++;
    if (hasAnswered && at === undefined) undated.push(row);
  }
  const silentCount = asked.length === 0 ? 0 : responses.length - respondentsCount;
  for (const each of leftOut(path, { ...left, silentCount }, undated)) refused.push(each);
  const count = asked.length === 0 ? responses.length : respondentsCount;
  return { file: { survey, file: path, respondentsCount: count, answers }, refused };
}

/** When the answers were given: as each tool calls it, the end before the beginning. Undefined: written, but not readable. */
function timeOf(fields: ReadonlyMap<string, unknown>): number | null | undefined {
  for (const name of timeNames) {
    const written = textOf(fields.get(name));
    if (written === null) continue;
    const at = instantOf(written);
    // LimeSurvey's day of anonymous answers.
    return at === 315_532_800 ? null : at;
  }
  return null;
}

const timeNames = [
  "at",
  "date",
  "recordeddate",
  "submitdate",
  "submitdate(utc)",
  "submittedat",
  "datesubmitted",
  "completiontime",
  "timestamp",
  "enddate",
  "enddate(utc)",
];

/** Counts of what is no response, and of what could not be read of one: never who. */
function leftOut(
  file: string,
  counts: Omit<SurveyRows, "responses" | "questions"> & { readonly silentCount: number },
  undated: readonly Row[],
): RefusedRecord[] {
  const told: readonly (readonly [count: number, what: string])[] = [
    [counts.previewsCount, "of its rows are previews, tests or spam: they are no responses"],
    [counts.repeatedCount, "of its rows repeat an earlier response: the last one counts"],
    [counts.silentCount, "of its rows answer nothing: they are no respondents"],
    [counts.unfinishedCount, "of its rows were not finished: what they answer counts"],
  ];
  const first = undated[0];
  return [
    ...told.flatMap(([count, what]) =>
      count === 0
        ? []
        : [
            {
              where: { file, line: 1 },
              text: `${String(count)} ${what}`,
              needs: "Nothing: the others count.",
            },
          ],
    ),
    ...(first === undefined
      ? []
      : [
          {
            where: { file, line: first.line },
            text: `the time of ${String(undated.length)} of its rows cannot be read: 31/03/2026 may be read in two ways`,
            needs: "Write times as 2026-03-31; the answers count without them.",
          },
        ]),
  ];
}

/** Which item a column asks for: mapped, by id, or by the text of its heading, alone or behind a question that it is a part of. */
function itemFinder(
  items: readonly ItemScale[],
  columns: ReadonlyMap<string, string>,
  questions: ReadonlyMap<string, string>,
): (column: string) => ItemScale | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  const texts = items.flatMap((item) =>
    item.text === undefined ? [] : [[plain(item.text), item] as const],
  );
  return (column) => {
    const question = questions.get(column) ?? "";
    const mapped =
      columns.get(column) ??
      columns.get(question) ??
      columns.get(`${column}. ${question}`) ??
      column.toLowerCase();
    const named = byId.get(mapped);
    if (named !== undefined) return named;
    const headings = [plain(column), plain(question)];
    return texts.find(([text]) =>
      headings.some((one) => one === text || one.endsWith(` ${text}`)),
    )?.[1];
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
