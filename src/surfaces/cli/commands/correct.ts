import { join, relative, resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { correctFact, type CorrectFactInput } from "#operations/correct-fact.ts";
import { some } from "#kernel/phrases.ts";
import { configurationFileName } from "#operations/configuration/read-configuration.ts";
import { standsInWhatIsRead } from "#operations/reading/repositories-around.ts";
import { contextOf, type Session } from "../session.ts";
import { recall, type RecallOptions } from "./recall.ts";

export interface CorrectOptions extends RecallOptions {
  readonly config?: string;
  readonly reason?: string;
  readonly undo?: true;
}

/** Writes a correction, and says what it overrides and when it holds. */
export async function runCorrect(
  session: Session,
  correction: CorrectFactInput["correction"],
  options: CorrectOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const { assessments, id, origin } = await recall(session, context, options);
  const configurationPath =
    options.config === undefined
      ? (origin?.configurationPath ?? (await ownConfiguration(session, origin?.folders ?? [])))
      : resolve(session.workingFolder, options.config);
  const done = await correctFact(
    { ...context, assessments },
    {
      assessment: id,
      configurationPath,
      correction,
      undo: options.undo === true,
    },
  );
  const { out } = session.terminal;
  const path = relative(session.workingFolder, done.path);
  out.line(terminalText(`${done.subject}: ${done.kind} was ${done.before}, now ${done.after}.`));
  out.line(terminalText(`Written to ${path.startsWith("..") ? done.path : path}.`));
  const folders = origin === null ? "FOLDER" : some(origin.folders, 3);
  context.log.info(`It shows in the next report: fulcrum assess ${folders}`);
}

/** Here, but not where no assessment would look: the correction would be told as made and never hold. */
async function ownConfiguration(
  { workingFolder }: Session,
  folders: readonly string[],
): Promise<string> {
  const path = join(workingFolder, configurationFileName);
  if (!(await standsInWhatIsRead(workingFolder, folders))) return path;
  throw new FulcrumError(
    "usage",
    `${path} would stand in a repository that is read, where no assessment looks for its configuration.`,
    "Go to another folder, or name the file with --config, here and for assess.",
  );
}
