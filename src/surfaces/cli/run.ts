import { CommanderError, type Command } from "commander";
import { showFailure } from "./failure.ts";
import { createProgram } from "./program.ts";
import type { Session } from "./session.ts";

/** Runs one command. Never throws; gives the exit code (docs/errors.md). */
export async function runCommandLine(session: Session, args: readonly string[]): Promise<number> {
  try {
    const program = createProgram(session);
    prepare(program, session);
    await program.parseAsync(args.length === 0 ? ["--help"] : args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // help and version were asked for
    return showFailure(session, error, args);
  }
}

/** Help to standard output, failures to `showFailure`, for the program and every command below it. */
function prepare(command: Command, session: Session): void {
  const { out } = session.terminal;
  command.exitOverride().configureOutput({
    writeOut: (text) => void out.stream.write(text),
    writeErr: () => undefined,
    getOutHelpWidth: () => out.width,
    getOutHasColors: () => out.style.isColorSupported,
  });
  for (const child of command.commands) prepare(child, session);
}
