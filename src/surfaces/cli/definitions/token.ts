import { Option } from "commander";
import { roles } from "#vocabulary/access.ts";
import type { CreateTokenOptions, TokenOptions } from "../commands/token.ts";
import { defineCommand } from "../define-command.ts";
import { parseDays } from "../parse-options.ts";
import { addCommonOptions, addDataOption, examples, formatOption } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const token = program
    .command("token")
    .summary("what programs sign in to the service with")
    .description(
      "Tokens are kept in the database of the service (DATABASE_URL, else that of --data), as digests only. docs/access.md says what each role may do.",
    );
  const create = token
    .command("create")
    .description("make one: it is shown once, here")
    .addOption(new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory())
    .requiredOption("--name <name>", "what it is for")
    .option("--expires <days>", "from now on, from 1d to 366d", parseDays, 90)
    .option("--organisation <name...>", "only these, as they are called in addresses");
  addCommonOptions(addDataOption(create));
  create.action(async (options: CreateTokenOptions) => {
    const { runTokenCreate } = await import("../commands/token.ts");
    await runTokenCreate(session, options);
  });
  const list = token
    .command("list")
    .description("which there are, and when each was used last")
    .addOption(formatOption("what to print"));
  addCommonOptions(addDataOption(list));
  list.action(async (options: TokenOptions) => {
    const { runTokenList } = await import("../commands/token.ts");
    await runTokenList(session, options);
  });
  const revoke = token
    .command("revoke")
    .description("from now on it opens nothing")
    .argument("<id>", "as the list shows it");
  addCommonOptions(addDataOption(revoke));
  revoke.action(async (id: string, options: TokenOptions) => {
    const { runTokenRevoke } = await import("../commands/token.ts");
    await runTokenRevoke(session, id, options);
  });
  examples(token, [
    ["fulcrum token create --role member --name ci --expires 90d", "for a pipeline"],
    ["fulcrum token list", "what there is"],
  ]);
});
