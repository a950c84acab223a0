import type { InitOptions } from "../commands/init.ts";
import { addRecallOptions, examples } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("begin", (program, session) => {
  const init = program
    .command("init")
    .summary("write a commented fulcrum.yaml from what is found")
    .description(
      "Writes fulcrum.yaml with the namespaces and catalogues that were found, and the rest as comments.",
    )
    .argument("[folder...]", "folders that hold clones (default: those of the last assessment)")
    .option("--config <file>", "the file to write", "fulcrum.yaml")
    .option("--force", "replace a file that is there");
  addRecallOptions(init);
  examples(init, [["fulcrum init ../repos", "look at the clones, write ./fulcrum.yaml"]]);
  init.action(async (folders: string[], options: InitOptions) => {
    const { runInit } = await import("../commands/init.ts");
    await runInit(session, folders, options);
  });
});
