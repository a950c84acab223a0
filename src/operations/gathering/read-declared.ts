import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type {
  InterviewAnswer,
  OutcomePoint,
  RefusedRecord,
  SurveyFile,
  Declared,
} from "#evidence/declared.ts";
import { instrument } from "#insight/experience/instrument.ts";
import { interviewQuestions } from "#insight/interview/questions.ts";
import { decodedText, noTextKind } from "#evidence/decoded-text.ts";
import type { Pushed } from "#ports/inbox.ts";
import { deliveryPlace } from "./delivery-place.ts";
import { messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import { readAnswers } from "#sources/interview/read-answers.ts";
import { readOutcomes } from "#sources/outcomes/read-outcomes.ts";
import { readPartners } from "#sources/partners/read-partners.ts";
import { readRequests } from "#sources/requests/read-requests.ts";
import { readSurvey } from "#sources/surveys/read-survey.ts";
import { readFindings } from "#sources/usability/read-findings.ts";
import type { Problem } from "#evidence/problem.ts";
import { nothingStated, type StatedTexts } from "./stated-texts.ts";

export const interviewFile = "fulcrum-interview.yaml";
const largestFile = 64 * 1024 * 1024;
const mostListed = 50;

/** Questions as their answers are checked. */
export const acceptedAnswers = interviewQuestions.map(({ id, choices }) => ({
  id,
  choices: choices?.map((one) => one.id) ?? null,
}));

/** What reaches a service otherwise than in files: pushed by other tools, stated by people. */
interface ElsewhereDeclared {
  readonly pushed?: Pushed | null;
  readonly stated?: StatedTexts | undefined;
}

/** Reads the files that fulcrum.yaml names; what is refused becomes a problem with its file and line, and the rest counts. */
export async function readDeclared(
  configured: ConfiguredDeclared,
  folder: string,
  { pushed = null, stated = nothingStated }: ElsewhereDeclared = {},
): Promise<Declared> {
  const problems: Problem[] = [];
  const surveys: SurveyFile[] = [];
  for (const { file, name, columns } of configured.surveys) {
    const text = await textOf(file, folder, "surveys", problems);
    if (text === null) continue;
    const read = readSurvey(file, text, name, {
      items: instrument,
      columns: new Map(Object.entries(columns)),
    });
    surveys.push(read.file);
    list("surveys", read.refused, problems);
  }
  for (const { delivery, name, ending, text } of (await pushed?.files("surveys")) ?? []) {
    const settings = { items: instrument, columns: new Map<string, string>() };
    const read = readSurvey(`${deliveryPlace(delivery)}.${ending}`, text, name, settings);
    surveys.push(read.file);
    list("surveys", read.refused, problems);
  }
  for (const { name, text, survey } of stated.surveys) {
    const read = readSurvey(name, text, survey, { items: instrument, columns: new Map() });
    surveys.push(read.file);
    list("surveys", read.refused, problems);
  }
  const into = { folder, problems };
  const requests = await recordsOf("requests", configured.requests, into, (file, text) => {
    const { requests: records, refused } = readRequests(file, text);
    return { records, refused };
  });
  const outcomes = await recordsOf("outcomes", configured.outcomes, into, (file, text) => {
    const { points: records, refused } = readOutcomes(file, text);
    return { records, refused };
  });
  const pushedOutcomes: OutcomePoint[] = [];
  for (const { delivery, ending, text } of (await pushed?.files("outcomes")) ?? []) {
    const { points, refused } = readOutcomes(`${deliveryPlace(delivery)}.${ending}`, text);
    for (const point of points) pushedOutcomes.push(point);
    list("outcomes", refused, problems);
  }
  const statedOutcomes = stated.outcomes.flatMap(({ name, text }) => {
    const { points, refused } = readOutcomes(name, text);
    list("outcomes", refused, problems);
    return points;
  });
  const usability = await recordsOf("usability", configured.usability, into, (file, text) => {
    const { findings: records, refused } = readFindings(file, text);
    return { records, refused };
  });
  const partners = await recordsOf("partners", configured.partners, into, (file, text) => {
    const { uses: records, refused } = readPartners(file, text);
    return { records, refused };
  });
  return {
    surveys,
    invited: new Map([
      ...configured.surveys.flatMap(({ name, invited }) =>
        invited === undefined ? [] : [[name, invited] as const],
      ),
      ...stated.surveys.flatMap(({ survey, invited }) =>
        invited === null ? [] : [[survey, invited] as const],
      ),
    ]),
    // The same request in several files counts once, the later record.
    requests:
      requests === null ? null : [...new Map(requests.map((one) => [one.id, one])).values()],
    outcomes: [...(outcomes ?? []), ...pushedOutcomes, ...statedOutcomes],
    usability,
    partners,
    answers: [
      ...(await interviewAnswers(configured.interview, folder, problems)),
      ...stated.answers.flatMap(({ name, text }) => {
        const read = readAnswers(name, text, acceptedAnswers);
        list("interview", read.refused, problems);
        return read.answers;
      }),
    ],
    problems,
  };
}

/** The records of all files of one kind; null: none is named. */
async function recordsOf<Value>(
  source: string,
  files: readonly string[],
  { folder, problems }: { readonly folder: string; readonly problems: Problem[] },
  read: (
    file: string,
    text: string,
  ) => { readonly records: readonly Value[]; readonly refused: readonly RefusedRecord[] },
): Promise<Value[] | null> {
  if (files.length === 0) return null;
  const all: Value[] = [];
  for (const file of files) {
    const text = await textOf(file, folder, source, problems);
    if (text === null) continue;
    const { records, refused } = read(file, text);
    for (const each of records) all.push(each);
    list(source, refused, problems);
  }
  return all;
}

/** The interview is looked for beside fulcrum.yaml where none is named: that it is not there is then no problem. */
async function interviewAnswers(
  named: string | null,
  folder: string,
  problems: Problem[],
): Promise<readonly InterviewAnswer[]> {
  const file = named ?? interviewFile;
  const text = await textOf(file, folder, "interview", named === null ? null : problems);
  if (text === null) return [];
  const read = readAnswers(file, text, acceptedAnswers);
  list("interview", read.refused, problems);
  return read.answers;
}

async function textOf(
  file: string,
  folder: string,
  source: string,
  problems: Problem[] | null,
): Promise<string | null> {
  const path = resolve(folder, file);
  try {
    const bytes = await readPlainFile(path, largestFile);
    if (bytes !== null) {
      const kind = noTextKind(bytes);
      if (kind !== null) {
        problems?.push({
          source,
          code: "unreadable-file",
          where: file,
          text: `the file is ${kind}`,
          needs: "Export it as CSV, and name that.",
        });
        return null;
      }
      const { text, encoding } = decodedText(bytes);
      if (encoding === "windows-1252")
        problems?.push({
          source,
          code: "unusual-record",
          where: file,
          text: "the file is not in UTF-8: it was read as Windows-1252",
          needs: "Nothing where its letters are right; else save it in UTF-8.",
        });
      return text;
    }
    problems?.push({
      source,
      code: "too-large",
      where: file,
      text: "the file is larger than 64 MB",
      needs: "Split it, and name each part.",
    });
  } catch (error) {
    const isAbsent = systemCodeOf(error) === "ENOENT";
    // A file that is there and cannot be read is a problem wherever its name is from.
    if (problems === null && isAbsent) return null;
    problems?.push({
      source,
      code: "unreadable-file",
      where: file,
      text: isAbsent ? "there is no such file" : messageOf(error),
      needs: "Correct its path in fulcrum.yaml, or make it readable.",
    });
  }
  return null;
}

function list(source: string, refused: readonly RefusedRecord[], problems: Problem[]): void {
  for (const { where, text, needs } of refused.slice(0, mostListed)) {
    const place = `${where.file}:${String(where.line)}`;
    problems.push({ source, code: "refused-record", where: place, text, needs });
  }
  if (refused.length > mostListed) {
    problems.push({
      source,
      code: "refused-record",
      where: refused[0]?.where.file ?? "",
      text: `${String(refused.length - mostListed)} more records were refused`,
      needs: "Mend the ones listed first; they mostly share a cause.",
    });
  }
}

/** Changes when one of the files does: part of what a report depends on. */
export async function declaredState(
  configured: ConfiguredDeclared,
  folder: string,
): Promise<string> {
  const files = [
    ...configured.surveys.map((one) => one.file),
    ...configured.requests,
    ...configured.outcomes,
    ...configured.usability,
    ...configured.partners,
    configured.interview ?? interviewFile,
  ];
  const states = await Promise.all(
    files.map(async (file) => {
      const found = await stat(resolve(folder, file)).catch(() => null);
      return found === null
        ? `${file} absent`
        : `${file} ${String(found.size)} ${String(found.mtimeMs)}`;
    }),
  );
  return states.join("\n");
}
