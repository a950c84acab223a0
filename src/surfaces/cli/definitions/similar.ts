import { Option } from "commander";
import type { SimilarOptions } from "../commands/similar.ts";
import { parseCount } from "../parse-options.ts";
import { addCommonOptions, examples, formats } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const similar = program
    .command("similar")
    .summary("find code like that of a file, anywhere in the organisation")
    .description(
      "Compares one file with the whole organisation, from the index that the last assessment wrote: in milliseconds, and without reading a repository. Lists each stretch that stands elsewhere too, with where.",
    )
    .argument("<file>", "the file, or - for standard input")
    .option("--as <name>", "a name that says what language it is in, such as bread.rb")
    .option("--most <n>", "rows of the table (default: 20; Markdown: all)", parseCount)
    .option("--cache <folder>", "the cache of the assessment that is meant (default: the last)")
    .addOption(
      new Option("--format <format>", "what to print")
        .choices([...formats, "sarif"])
        .default("table"),
    );
  addCommonOptions(similar);
  examples(similar, [
    ["fulcrum similar app/models/till.rb", "who has something like it?"],
    ["pbpaste | fulcrum similar - --as till.rb", "the same of what you copied"],
    ["fulcrum similar till.rb --format json", "for programs"],
  ]);
  similar.action(async (file: string, options: SimilarOptions) => {
    const { runSimilar } = await import("../commands/similar.ts");
    await runSimilar(session, file, options);
  });
});
