import type { DocumentOptions } from "../commands/documents.ts";
import { addRecallOptions, examples } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("decide", (program, session) => {
  const charter = program
    .command("charter")
    .summary("draft the platform's charter from what was found")
    .description(
      "Who the platform is for, what it offers, goals, decisions in force and what is next, as Markdown for people to edit.",
    )
    .option("--out <file>", "a file to write (default: standard output)")
    .option("--force", "replace a file that is there");
  addRecallOptions(charter);
  examples(charter, [["fulcrum charter --out charter.md", "a draft to edit"]]);
  charter.action(async (options: DocumentOptions) => {
    const { runCharter } = await import("../commands/documents.ts");
    await runCharter(session, options);
  });
});
