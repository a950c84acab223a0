import { rollUpScopes } from "#vocabulary/delivery.ts";
import { Option } from "commander";
import type { DeliveryOptions } from "../commands/delivery.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const delivery = program
    .command("delivery")
    .summary("how changes reach production: the five DORA metrics")
    .description(
      "Deployments, change lead time, frequency, failures and recovery by component and environment, from the last assessment.",
    )
    .argument("[component]", "only this component, with the reasons of what is unknown")
    .option("--environment <name>", "only this environment")
    .option("--all", "also environments other than production")
    .addOption(
      new Option("--by <scope>", "put together, each beside its own past").choices(rollUpScopes),
    )
    .addOption(formatOption("what to print"));
  addRecallOptions(delivery);
  examples(delivery, [
    ["fulcrum delivery", "production, every component"],
    ["fulcrum delivery ovens --all", "one component, in every environment"],
    ["fulcrum delivery --by team", "teams by name, with the last eight quarters"],
  ]);
  delivery.action(async (component: string | undefined, options: DeliveryOptions) => {
    const { runDelivery } = await import("../commands/delivery.ts");
    await runDelivery(session, component, options);
  });
});
