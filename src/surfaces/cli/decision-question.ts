import type { DecisionOptions } from "./commands/decision.ts";
import { type CommandDefinition, defineCommand } from "./define-command.ts";
import { addRecallOptions, examples, formatOption } from "./program-parts.ts";

interface Question {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly run: "runSignals" | "runVerdict" | "runStaffing" | "runSourcing";
}

/** A command that prints a section of the decision: whether, how many, from where. */
export function decisionQuestion({ name, summary, description, run }: Question): CommandDefinition {
  return defineCommand("decide", (program, session) => {
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
  });
}
