import { basename, dirname, join, resolve } from "node:path";
import { configuration as schema, type Configuration } from "#contract/configuration.ts";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readExactText } from "#kernel/plain-file.ts";
import type { OperationContext } from "#ports/context.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import { standsInWhatIsRead } from "../reading/repositories-around.ts";

export const configurationFileName = "fulcrum.yaml";
const largestBytes = 4_000_000;

export interface ReadConfigurationInput {
  /** The file that was asked for; null: look for `fulcrum.yaml` in the folders, in their order. */
  readonly path: string | null;
  readonly lookIn: readonly string[];
  /** Folders whose repositories are read: a fulcrum.yaml inside one of those is used only where `path` names it. */
  readonly read: readonly string[];
}

export interface ConfigurationFile {
  /** Absolute; null when there is none and the defaults hold. */
  readonly path: string | null;
  readonly configuration: Configuration;
}

/** Finds and reads `fulcrum.yaml`. Throws `configuration-invalid`. */
export async function readConfiguration(
  context: Pick<OperationContext, "log">,
  input: ReadConfigurationInput,
): Promise<ConfigurationFile> {
  if (input.path !== null) return parsed(resolve(input.path), input.path, await load(input.path));
  for (const folder of input.lookIn) {
    const path = join(resolve(folder), configurationFileName);
    const text = await loadIfThere(path);
    if (text === null) continue;
    if (await standsInWhatIsRead(folder, input.read)) {
      context.log.warn(
        `${path} was not used: a repository that is read does not say how it is to be read. Name it with --config if it is yours.`,
      );
      continue;
    }
    context.log.debug(`Configuration: ${path}`);
    return parsed(path, path, text);
  }
  return { path: null, configuration: schema.parse({}) };
}

/** Folder that relative paths of a configuration start from. */
export function folderOf(file: ConfigurationFile, otherwise: string): string {
  return file.path === null ? resolve(otherwise) : dirname(file.path);
}

function parsed(path: string, shown: string, text: string): ConfigurationFile {
  return { path, configuration: parseConfiguration(text, shown) };
}

async function load(path: string): Promise<string> {
  const text = await loadIfThere(path);
  if (text !== null) return text;
  throw new FulcrumError(
    "configuration-invalid",
    `There is no file ${path}.`,
    `Check the path, or write one with: fulcrum init --config ${basename(path)}`,
  );
}

async function loadIfThere(path: string): Promise<string | null> {
  try {
    // Of what is too large there is so much that the parser says so.
    const text = (await readExactText(path, largestBytes)) ?? " ".repeat(largestBytes);
    return text.replace(/^\uFEFF/, "");
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new FulcrumError(
      "configuration-invalid",
      `${path} cannot be read: ${messageOf(error)}.`,
      "Make it a readable file, or name another one with --config.",
      { cause: error },
    );
  }
}
