import { Option } from "commander";
import { parseCount } from "../parse-options.ts";
import { addCommonOptions, examples, formats } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";
import type { DuplicatesOptions } from "../commands/duplicates-options.ts";

export const command = defineCommand("ask", (program, session) => {
  const duplicates = program
    .command("duplicates")
    .summary("list code that more than one team keeps")
    .description(
      "Compares the code of all repositories below the folders (or, where there are none, of the folders inside a plain folder) and lists what is kept by more than one owner, what sharing it would save first. With --changed: what a change of one clone adds that other owners keep already, from the index of the last assessment, in moments.",
    )
    .argument(
      "[folder...]",
      "folders that hold clones, or a plain folder of folders; with --changed the clone (default: here)",
    )
    .option("--changed", "only what is new: not committed yet, untracked files as well")
    .option("--staged", "the same, of what is staged")
    .option("--base <rev>", "the same, of the commits since REV, a branch or commit")
    .option("--own", "with --changed: also what the same owner keeps")
    .option(
      "--config <file>",
      "configuration (default: fulcrum.yaml in the first folder, else here)",
    )
    .option("--jobs <n>", "worker threads (default: as many as cores)", parseCount)
    .option("--most <n>", "rows of the table (default: 20; Markdown: all)", parseCount)
    .addOption(
      new Option("--kind <kind>", "what to list: code, scaffolding, code between forks, or all")
        .choices(["code", "template", "fork", "all"])
        .default("code"),
    )
    .option("--cache <folder>", "where to keep what was read, and where the index is")
    .addOption(
      new Option("--format <format>", "what to print")
        .choices([...formats, "sarif"])
        .default("table"),
    );
  addCommonOptions(duplicates);
  examples(duplicates, [
    ["fulcrum duplicates ../repos", "the twenty that would save most"],
    ["fulcrum duplicates ../repos --format sarif", "for code scanning"],
    ["fulcrum duplicates --changed", "before you commit"],
    ["fulcrum duplicates --base origin/main", "of a branch, in a pipeline"],
  ]);
  duplicates.action(async (folders: string[], options: DuplicatesOptions) => {
    const { runDuplicates } = await import("../commands/duplicates.ts");
    await runDuplicates(session, folders, options);
  });
});
