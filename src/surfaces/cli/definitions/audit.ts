import type { AuditOptions } from "../commands/audit.ts";
import { defineCommand } from "../define-command.ts";
import { parseDay } from "../parse-options.ts";
import { addCommonOptions, addDataOption, examples } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const audit = program
    .command("audit")
    .summary("what was done in the service, and what was denied")
    .description(
      "Every write and every denial of the service, a line of JSON each, the earliest first: who, what, when, and what became of it.",
    )
    .option("--since <day>", "from this day on (UTC)", parseDay)
    .option("--until <day>", "before this day (UTC)", parseDay);
  addCommonOptions(addDataOption(audit));
  examples(audit, [["fulcrum audit --since 2026-03-01 > audit.ndjson", "since March"]]);
  audit.action(async (options: AuditOptions) => {
    const { runAudit } = await import("../commands/audit.ts");
    await runAudit(session, options);
  });
});
