import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { CommanderError } from "commander";
import { errorCodes, FulcrumError, messageOf } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { Session } from "./session.ts";
import { stoppedNext, stoppedText } from "./stopped.ts";
import { systemLimit } from "./system-limit.ts";

/** How far a command line was understood. */
export interface CommandWords {
  readonly known: readonly string[];
  readonly next: string | null;
}

/** One line of what happened, one of what to do; with `--debug` the rest. Gives the exit code. */
export async function showFailure(
  session: Session,
  thrown: unknown,
  words: CommandWords,
  withStack: boolean,
): Promise<number> {
  const { notes } = session.terminal;
  const failure = await failureOf(session, thrown, words);
  notes.line(`${notes.style.red("Error:")} ${terminalText(failure.message)}`);
  notes.line(terminalText(failure.next));
  if (withStack) {
    notes.line();
    notes.line(`${failure.code}, exit code ${failure.exitCode}`);
    for (const line of stackOf(thrown)) notes.line(terminalText(line));
  }
  return failure.exitCode;
}

async function failureOf(
  session: Session,
  thrown: unknown,
  words: CommandWords,
): Promise<FulcrumError> {
  if (session.signal.aborted) return interrupted(thrown);
  if (thrown instanceof FulcrumError) return thrown;
  if (thrown instanceof CommanderError) return misunderstood(session, thrown, words);
  const limit = systemLimit(thrown);
  if (limit !== null) return limit;
  return new FulcrumError(
    "unexpected",
    `${errorCodes.unexpected.title}: ${messageOf(thrown)}`,
    "Run the command again with --debug and report what it prints; what was read is kept.",
    { cause: thrown },
  );
}

function interrupted(cause: unknown): FulcrumError {
  return new FulcrumError("interrupted", stoppedText, stoppedNext, { cause });
}

async function misunderstood(
  session: Session,
  error: CommanderError,
  { known, next }: CommandWords,
): Promise<FulcrumError> {
  const [first = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const what = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, "")}.`;
  if (known.length === 0 && next !== null && (await isFolder(session, next)))
    return new FulcrumError("usage", what, `To assess a folder: fulcrum assess ${next}`);
  const near = suggestion === undefined ? "" : `${suggestion.replace(/^\(|\)$/g, "")} `;
  const help = ["fulcrum", ...known, "--help"].join(" ");
  return new FulcrumError("usage", what, `${near}See: ${help}`, { cause: error });
}

function isFolder({ workingFolder }: Session, path: string): Promise<boolean> {
  return stat(resolve(workingFolder, path)).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** The stack, and those of what caused it. */
function stackOf(thrown: unknown): string[] {
  const lines: string[] = [];
  for (let at = thrown; at instanceof Error && lines.length < 200; at = at.cause)
    for (const line of (at.stack ?? at.message).split("\n")) lines.push(line);
  return lines;
}
