import { Command, Option } from "commander";
import type { Session } from "./session.ts";
import { addCorrectCommand } from "./program-correct.ts";
import { addDecisionCommands } from "./program-decision.ts";
import { addDeliveryCommand } from "./program-delivery.ts";
import { addDocumentCommands } from "./program-documents.ts";
import { addDuplicatesCommand } from "./program-duplicates.ts";
import { addSimilarCommand } from "./program-similar.ts";
import { addSloCommand } from "./program-slo.ts";
import { addCommonOptions, addRecallOptions, examples, formatOption } from "./program-parts.ts";
import { parseAsOf, parseCount } from "./parse-options.ts";
import type { AssessOptions } from "./commands/assess.ts";
import type { CacheOptions } from "./commands/cache.ts";
import type { CapabilitiesOptions } from "./commands/capabilities.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { InitOptions } from "./commands/init.ts";
import { capabilityKinds } from "#vocabulary/structure.ts";

/** Commands, options and help. What a command does is loaded when it runs, so that help is there at once. */
export function createProgram(session: Session): Command {
  const program = new Command("fulcrum")
    .description(
      "Makes an organisation's internal platform visible from its repositories: who builds on what, whether they stay, and what that says. Nothing is installed in a repository, nothing leaves this machine.",
    )
    .version(session.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help of a command")
    .addHelpText("after", topHelp);
  addAssess(program, session);
  addQuestions(program, session);
  addDeliveryCommand(program, session);
  addDuplicatesCommand(program, session);
  addSimilarCommand(program, session);
  addSloCommand(program, session);
  addDecisionCommands(program, session);
  addDocumentCommands(program, session);
  addCorrectCommand(program, session);
  addUpkeep(program, session);
  return program;
}

const topHelp = `
Examples:
  fulcrum assess ../repos          read the clones there, write a report
  fulcrum capabilities             what the platform offers, and who uses it
  fulcrum explain NAME             the evidence behind a name or a figure
  fulcrum correct owner NAME TEAM  put a wrong owner right, once and for all

Exit codes: 0 done, 2 wrong input, 3 nothing to read, 4 git, 5 not written,
70 a fault of fulcrum, 130 stopped. docs/errors.md says what to do about each.`;

function addAssess(program: Command, session: Session): void {
  const command = program
    .command("assess")
    .summary("read folders of clones and write the report")
    .description(
      "Reads every git repository below the folders (bare clones and work trees; nothing is checked out or changed), says what was found and writes a report in one HTML file.",
    )
    .argument("<folder...>", "folders that hold clones")
    .option("--name <name>", "name of the organisation")
    .option(
      "--config <file>",
      "configuration (default: fulcrum.yaml in the first folder, else here)",
    )
    .option("--as-of <date>", "look at history as it was at the end of that day (UTC)", parseAsOf)
    .option("--out <file>", "the report as one HTML page", "fulcrum-report.html")
    .option("--no-out", "write no page")
    .option("--json <file>", "the report as JSON (docs/report.schema.json)")
    .addOption(formatOption("what to print"))
    .option(
      "--jobs <n>",
      "how many read and compare at a time (default: as many as cores)",
      parseCount,
    )
    .option("--cache <folder>", "where to keep what was read (default: see docs/command-line.md)")
    .option("--no-cache", "read everything again, and keep no evidence")
    .option("--no-duplication", "do not compare code between teams")
    .option("--duplication-trend", "compare the code of the last quarters as well")
    .addOption(new Option("--list-blobs <file>").hideHelp());
  addCommonOptions(command);
  examples(command, [
    ["fulcrum assess ../repos", "the first look"],
    ["fulcrum assess ../repos --as-of 2025-12-31", "the end of 2025"],
    ["fulcrum assess ../repos --format json --no-out", "for programs"],
  ]);
  command.action(async (folders: string[], options: AssessOptions) => {
    const { runAssess } = await import("./commands/assess.ts");
    await runAssess(session, folders, options);
  });
}

function addQuestions(program: Command, session: Session): void {
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
    const { runCapabilities } = await import("./commands/capabilities.ts");
    await runCapabilities(session, options);
  });

  const explain = program
    .command("explain")
    .summary("show the evidence behind a figure")
    .description(
      "Opens a capability, component, team, repository, use or fact, by id or by name, or any figure of the JSON report by its pointer, down to the commit and the file, with the command that shows them.",
    )
    .argument("<id>", "id, name, or JSON pointer")
    .option("--all", "everything, where lists are cut")
    .addOption(formatOption("what to print"));
  addRecallOptions(explain);
  examples(explain, [
    ["fulcrum explain web-kit", "a capability or component by its name"],
    ["fulcrum explain /adoption/3/rate", "a figure of the JSON report"],
    ['fulcrum explain "signal 3"', "a signal, down to the commits that speak for it"],
    ["fulcrum explain evidence:0123456789abcdef --format json", "one fact"],
  ]);
  explain.action(async (subject: string, options: ExplainOptions) => {
    const { runExplain } = await import("./commands/explain.ts");
    await runExplain(session, subject, options);
  });
}

function addUpkeep(program: Command, session: Session): void {
  const init = program
    .command("init")
    .summary("write a commented fulcrum.yaml from what is found")
    .description(
      "Writes fulcrum.yaml with the namespaces and catalogues that were found, and the rest as comments.",
    )
    .argument("[folder...]", "folders that hold clones (default: those of the last assessment)")
    .option("--config <file>", "the file to write", "fulcrum.yaml")
    .option("--force", "replace a file that is there");
  addRecallOptions(init);
  examples(init, [["fulcrum init ../repos", "look at the clones, write ./fulcrum.yaml"]]);
  init.action(async (folders: string[], options: InitOptions) => {
    const { runInit } = await import("./commands/init.ts");
    await runInit(session, folders, options);
  });

  const cache = program
    .command("cache")
    .summary("look after what is kept between assessments")
    .description(
      "Evidence is kept so that the next assessment reads only what is new. Without --cache or folders: that of the last assessment.",
    );
  const actions = [
    ["show", "where it is and how large"],
    ["clear", "remove what was read; the next assessment reads everything again"],
    ["rotate-key", "remove what was read and give everybody another pseudonym"],
  ] as const;
  for (const [action, summary] of actions) {
    const command = cache
      .command(action)
      .description(summary)
      .argument("[folder...]", "folders that were assessed")
      .option("--cache <folder>", "the cache's folder");
    addCommonOptions(command);
    command.action(async (folders: string[], options: CacheOptions) => {
      const { runCache } = await import("./commands/cache.ts");
      await runCache(session, action, folders, options);
    });
  }

  addCommonOptions(
    program.command("version").description("print the versions of fulcrum, Node and git"),
  ).action(async () => {
    const { runVersion } = await import("./commands/version.ts");
    await runVersion(session);
  });
}
