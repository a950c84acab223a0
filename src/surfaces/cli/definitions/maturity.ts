import type { MaturityOptions } from "../commands/maturity.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const maturity = program
    .command("maturity")
    .summary("where the platform stands in the CNCF model")
    .description(
      "Level of each aspect of the CNCF Platform Engineering Maturity Model from the last assessment, and what holds it back.",
    )
    .option("--all", "everything that holds, lacks, cannot be seen and was said")
    .addOption(formatOption("what to print"));
  addRecallOptions(maturity);
  examples(maturity, [["fulcrum maturity --all", "with every criterion"]]);
  maturity.action(async (options: MaturityOptions) => {
    const { runMaturity } = await import("../commands/maturity.ts");
    await runMaturity(session, options);
  });
});
