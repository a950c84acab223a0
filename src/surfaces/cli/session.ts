import type { Readable } from "node:stream";
import type { Clock, Stores, Threads, VerbContext } from "#ports/context.ts";
import type { OpenDatabase } from "#ports/database.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { AssessInput, AssessResult } from "#operations/gathering/assess-input.ts";
import type { Report } from "#sections/report.ts";
import type { Terminal } from "./terminal.ts";

/** What a run of the command line is given by `main.ts`, or by a test. */
export interface Session {
  readonly terminal: Terminal;
  /** Standard input; not touched before it is asked for. */
  readonly input: () => Readable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** From now on the command may take so long to end in good order once the signal was given. */
  readonly askForGrace: (milliseconds: number) => void;
  readonly version: string;
  /** The module that the program begins with, to start it once more; null: from source nothing is started. */
  readonly entry: URL | null;
  /** Opened when a command needs them: help is there at once. */
  readonly stores: () => Promise<Stores>;
  /** The database that a team shares; not loaded before a command asks for it. */
  readonly openDatabase: OpenDatabase;
  readonly threads: Threads;
  readonly assess: (context: VerbContext, input: AssessInput) => Promise<AssessResult>;
  /** One line from whoever sits there, or from the pipe; null at its end. */
  readonly ask: (prompt: string) => Promise<string | null>;
  /** Ready to turn a report into its HTML page. Throws when the screens are not built. */
  readonly openPage: () => Promise<(report: Report) => Buffer>;
}

export interface CommonOptions {
  readonly quiet?: true;
  readonly debug?: true;
}

/** The context of operations: progress and notes on standard error. */
export async function contextOf(
  { terminal, clock, signal, stores, threads }: Session,
  { quiet = false, debug = false }: { readonly quiet?: boolean; readonly debug?: boolean },
): Promise<VerbContext> {
  const { createProgress } = await import("./progress.ts");
  const progress = createProgress(terminal.notes, clock, quiet);
  const { style } = terminal.notes;
  return {
    ...(await stores()),
    threads,
    clock,
    signal,
    progress,
    log: {
      info: (text) => (quiet ? undefined : progress.above(terminalText(text))),
      warn: (text) => progress.above(`${style.yellow("Note:")} ${terminalText(text)}`),
      debug: (text) => (debug ? progress.above(style.dim(terminalText(text))) : undefined),
    },
  };
}
