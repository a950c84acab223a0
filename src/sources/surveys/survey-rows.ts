import { looseFields } from "../declared-values.ts";
import type { Row } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";

export interface SurveyRows {
  /** Of each column what stands below its name as a further heading: the question, or a part of it. */
  readonly questions: ReadonlyMap<string, string>;
  readonly responses: readonly Row[];
  /** Left out, by why. */
  readonly previewsCount: number;
  readonly repeatedCount: number;
  /** Left in: what they answered is answered. */
  readonly unfinishedCount: number;
}

/**
 * What a survey tool exports beside the responses: further rows of headings (Qualtrics: the questions, then `{"ImportId": …}`;
 * SurveyMonkey: parts of questions, `Response`), previews and tests of the survey's makers, the same response twice.
 */
export function surveyRows(rows: readonly Row[]): SurveyRows {
  const headings = headingsCount(rows);
  const isQualtrics = headings === 2 || isNamed(rows, "recordeddate", "finished");
  const questions = new Map<string, string>();
  for (const { value } of rows.slice(0, headings))
    for (const [name, cell] of Object.entries(value)) {
      const text = textOf(cell, 2000);
      if (text !== null && !text.startsWith('{"ImportId"') && !questions.has(name))
        questions.set(name, text);
    }
  const byId = new Map<string, Row>();
  const responses: Row[] = [];
  let previewsCount = 0;
  let unfinishedCount = 0;
  for (const row of rows.slice(headings)) {
    const fields = looseFields(row.value);
    if (isPreview(textOf(fields.get("status")), isQualtrics)) previewsCount++;
    else {
      if (isUnfinished(fields)) unfinishedCount++;
      const id = idOf(fields);
      if (id === null) responses.push(row);
      else byId.set(id, row);
    }
  }
  const all = [...responses, ...byId.values()].sort((one, other) => one.line - other.line);
  const repeatedCount = rows.length - headings - previewsCount - all.length;
  return { questions, responses: all, previewsCount, repeatedCount, unfinishedCount };
}

function isNamed(rows: readonly Row[], ...names: readonly string[]): boolean {
  const fields = looseFields(rows[0]?.value ?? {});
  return names.every((name) => fields.has(name));
}

/** Rows after the first that are headings still. */
function headingsCount(rows: readonly Row[]): number {
  const cells = (index: number): readonly string[] =>
    Object.values(rows[index]?.value ?? {}).flatMap((cell) => textOf(cell) ?? []);
  for (const index of [1, 0])
    if (cells(index).some((cell) => /^\{\s*"ImportId"\s*:/.test(cell))) return index + 1;
  const isParts = cells(0).some((cell) => /^(?:open-ended )?response$/i.test(cell));
  return isParts && idOf(looseFields(rows[0]?.value ?? {})) === null ? 1 : 0;
}

/** Of the respondent or the response; Typeform's is `#`. */
function idOf(fields: ReadonlyMap<string, unknown>): string | null {
  for (const name of ["responseid", "respondentid", "id", "#"]) {
    const found = textOf(fields.get(name));
    if (found !== null) return found;
  }
  return null;
}

/** Qualtrics' codes are sums: 1 preview, 2 test, 8 spam; 0 is a response, 4 an imported one, 16 one that was given offline. */
function isPreview(status: string | null, isQualtrics: boolean): boolean {
  if (status === null) return false;
  if (/\b(?:preview|test|spam)\b/i.test(status)) return true;
  return isQualtrics && /^\d{1,3}$/.test(status) && (Number(status) & 11) !== 0;
}

/** Qualtrics says `Finished`, LimeSurvey gives no `submitdate`, others a status. */
function isUnfinished(fields: ReadonlyMap<string, unknown>): boolean {
  if (/^(?:false|0|no)$/i.test(textOf(fields.get("finished")) ?? "")) return true;
  if (/^(?:partial|incomplete|in progress|started)$/i.test(textOf(fields.get("status")) ?? ""))
    return true;
  return (
    fields.has("lastpage") && fields.has("submitdate") && textOf(fields.get("submitdate")) === null
  );
}
