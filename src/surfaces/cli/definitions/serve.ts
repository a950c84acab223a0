import type { ServeOptions } from "../commands/serve.ts";
import { defineCommand } from "../define-command.ts";
import { parsePort } from "../parse-options.ts";
import { addCommonOptions, examples } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const serve = program
    .command("serve")
    .summary("the service that a team shares: screens and API")
    .description(
      "Serves the screens and a REST API from a database: that of DATABASE_URL, else one that Fulcrum brings with it. Nobody signs in yet, so that it listens on this machine only.",
    )
    .option("--host <host>", "address of this machine to listen on", "127.0.0.1")
    .option("--port <n>", "port to listen on; 0: any that is free", parsePort, 4711)
    .option("--data <folder>", "where Fulcrum's own database lies", ".fulcrum")
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
