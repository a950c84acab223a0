import { Option } from "commander";
import type { McpOptions } from "../commands/mcp.ts";
import { defineCommand } from "../define-command.ts";
import { addCommonOptions, examples } from "../program-parts.ts";

export const command = defineCommand("ask", (program, session) => {
  const mcp = program
    .command("mcp")
    .summary("let an agent ask, through the Model Context Protocol")
    .description(
      "Answers an agent over standard input and output, from the last assessment or a report. The agent starts it; docs/mcp.md has the tools. It reads only: nothing is written, and nothing leaves this machine but what the agent asks for.",
    )
    .addOption(
      new Option("--report <file>", "a JSON report to answer from (default: the last assessment)"),
    )
    .option("--cache <folder>", "the cache of the assessment that is meant");
  addCommonOptions(mcp);
  examples(mcp, [
    ["fulcrum mcp", "from the last assessment"],
    ["fulcrum mcp --report report.json", "from a report"],
  ]);
  mcp.action(async (options: McpOptions) => {
    const { runMcp } = await import("../commands/mcp.ts");
    await runMcp(session, options);
  });
});
