import { Option } from "commander";
import type { OnePagerOptions } from "../commands/documents.ts";
import { addRecallOptions, examples } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("decide", (program, session) => {
  const pager = program
    .command("one-pager")
    .summary("one capability on one page, to hand on")
    .description(
      "Who builds on it, whether they stay, what it is worth and what is next, on one page.",
    )
    .argument("<capability>", "name or id")
    .option("--redacted", "letters in place of names of teams and components")
    .addOption(
      new Option("--format <format>", "what to write")
        .choices(["markdown", "html"])
        .default("markdown"),
    )
    .option("--out <file>", "a file to write (default: standard output)")
    .option("--force", "replace a file that is there");
  addRecallOptions(pager);
  examples(pager, [
    ["fulcrum one-pager web-kit", "on standard output"],
    [
      "fulcrum one-pager web-kit --redacted --format html --out web-kit.html",
      "for readers outside",
    ],
  ]);
  pager.action(async (capability: string, options: OnePagerOptions) => {
    const { runOnePager } = await import("../commands/documents.ts");
    await runOnePager(session, capability, options);
  });
});
