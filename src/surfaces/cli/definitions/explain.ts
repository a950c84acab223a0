import type { ExplainOptions } from "../commands/explain.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const explain = program
    .command("explain")
    .summary("show the evidence behind a figure")
    .description(
      "Opens a capability, component, team, repository, use or fact, by id or by name, or any figure of the JSON report by its place, down to the commit and the file, with the command that shows them.",
    )
    .argument("<id>", "id, name, or place in the report")
    .option("--all", "everything, where lists are cut")
    .addOption(formatOption("what to print"));
  addRecallOptions(explain);
  examples(explain, [
    ["fulcrum explain web-kit", "a capability or component by its name"],
    ["fulcrum explain /signals/signals/1/score", "a figure of the JSON report"],
    ['fulcrum explain "signal 3"', "a signal, down to the commits that speak for it"],
    ["fulcrum explain evidence:0123456789abcdef --format json", "one fact"],
  ]);
  explain.action(async (subject: string, options: ExplainOptions) => {
    const { runExplain } = await import("../commands/explain.ts");
    await runExplain(session, subject, options);
  });
});
