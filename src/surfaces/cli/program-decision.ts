import type { Command } from "commander";
import type { DecisionOptions } from "./commands/decision.ts";
import { addRecallOptions, examples, formatOption } from "./program-parts.ts";
import type { Session } from "./session.ts";

const questions = [
  {
    name: "signals",
    summary: "does the organisation need a platform product manager",
    description:
      "The seven signals and five decays of the last assessment with their state, and the verdict; unknown says what to give.",
    run: "runSignals",
  },
  {
    name: "staffing",
    summary: "how many platform product managers",
    description: "The range with its reasons, and what would change it, from the last assessment.",
    run: "runStaffing",
  },
  {
    name: "sourcing",
    summary: "where they should come from, and whom to talk to first",
    description:
      "Internal hire, external hire or interim, with fit and risks, and the teams that tell most, from the last assessment.",
    run: "runSourcing",
  },
] as const;

/** The decision: whether, how many, from where. */
export function addDecisionCommands(program: Command, session: Session): void {
  for (const { name, summary, description, run } of questions) {
    const command = program
      .command(name)
      .summary(summary)
      .description(description)
      .addOption(formatOption("what to print"));
    addRecallOptions(command);
    examples(command, [
      [`fulcrum ${name}`, "from the last assessment"],
      [`fulcrum ${name} --format json`, "the whole section, for programs"],
    ]);
    command.action(async (options: DecisionOptions) => {
      const commands = await import("./commands/decision.ts");
      await commands[run](session, options);
    });
  }
}
