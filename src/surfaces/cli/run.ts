import { CommanderError, type Command } from "commander";
import { showFailure, type CommandWords } from "./failure.ts";
import { createProgram } from "./program.ts";
import type { Session } from "./session.ts";

/** Runs one command. Never throws; gives the exit code (docs/errors.md). */
export async function runCommandLine(session: Session, args: readonly string[]): Promise<number> {
  const program = createProgram(session);
  const help: string[] = [];
  prepare(program, session, help);
  try {
    await program.parseAsync(args.length === 0 ? ["--help"] : args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && isHelp(error)) {
      session.terminal.out.stream.write(help.join(""));
      return 0;
    }
    return showFailure(session, error, wordsOf(program, args), args.includes("--debug"));
  }
}

/** Help and version were asked for, or a command that only groups others was given alone. */
function isHelp({ code, exitCode }: CommanderError): boolean {
  return exitCode === 0 || code === "commander.help";
}

/** Help to standard output; what commander says about failures is left to `showFailure`. */
function prepare(command: Command, session: Session, help: string[]): void {
  const { out } = session.terminal;
  command.configureHelp({ subcommandTerm: (child) => child.name() });
  command.exitOverride().configureOutput({
    writeOut: (text) => void out.stream.write(text),
    writeErr: (text) => void help.push(text),
    getOutHelpWidth: () => out.width,
    getErrHelpWidth: () => out.width,
    getOutHasColors: () => out.style.isColorSupported,
  });
  for (const child of command.commands) prepare(child, session, help);
}

/** The commands that were understood, and the first word after them: `cache`, `shw`. */
function wordsOf(program: Command, args: readonly string[]): CommandWords {
  const words = args.filter((arg) => !arg.startsWith("-"));
  const known: string[] = [];
  let at: Command | undefined = program;
  for (const word of words) {
    at = at.commands.find((child) => child.name() === word);
    if (at === undefined) return { known, next: word };
    known.push(word);
  }
  return { known, next: null };
}
