import type { ServeOptions } from "../commands/serve.ts";
import { defineCommand } from "../define-command.ts";
import { parsePort, parseWorkers } from "../parse-options.ts";
import { addCommonOptions, examples } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const serve = program
    .command("serve")
    .summary("the service that a team shares: screens and API")
    .description(
      "Serves the screens and a REST API from a database: that of DATABASE_URL, else one that Fulcrum brings with it. It listens on this machine only, where nobody signs in, unless --host says otherwise: then tokens or a provider of identities have to be there (docs/access.md).",
    )
    .option("--host <host>", "address of this machine to listen on", "127.0.0.1")
    .option("--port <n>", "port to listen on; 0: any that is free", parsePort, 4711)
    .option("--data <folder>", "where Fulcrum's own database lies", ".fulcrum")
    .option("--config <file>", "what may be read (default: service.yaml in the data folder)")
    .option(
      "--workers <n>",
      "organisations that are scanned at once, by a process beside it; 0: others do it",
      parseWorkers,
      1,
    )
    .option(
      "--report <file...>",
      "report that assess --json wrote, to be put in; - is standard input",
    );
  addCommonOptions(serve);
  examples(serve, [
    ["fulcrum serve", "on http://127.0.0.1:4711/"],
    ["fulcrum serve --report report.json", "with that report as an assessment of its organisation"],
  ]);
  serve.action(async (options: ServeOptions) => {
    const { runServe } = await import("../commands/serve.ts");
    await runServe(session, options);
  });
});
