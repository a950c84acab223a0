import type { SloOptions, SloRulesOptions, SloStatusOptions } from "../commands/slo.ts";
import { parseAsOf, parseServer } from "../parse-options.ts";
import { addCommonOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

const what = "files or folders with OpenSLO v1, Sloth or Pyrra documents";

/** Documents as they lie on disk, without an assessment. */
export const command = defineCommand("ask", (program, session) => {
  const slo = program
    .command("slo")
    .summary("check objectives, write their alert rules, see their error budgets")
    .description("Service level objectives: OpenSLO v1, Sloth and Pyrra documents.");
  examples(slo, [
    ["fulcrum slo validate slo/", "what is wrong with the documents"],
    ["fulcrum slo rules slo/ --out slo.rules.yml", "for Prometheus"],
    ["fulcrum slo status slo/ --prometheus http://localhost:9090", "budgets, worst first"],
  ]);

  const validate = slo
    .command("validate")
    .description(
      "Reads every document and lists each mistake with its line. Exit code 2 when there are any.",
    )
    .argument("<path...>", what)
    .addOption(formatOption("what to print"));
  addCommonOptions(validate).action(async (paths: string[], options: SloOptions) => {
    const { runSloValidate } = await import("../commands/slo.ts");
    await runSloValidate(session, paths, options);
  });

  const rules = slo
    .command("rules")
    .description("Writes recording and multi-window burn-rate alerting rules for Prometheus.")
    .argument("<path...>", what)
    .option("--out <file>", "the rule file (default: standard output)");
  addCommonOptions(rules).action(async (paths: string[], options: SloRulesOptions) => {
    const { runSloRules } = await import("../commands/slo.ts");
    await runSloRules(session, paths, options);
  });

  const status = slo
    .command("status")
    .description(
      "Error budgets, burn rates and states, worst first; what cannot be judged says why.",
    )
    .argument("<path...>", what)
    .option("--prometheus <url>", "server to ask (default: that of fulcrum.yaml)", parseServer)
    .option("--data <file...>", "CSV or OpenMetrics files with good and total counts")
    .option("--config <file>", "configuration (default: fulcrum.yaml here)")
    .option("--as-of <date>", "as it was at the end of that day, or at an instant (UTC)", parseAsOf)
    .option("--cache <folder>", "keep what Prometheus answered, so that a torn reading goes on")
    .addOption(formatOption("what to print"));
  addCommonOptions(status).action(async (paths: string[], options: SloStatusOptions) => {
    const { runSloStatus } = await import("../commands/slo.ts");
    await runSloStatus(session, paths, options);
  });
});
