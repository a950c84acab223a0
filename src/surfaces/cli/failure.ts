import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { CommanderError } from "commander";
import { errorCodes, FulcrumError, messageOf } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import type { Session } from "./session.ts";

/** One line of what happened, one of what to do; with `--debug` the rest. Gives the exit code. */
export async function showFailure(
  session: Session,
  thrown: unknown,
  args: readonly string[],
): Promise<number> {
  const { notes } = session.terminal;
  const failure = await failureOf(session, thrown, args);
  notes.line(`${notes.style.red("Error:")} ${terminalText(failure.message)}`);
  notes.line(terminalText(failure.next));
  if (args.includes("--debug")) {
    notes.line();
    notes.line(`${failure.code}, exit code ${failure.exitCode}`);
    for (const line of stackOf(thrown)) notes.line(terminalText(line));
  }
  return failure.exitCode;
}

async function failureOf(
  session: Session,
  thrown: unknown,
  args: readonly string[],
): Promise<FulcrumError> {
  if (session.signal.aborted) return interrupted(thrown);
  if (thrown instanceof FulcrumError) return thrown;
  if (thrown instanceof CommanderError) return misunderstood(session, thrown, args);
  return new FulcrumError(
    "unexpected",
    `${errorCodes.unexpected.title}: ${messageOf(thrown)}`,
    "Run the command again with --debug and report what it prints; what was read is kept.",
    { cause: thrown },
  );
}

function interrupted(cause: unknown): FulcrumError {
  return new FulcrumError(
    "interrupted",
    "Stopped before the end.",
    "What was read is kept: run the same command again to go on from there.",
    { cause },
  );
}

async function misunderstood(
  session: Session,
  error: CommanderError,
  args: readonly string[],
): Promise<FulcrumError> {
  const [first = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const what = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, "")}.`;
  const command = args.find((arg) => !arg.startsWith("-"));
  const isUnknownCommand = error.code === "commander.unknownCommand";
  if (isUnknownCommand && command !== undefined && (await isFolder(session, command)))
    return new FulcrumError("usage", what, `To assess a folder: fulcrum assess ${command}`);
  const help =
    isUnknownCommand || command === undefined ? "fulcrum --help" : `fulcrum ${command} --help`;
  const near = suggestion === undefined ? "" : `${suggestion.replace(/^\(|\)$/g, "")} `;
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
    lines.push(...(at.stack ?? at.message).split("\n"));
  return lines;
}
