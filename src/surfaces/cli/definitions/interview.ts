import { interviewTopics } from "#vocabulary/declared.ts";
import { Option } from "commander";
import type { InterviewOptions } from "../commands/interview.ts";
import { addCommonOptions, examples } from "../program-parts.ts";
import { defineCommand } from "../define-command.ts";

export const command = defineCommand("begin", (program, session) => {
  const interview = program
    .command("interview")
    .summary("ask what no repository says")
    .description(
      "Asks who decides, who answers for what and where the platform stands, and keeps each answer at once in fulcrum-interview.yaml, with role and day. Run it again to go on.",
    )
    .option("--role <role>", "role of who answers, never a name")
    .addOption(new Option("--topic <topic>", "only this topic").choices(interviewTopics))
    .option(
      "--file <file>",
      "where answers are kept (default: fulcrum-interview.yaml beside fulcrum.yaml)",
    )
    .option("--again", "ask again what this role has answered")
    .option("--form", "print the questions as a form to fill in, and ask nothing");
  addCommonOptions(interview);
  examples(interview, [
    ["fulcrum interview --role 'engineering lead'", "ask, and keep the answers"],
    ["fulcrum interview --form > fulcrum-interview.yaml", "a form for somebody else"],
  ]);
  interview.action(async (options: InterviewOptions) => {
    const { runInterview } = await import("../commands/interview.ts");
    await runInterview(session, options);
  });
});
