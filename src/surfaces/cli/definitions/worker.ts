import { Option } from "commander";
import type { WorkerOptions } from "../commands/worker.ts";
import { defineCommand } from "../define-command.ts";
import { parseConcurrency, parseCount } from "../parse-options.ts";
import { addCommonOptions, examples } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const worker = program
    .command("worker")
    .summary("scans for the service, on this machine")
    .description(
      "Takes jobs from the database that DATABASE_URL names, else from that of a fulcrum serve on this machine, and scans what is watched. Any number of workers may run, on any machine that reaches the database; what one leaves behind the others do. It may read what service.yaml allows, nothing else.",
    )
    .option(
      "--data <folder>",
      "where copies of repositories and what was read are kept",
      ".fulcrum",
    )
    .option("--config <file>", "what may be read (default: service.yaml in the data folder)")
    .option("--concurrency <n>", "organisations that are scanned at once", parseConcurrency, 1)
    .option("--jobs <n>", "repositories read at once, of each", parseCount)
    .addOption(new Option("--until-input-ends").hideHelp());
  addCommonOptions(worker);
  examples(worker, [
    ["fulcrum worker", "beside a fulcrum serve that was started here"],
    ["DATABASE_URL=postgres://db/fulcrum fulcrum worker --concurrency 2", "on another machine"],
  ]);
  worker.action(async (options: WorkerOptions) => {
    const { runWorker } = await import("../commands/worker.ts");
    await runWorker(session, options);
  });
});
