import type { NextOptions } from "../commands/next.ts";
import { defineCommand } from "../define-command.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";

export const command = defineCommand("ask", (program, session) => {
  const next = program
    .command("next")
    .summary("what the platform should change next, and whom to talk to about it")
    .description(
      "Proposals from the last assessment, by person-hours a year at stake: what to do, for whom, the first step, how success is seen, what speaks against it.",
    )
    .argument("[product]", "what this product should build next instead")
    .option("--all", "every proposal")
    .option("--by-effort", "in the order of value ÷ effort")
    .addOption(formatOption("what to print"));
  addRecallOptions(next);
  examples(next, [
    ["fulcrum next", "the first five, in full"],
    ["fulcrum next --by-effort", "what little work would gain most"],
    ["fulcrum next shop-front", "what one product should build next"],
  ]);
  next.action(async (product: string | undefined, options: NextOptions) => {
    const { runNext } = await import("../commands/next.ts");
    await runNext(session, product, options);
  });
});
