import { Option, type Command } from "commander";

export const formats = ["table", "json", "markdown"] as const;
export type Format = (typeof formats)[number];

export function formatOption(description: string): Option {
  return new Option("--format <format>", description).choices(formats).default("table");
}

export function addCommonOptions(command: Command): Command {
  return command
    .option("--quiet", "no progress and no notes")
    .option("--debug", "say more, and show where a failure comes from");
}

/** Which database of the service, where DATABASE_URL names none. */
export function addDataOption(command: Command): Command {
  return command.option("--data <folder>", "where Fulcrum's own database lies", ".fulcrum");
}

/** Options of commands that answer from the last assessment. */
export function addRecallOptions(command: Command): Command {
  command
    .option(
      "--report <file>",
      "a JSON report to answer from, - for standard input (default: the last assessment)",
    )
    .option("--cache <folder>", "the cache of the assessment that is meant");
  return addCommonOptions(command);
}

export function examples(command: Command, list: readonly (readonly [string, string])[]): void {
  const width = Math.max(...list.map(([line]) => line.length));
  const lines = list.map(([line, words]) => `  ${line.padEnd(width)}  ${words}`);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}
