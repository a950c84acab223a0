import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { expect, it } from "vitest";
import { stages, type CommandDefinition } from "#surfaces/cli/define-command.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { recordedSession } from "../unit/surfaces/cli/recorded-session.ts";

const folder = join(projectRoot, "src", "surfaces", "cli", "definitions");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && name !== "index.ts")
  .map((name) => name.replace(/\.ts$/, ""))
  .sort();

/** From the files themselves, for the list of them may be about to be written. */
async function programOfFolder(): Promise<Command> {
  const { session } = recordedSession({ workingFolder: projectRoot });
  const program = new Command("fulcrum");
  const definitions: CommandDefinition[] = [];
  for (const name of names) {
    const file = pathToFileURL(join(folder, `${name}.ts`)).href;
    const module = (await import(/* @vite-ignore */ file)) as { command: CommandDefinition };
    definitions.push(module.command);
  }
  for (const stage of stages)
    for (const definition of definitions)
      if (definition.stage === stage) definition.addTo(program, session);
  return program;
}

/** `one-pager` → `onePager`. */
const variable = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

it("every file of src/surfaces/cli/definitions is a command", async () => {
  const imports = names.map(
    (name) => `import { command as ${variable(name)} } from "./${name}.ts";`,
  );
  const list = names.map((name) => `  ${variable(name)},`);
  await expect(`// Written by \`npm run generate\` from the files of this folder: one command each.
${imports.join("\n")}

export const definitions = [
${list.join("\n")}
] as const;
`).toMatchFileSnapshot(join(folder, "index.ts"));
});

it("a command is named like its file", async () => {
  expect((await programOfFolder()).commands.map((command) => command.name()).sort()).toEqual(names);
});

it("docs/command-line.md lists every command", async () => {
  const path = join(projectRoot, "docs", "command-line.md");
  const listed = (await programOfFolder()).commands.map(
    (command) => [usageOf(command), command.summary() || command.description()] as const,
  );
  const width = Math.max(...listed.map(([usage]) => usage.length)) + 2;
  const lines = listed.map(([usage, summary]) => `${usage.padEnd(width)}${summary}`);
  const text = readFileSync(path, "utf8");
  await expect(
    text.replace(/^```\nfulcrum .*?^```$/ms, () => ["```", ...lines, "```"].join("\n")),
  ).toMatchFileSnapshot(path);
});

/** `fulcrum similar FILE`, `fulcrum slo rules|status|validate`. */
function usageOf(command: Command): string {
  const parts = command.commands.map((one) => one.name()).join("|");
  const taken = command.registeredArguments.map((one) => {
    const name = `${one.name().toUpperCase()}${one.variadic ? "…" : ""}`;
    return one.required ? name : `[${name}]`;
  });
  return ["fulcrum", command.name(), ...(parts === "" ? taken : [parts])].join(" ");
}
