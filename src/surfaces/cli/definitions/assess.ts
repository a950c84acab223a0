import { Option } from "commander";
import type { AssessOptions } from "../commands/assess.ts";
import { parseAsOf, parseCount } from "../parse-options.ts";
import { addCommonOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("begin", (program, session) => {
  const assess = program
    .command("assess")
    .summary("read folders of clones and write the report")
    .description(
      "Reads every git repository below the folders (bare clones and work trees; nothing is checked out or changed), says what was found and writes a report in one HTML file.",
    )
    .argument("<folder...>", "folders that hold clones")
    .option("--name <name>", "name of the organisation")
    .option(
      "--config <file>",
      "configuration (default: fulcrum.yaml in the first folder, else here)",
    )
    .option("--as-of <date>", "look at history as it was at the end of that day (UTC)", parseAsOf)
    .option("--out <file>", "the report as one HTML page", "fulcrum-report.html")
    .option("--no-out", "write no page")
    .option("--json <file>", "the report as JSON (docs/report.schema.json)")
    .addOption(formatOption("what to print"))
    .option(
      "--jobs <n>",
      "how many read and compare at a time (default: as many as cores)",
      parseCount,
    )
    .option("--cache <folder>", "where to keep what was read (default: see docs/command-line.md)")
    .option("--no-cache", "read everything again, and keep no evidence")
    .option("--no-duplication", "do not compare code between teams")
    .option("--duplication-trend", "compare the code of the last quarters as well")
    .addOption(new Option("--list-blobs <file>").hideHelp());
  addCommonOptions(assess);
  examples(assess, [
    ["fulcrum assess ../repos", "the first look"],
    ["fulcrum assess ../repos --as-of 2025-12-31", "the end of 2025"],
    ["fulcrum assess ../repos --format json --no-out", "for programs"],
  ]);
  assess.action(async (folders: string[], options: AssessOptions) => {
    const { runAssess } = await import("../commands/assess.ts");
    await runAssess(session, folders, options);
  });
});
