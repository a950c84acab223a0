import { Argument, type Command } from "commander";
import { FulcrumError } from "#kernel/errors.ts";
import type { CorrectFactInput } from "#operations/correct-fact.ts";
import type { CorrectOptions } from "../commands/correct.ts";
import { addRecallOptions, examples } from "../program-parts.ts";
import { parseDay } from "../parse-options.ts";
import { defineCommand } from "../define-command.ts";
import { type ComponentClass, componentClasses } from "#vocabulary/structure.ts";

type NewCorrection = CorrectFactInput["correction"];

interface EdgeOptions extends CorrectOptions {
  readonly absent?: true;
  readonly from?: string;
}

/** `correct owner|class|edge|bot|name`: what is corrected comes first, the right answer second. */
export const command = defineCommand("begin", (program, session) => {
  const correct = program
    .command("correct")
    .summary("put a wrong fact right, in fulcrum.yaml")
    .description(
      "Writes a correction into fulcrum.yaml; it survives every reading and shows what it overrode. --undo takes it back.",
    );
  examples(correct, [
    ["fulcrum correct owner tills storefront", "who owns it"],
    ["fulcrum correct class tills product", "what it is"],
    ["fulcrum correct edge tills till-ui --absent", "it does not use it"],
    ["fulcrum correct owner tills --undo", "back to what the evidence says"],
  ]);
  const run = async (correction: NewCorrection, options: CorrectOptions): Promise<void> => {
    const { runCorrect } = await import("../commands/correct.ts");
    await runCorrect(session, correction, options);
  };

  part(correct, "owner", "the team that owns a component")
    .argument("<component>", "id or name")
    .argument("[team]", "name of the team")
    .action((component: string, owner: string | undefined, options: CorrectOptions) =>
      run(
        {
          kind: "owner",
          component,
          owner: answer(owner, "team", options),
          reason: reasonOf(options),
        },
        options,
      ),
    );
  part(correct, "class", "what a component is")
    .argument("<component>", "id or name")
    .addArgument(new Argument("[class]", "the right class").choices(componentClasses))
    .action((component: string, given: ComponentClass | undefined, options: CorrectOptions) => {
      const right = options.undo === true ? "unknown" : given;
      if (right === undefined) throw missing("class");
      return run({ kind: "class", component, class: right, reason: reasonOf(options) }, options);
    });
  part(correct, "edge", "that a component uses a capability, or does not")
    .argument("<component>", "id or name of the component that uses it, or does not")
    .argument("<capability>", "id or name")
    .option("--absent", "it does not use it, whatever was found")
    .option("--from <date>", "day on which the use began", parseDay)
    .action((consumer: string, capability: string, options: EdgeOptions) =>
      run(
        {
          kind: "edge",
          consumer,
          capability,
          present: options.absent !== true,
          from: options.from ?? null,
          reason: reasonOf(options),
        },
        options,
      ),
    );
  part(correct, "bot", "that an address belongs to a program")
    .argument("<address>", "e-mail address, or the part before the @")
    .action((address: string, options: CorrectOptions) =>
      run({ kind: "bot", address, reason: reasonOf(options) }, options),
    );
  part(correct, "name", "the name of a component or capability")
    .argument("<id>", "id or present name")
    .argument("[name]", "the right name")
    .action((of: string, name: string | undefined, options: CorrectOptions) =>
      run(
        { kind: "name", of, name: answer(name, "name", options), reason: reasonOf(options) },
        options,
      ),
    );
});

function part(correct: Command, kind: string, description: string): Command {
  const one = correct
    .command(kind)
    .description(description)
    .option("--reason <text>", "why: shown beside the fact")
    .option("--undo", "take the correction back")
    .option(
      "--config <file>",
      "the file to write (default: that of the last assessment, else fulcrum.yaml here)",
    );
  return addRecallOptions(one);
}

function answer(given: string | undefined, what: string, { undo }: CorrectOptions): string {
  if (given !== undefined) return given;
  if (undo === true) return "";
  throw missing(what);
}

function missing(what: string): FulcrumError {
  return new FulcrumError(
    "usage",
    `The right ${what} is missing.`,
    `Give it after what it is about, or --undo to take a correction back.`,
  );
}

function reasonOf({ reason }: CorrectOptions): string | null {
  return reason ?? null;
}
