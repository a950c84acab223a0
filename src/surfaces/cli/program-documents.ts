import { Option, type Command } from "commander";
import type { DocumentOptions, OnePagerOptions } from "./commands/documents.ts";
import type { InterviewOptions } from "./commands/interview.ts";
import type { MaturityOptions } from "./commands/maturity.ts";
import type { ValueOptions } from "./commands/value.ts";
import { addCommonOptions, addRecallOptions, examples, formatOption } from "./program-parts.ts";
import type { Session } from "./session.ts";
import { interviewTopics } from "#vocabulary/declared.ts";

/** What the platform is worth, how mature it is, and the papers that follow. */
export function addDocumentCommands(program: Command, session: Session): void {
  addValue(program, session);
  addMaturity(program, session);
  addInterview(program, session);
  addPapers(program, session);
}

function addValue(program: Command, session: Session): void {
  const value = program
    .command("value")
    .summary("what the platform cost, and what it saved")
    .description(
      "The value ledger of the last assessment in person-months, with ranges, the other side, and how delivery moved around adoption.",
    )
    .argument("[capability]", "only this capability, with the reasons of what is unknown")
    .option("--all", "also capabilities without a figure")
    .addOption(formatOption("what to print"));
  addRecallOptions(value);
  examples(value, [
    ["fulcrum value", "the whole ledger"],
    ["fulcrum value web-kit", "one capability, and why figures are missing"],
  ]);
  value.action(async (capability: string | undefined, options: ValueOptions) => {
    const { runValue } = await import("./commands/value.ts");
    await runValue(session, capability, options);
  });
}

function addMaturity(program: Command, session: Session): void {
  const maturity = program
    .command("maturity")
    .summary("where the platform stands in the CNCF model")
    .description(
      "Level of each aspect of the CNCF Platform Engineering Maturity Model from the last assessment, and what holds it back.",
    )
    .option("--all", "everything that holds, lacks, cannot be seen and was said")
    .addOption(formatOption("what to print"));
  addRecallOptions(maturity);
  examples(maturity, [["fulcrum maturity --all", "with every criterion"]]);
  maturity.action(async (options: MaturityOptions) => {
    const { runMaturity } = await import("./commands/maturity.ts");
    await runMaturity(session, options);
  });
}

function addInterview(program: Command, session: Session): void {
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
    const { runInterview } = await import("./commands/interview.ts");
    await runInterview(session, options);
  });
}

function addPapers(program: Command, session: Session): void {
  const charter = program
    .command("charter")
    .summary("draft the platform's charter from what was found")
    .description(
      "Who the platform is for, what it offers, goals, decisions in force and what is next, as Markdown for people to edit.",
    )
    .option("--out <file>", "a file to write (default: standard output)")
    .option("--force", "replace a file that is there");
  addRecallOptions(charter);
  examples(charter, [["fulcrum charter --out charter.md", "a draft to edit"]]);
  charter.action(async (options: DocumentOptions) => {
    const { runCharter } = await import("./commands/documents.ts");
    await runCharter(session, options);
  });

  const pager = program
    .command("one-pager")
    .summary("one capability on one page, to hand on")
    .description(
      "Who builds on it, whether they stay, what it is worth and what is next, on one page.",
    )
    .argument("<capability>", "name or id")
    .option("--redacted", "letters in place of names of teams and components")
    .addOption(
      new Option("--format <format>", "what to write")
        .choices(["markdown", "html"])
        .default("markdown"),
    )
    .option("--out <file>", "a file to write (default: standard output)")
    .option("--force", "replace a file that is there");
  addRecallOptions(pager);
  examples(pager, [
    ["fulcrum one-pager web-kit", "on standard output"],
    [
      "fulcrum one-pager web-kit --redacted --format html --out web-kit.html",
      "for readers outside",
    ],
  ]);
  pager.action(async (capability: string, options: OnePagerOptions) => {
    const { runOnePager } = await import("./commands/documents.ts");
    await runOnePager(session, capability, options);
  });
}
