import { dirname, relative, resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { counted } from "#kernel/phrases.ts";
import { ReportInMemory } from "#operations/answering/report-in-memory.ts";
import { openAssessment, type OpenedAssessment } from "#operations/open-assessment.ts";
import { configurationFileName } from "#operations/configuration/read-configuration.ts";
import { standsInWhatIsRead } from "#operations/reading/repositories-around.ts";
import { writeInitialConfiguration } from "#operations/write-initial-configuration.ts";
import { contextOf, type Session } from "../session.ts";
import { assessFolders } from "./assess.ts";
import { recall, type RecallOptions } from "./recall.ts";

export interface InitOptions extends RecallOptions {
  readonly config?: string;
  readonly force?: true;
}

/** Writes a commented fulcrum.yaml from what was found in the folders, or in the last assessment. */
export async function runInit(
  session: Session,
  folders: readonly string[],
  options: InitOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const { opened, folders: read } = await sourceOf(session, context, folders, options);
  const path = resolve(session.workingFolder, options.config ?? configurationFileName);
  const { assessments, id: assessment } = opened;
  const written = await writeInitialConfiguration(
    { ...context, assessments },
    {
      assessment,
      folders: read,
      path,
      force: options.force === true,
    },
  );
  const { out } = session.terminal;
  for (const one of written.catalogues)
    out.line(
      terminalText(
        `Found a catalogue: ${one.path} in ${one.repository}, ${counted(one.entriesCount, "entry", "entries")}, ${one.knownCount} read here.`,
      ),
    );
  const near = relative(session.workingFolder, written.path);
  out.line(terminalText(`Written to ${near.startsWith("..") ? written.path : near}.`));
  const isRead = await standsInWhatIsRead(dirname(written.path), read);
  const named = isRead ? ` --config ${near}` : "";
  if (isRead)
    context.log.warn("It stands in a repository that is read, and is used only where it is named.");
  context.log.info(`Read it through, then: fulcrum assess FOLDER${named}`);
}

/** The last assessment of these folders, made now where there is none. */
async function sourceOf(
  session: Session,
  context: VerbContext,
  folders: readonly string[],
  options: InitOptions,
): Promise<{ opened: Pick<OpenedAssessment, "assessments" | "id">; folders: readonly string[] }> {
  if (folders.length === 0) {
    const opened = await recall(session, context, options);
    return { opened, folders: opened.origin?.folders ?? [] };
  }
  const absolute = folders.map((folder) => resolve(session.workingFolder, folder));
  const place =
    options.cache === undefined
      ? context.assessments.placeOf(absolute)
      : resolve(session.workingFolder, options.cache);
  try {
    const opened = await openAssessment(context, { reportPath: null, place });
    await opened.assessments.head(opened.id);
    return { opened, folders: absolute };
  } catch (error) {
    if (!(error instanceof FulcrumError) || error.code !== "no-assessment") throw error;
  }
  const cache = options.cache === undefined ? {} : { cache: options.cache };
  const { report } = await assessFolders(session, context, folders, cache);
  const made = new ReportInMemory(report);
  return { opened: { assessments: made, id: made.id }, folders: absolute };
}
