import { decodedText, noTextKind } from "#evidence/decoded-text.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { instrument } from "#insight/experience/instrument.ts";
import type { NewFile, NewRefusal, Taken } from "#ports/inbox.ts";
import { readOutcomes } from "#sources/outcomes/read-outcomes.ts";
import { readSliCsv } from "#sources/sli/csv.ts";
import { readSliOpenMetrics } from "#sources/sli/openmetrics.ts";
import { readSurvey } from "#sources/surveys/read-survey.ts";
import { plainSurvey } from "#sources/surveys/plain-survey.ts";
import type { PushedKind } from "#vocabulary/ingest.ts";
import { listed, type IngestContext, type PushedBy } from "./ingest-context.ts";
import { digestOf } from "./ingest-events.ts";

export interface IngestFileInput extends PushedBy {
  readonly kind: Exclude<PushedKind, "events">;
  /** What comes later under the same name takes its place; null: it stands for itself. */
  readonly name: string | null;
  /** As the ending of a file would say it: `csv`, `json`, `ndjson`, `yaml`, `txt`. */
  readonly ending: string;
  readonly body: Buffer;
}

interface Read {
  /** What is kept; null: nothing of it could be read. */
  readonly text: string | null;
  readonly takenCount: number;
  readonly refused: readonly NewRefusal[];
}

/**
 * Takes SLI counts, a survey or outcomes, read as a file of them is; its records that are refused are told with their line, and
 * the others count. Durable when it resolves. Throws `usage` for what is no text, `key-used`.
 */
export async function ingestFile(
  { inbox }: Pick<IngestContext, "inbox">,
  { organisation, sender, key, kind, name, ending, body }: IngestFileInput,
): Promise<Taken> {
  const notText = body.length === 0 ? "empty" : noTextKind(body);
  if (notText !== null)
    throw new FulcrumError("usage", `The body is ${notText}.`, "Send it as text, unpacked.");
  const content = digestOf(JSON.stringify([name, ending, body.toString("base64")]));
  const delivery = key ?? content.toString("hex");
  const called = name ?? content.toString("hex").slice(0, 16);
  const { text, takenCount, refused } = readers[kind](decodedText(body).text, called, ending);
  const kept = kind === "surveys" ? "ndjson" : ending;
  const file: NewFile | null = text === null ? null : { name: called, ending: kept, text };
  return inbox.takeFile(
    { organisation, sender, kind, delivery, content, passedCount: 0 },
    file,
    takenCount,
    listed(refused),
  );
}

const readers: Readonly<
  Record<IngestFileInput["kind"], (text: string, name: string, ending: string) => Read>
> = {
  sli: (text, name, ending) => {
    const read = ending === "csv" ? readSliCsv : readSliOpenMetrics;
    const { series, problems } = read(text, name);
    const takenCount = [...series.values()].reduce((sum, { slices }) => sum + slices.length, 0);
    return {
      text: takenCount === 0 ? null : text,
      takenCount,
      refused: problems.map((one) => refusal(one.line ?? 0, one.text, one.needs)),
    };
  },
  surveys: (text, name, ending) => {
    const settings = { items: instrument, columns: new Map<string, string>() };
    const { file, refused } = readSurvey(`${name}.${ending}`, text, name, settings);
    return {
      text: file.answers.length === 0 ? null : plainSurvey(file),
      takenCount: file.respondentsCount,
      refused: refused.map((one) => refusal(one.where.line, one.text, one.needs)),
    };
  },
  outcomes: (text, name, ending) => {
    const { points, refused } = readOutcomes(`${name}.${ending}`, text);
    return {
      text: points.length === 0 ? null : text,
      takenCount: points.length,
      refused: refused.map((one) => refusal(one.where.line, one.text, one.needs)),
    };
  },
};

function refusal(line: number, reason: string, needs: string): NewRefusal {
  return { line, reason, needs, body: null };
}
