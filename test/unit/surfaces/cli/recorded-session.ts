import { Readable, Writable } from "node:stream";
import type { AssessInput } from "#operations/gathering/assess-input.ts";
import { runCommandLine } from "#surfaces/cli/run.ts";
import type { Session } from "#surfaces/cli/session.ts";
import { screenOn } from "#surfaces/cli/terminal.ts";
import { threads } from "#fixtures/quiet-context.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { keepReport } from "#operations/answering/keep-report.ts";
import { cacheHome } from "#store/files/cache-home.ts";
import { fileStores } from "#store/files/stores.ts";

/** A stream that keeps what is written, as a terminal of some width or as a pipe. */
export class RecordedStream extends Writable {
  readonly isTTY: boolean;
  columns: number;
  text = "";

  constructor(width: number | null) {
    super();
    this.isTTY = width !== null;
    this.columns = width ?? 0;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}

export interface RecordedRun {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
  readonly inputs: readonly AssessInput[];
}

export interface RecordedOptions {
  readonly workingFolder: string;
  /** Columns of the terminal; null: a pipe. */
  readonly width?: number | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** In place of an assessment that answers with the sample report. */
  readonly assess?: Session["assess"];
  /** In place of no database at all. */
  readonly openDatabase?: Session["openDatabase"];
  readonly signal?: AbortSignal;
  readonly standardInput?: string;
  /** Lines that somebody types. */
  readonly input?: readonly string[];
}

/** Runs the command line with everything real but the assessment, the page and the streams. */
export async function recordRun(
  args: readonly string[],
  options: RecordedOptions,
): Promise<RecordedRun> {
  const { session, out, notes, inputs } = recordedSession(options);
  const code = await runCommandLine(session, args);
  return { code, out: out.text, notes: notes.text, inputs };
}

/** A session of which everything is kept. */
export function recordedSession({
  workingFolder,
  width = null,
  environment = {},
  assess,
  openDatabase = () => Promise.resolve(null),
  signal,
  standardInput,
  input: typed = [],
}: RecordedOptions): {
  readonly session: Session;
  readonly out: RecordedStream;
  readonly notes: RecordedStream;
  readonly inputs: readonly AssessInput[];
} {
  const [out, notes] = [new RecordedStream(width), new RecordedStream(width)];
  const all = { XDG_CACHE_HOME: `${workingFolder}/cache`, NO_COLOR: "1", ...environment };
  const inputs: AssessInput[] = [];
  const lines = [...typed];
  const session: Session = {
    terminal: { out: screenOn(out, all), notes: screenOn(notes, all) },
    input: () => Readable.from([Buffer.from(standardInput ?? "")]),
    environment: all,
    workingFolder,
    clock: { now: () => Date.parse("2026-03-04T10:00:00Z") },
    signal: signal ?? new AbortController().signal,
    askForGrace: () => undefined,
    version: "1.2.3",
    entry: null,
    stores: () => Promise.resolve(fileStores(cacheHome(all))),
    openDatabase,
    threads,
    assess: async (context, input) => {
      inputs.push(input);
      const made = await (assess ?? answerWithSample)(context, input);
      await keepReport(context, input, made.report, null);
      return made;
    },
    ask: () => Promise.resolve(lines.shift() ?? null),
    openPage: () =>
      Promise.resolve((shown) => Buffer.from(`<html>${JSON.stringify(shown).length}</html>`)),
  };
  return { session, out, notes, inputs };
}

const answerWithSample: Session["assess"] = ({ progress }) => {
  progress.start("Reading repositories", 10, "repositories");
  for (let done = 1; done <= 10; done++) progress.advance(done, "dough-kit");
  progress.finish();
  return Promise.resolve({ report: sampleReport(), fromCache: false });
};
