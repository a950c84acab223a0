import { join, relative, resolve } from "node:path";
import { terminalText } from "#kernel/terminal-text.ts";
import { correctFact, type CorrectFactInput } from "#operations/correct-fact.ts";
import { some } from "#operations/phrases.ts";
import { configurationFileName } from "#operations/read-configuration.ts";
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
  const { report, origin } = await recall(session, context, options);
  const configurationPath =
    options.config === undefined
      ? (origin?.configurationPath ?? join(session.workingFolder, configurationFileName))
      : resolve(session.workingFolder, options.config);
  const done = await correctFact(context, {
    report,
    configurationPath,
    correction,
    undo: options.undo === true,
  });
  const { out } = session.terminal;
  const path = relative(session.workingFolder, done.path);
  out.line(terminalText(`${done.subject}: ${done.kind} was ${done.before}, now ${done.after}.`));
  out.line(terminalText(`Written to ${path.startsWith("..") ? done.path : path}.`));
  const folders = origin === null ? "FOLDER" : some(origin.folders, 3);
  context.log.info(`It shows in the next report: fulcrum assess ${folders}`);
}
