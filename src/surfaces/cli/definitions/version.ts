import { addCommonOptions } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("keep", (program, session) => {
  addCommonOptions(
    program.command("version").description("print the versions of fulcrum, Node and git"),
  ).action(async () => {
    const { runVersion } = await import("../commands/version.ts");
    await runVersion(session);
  });
});
