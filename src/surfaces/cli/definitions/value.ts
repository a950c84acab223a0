import type { ValueOptions } from "../commands/value.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const value = program
    .command("value")
    .summary("what the platform cost, and what it saved")
    .description(
      "The value ledger of the last assessment in person-months, with ranges, the other side, and how delivery moved around adoption.",
    )
    .argument("[capability]", "only this capability, with the reasons of what is unknown")
    .option("--all", "also capabilities without a figure")
    .addOption(formatOption("what to print"));
  addRecallOptions(value);
  examples(value, [
    ["fulcrum value", "the whole ledger"],
    ["fulcrum value web-kit", "one capability, and why figures are missing"],
  ]);
  value.action(async (capability: string | undefined, options: ValueOptions) => {
    const { runValue } = await import("../commands/value.ts");
    await runValue(session, capability, options);
  });
});
