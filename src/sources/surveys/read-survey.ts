import type { RefusedRecord, SurveyAnswer, SurveyFile } from "#evidence/declared.ts";
import { instantOf, numberOf } from "../declared-values.ts";
import { readRows } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";

/** An item of the instrument as the reader needs it: what an answer may be. */
export interface ItemScale {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

export interface SurveyRead {
  readonly file: SurveyFile;
  readonly refused: readonly RefusedRecord[];
}

const agreement: readonly RegExp[] = [
  /^(?:strongly disagree|very dissatisfied|very difficult)$/i,
  /^(?:disagree|dissatisfied|difficult)$/i,
  /^(?:neither.{0,30}|neutral|undecided)$/i,
  /^(?:agree|satisfied|easy)$/i,
  /^(?:strongly agree|very satisfied|very easy)$/i,
];

/**
 * One row for each respondent: columns `team` and `at` (both optional), and one for each item, by its id or as `columns` maps
 * it. Answers are numbers on the item's scale, or words of agreement on a scale of five; blank is no answer. Nothing else of a
 * row is kept.
 */
export function readSurvey(
  path: string,
  text: string,
  survey: string,
  items: readonly ItemScale[],
  columns: ReadonlyMap<string, string>,
): SurveyRead {
  const { rows, problems } = readRows(path, text, null);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One row for each respondent, the first row naming the columns.",
  }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemOf = (column: string): ItemScale | undefined =>
    byId.get(columns.get(column) ?? column.toLowerCase());
  const names = Object.keys(rows[0]?.value ?? {});
  if (rows.length > 0 && names.every((name) => itemOf(name) === undefined)) {
    refused.push({
      where: { file: path, line: 1 },
      text: "no column is an item of the survey",
      needs: `Name columns after items, or map them with surveys.columns: ${[...byId.keys()].join(", ")}.`,
    });
  }
  const answers: SurveyAnswer[] = [];
  for (const [respondent, { value, line }] of rows.entries()) {
    const fields = new Map(Object.entries(value).map(([name, cell]) => [name.toLowerCase(), cell]));
    const at = instantOf(fields.get("at") ?? fields.get("date"));
    const team = textOf(fields.get("team"));
    for (const name of names) {
      const item = itemOf(name);
      if (item === undefined) continue;
      const answer = answerOf(value[name], item);
      if (answer === null) continue;
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
  }
  return { file: { survey, file: path, respondentsCount: rows.length, answers }, refused };
}

/** Null: not answered. Undefined: no answer on the scale. */
function answerOf(cell: unknown, { low, high }: ItemScale): number | null | undefined {
  const text = textOf(cell);
  if (text === null) return null;
  const number = numberOf(text);
  if (typeof number === "number") return number >= low && number <= high ? number : undefined;
  const place = low === 1 && high === 5 ? agreement.findIndex((words) => words.test(text)) : -1;
  return place < 0 ? undefined : place + 1;
}
