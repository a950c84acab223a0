import { Command } from "commander";
import { stages } from "./define-command.ts";
import { definitions } from "./definitions/index.ts";
import type { Session } from "./session.ts";

/** Commands, options and help. What a command does is loaded when it runs, so that help is there at once. */
export function createProgram(session: Session): Command {
  const program = new Command("fulcrum")
    .description(
      "Makes an organisation's internal platform visible from its repositories: who builds on what, whether they stay, and what that says. Nothing is installed in a repository, nothing leaves this machine.",
    )
    .version(session.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help of a command")
    .addHelpText("after", topHelp);
  for (const stage of stages)
    for (const definition of definitions)
      if (definition.stage === stage) definition.addTo(program, session);
  return program;
}

const topHelp = `
Examples:
  fulcrum assess ../repos          read the clones there, write a report
  fulcrum capabilities             what the platform offers, and who uses it
  fulcrum explain NAME             the evidence behind a name or a figure
  fulcrum correct owner NAME TEAM  put a wrong owner right, once and for all

Exit codes: 0 done, 2 wrong input, 3 nothing to read, 4 git, 5 not written,
70 a fault of fulcrum, 130 stopped. docs/errors.md says what to do about each.`;
