import { capabilityKinds } from "#vocabulary/structure.ts";
import { Option } from "commander";
import type { CapabilitiesOptions } from "../commands/capabilities.ts";
import { addRecallOptions, examples, formatOption } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("ask", (program, session) => {
  const capabilities = program
    .command("capabilities")
    .summary("list what the platform offers, and how it is used")
    .description("Lists the capabilities of the last assessment, the most used first.")
    .addOption(new Option("--kind <kind>", "only of this kind").choices(capabilityKinds))
    .option("--owner <team>", "only of this team")
    .option("--all", "also those that nothing uses")
    .addOption(formatOption("what to print"));
  addRecallOptions(capabilities);
  examples(capabilities, [
    ["fulcrum capabilities --kind image", "the images that others build on"],
  ]);
  capabilities.action(async (options: CapabilitiesOptions) => {
    const { runCapabilities } = await import("../commands/capabilities.ts");
    await runCapabilities(session, options);
  });
});
