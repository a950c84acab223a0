import { dirname, resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { counted } from "#kernel/phrases.ts";
import { folderOf, readConfiguration } from "#operations/configuration/read-configuration.ts";
import { repositoriesAround } from "#operations/reading/repositories-around.ts";
import { reportObjectiveStatus } from "#operations/report-objective-status.ts";
import { validateObjectives } from "#operations/validate-objectives.ts";
import { writeAlertRules } from "#operations/write-alert-rules.ts";
import { findingLine, statusColumns } from "../format/slo.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";
import type { Format } from "../program-parts.ts";

export interface SloOptions extends CommonOptions {
  readonly format: Format;
}

export interface SloRulesOptions extends CommonOptions {
  readonly out?: string;
}

export interface SloStatusOptions extends SloOptions {
  readonly prometheus?: string;
  readonly data?: readonly string[];
  readonly config?: string;
  readonly asOf?: number;
  readonly cache?: string;
}

/** Throws `objectives-invalid` after everything was said, so that a pipeline stops. */
export async function runSloValidate(
  session: Session,
  paths: readonly string[],
  options: SloOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const { workingFolder, terminal } = session;
  const found = await validateObjectives(context, { paths, workingFolder });
  const { out } = terminal;
  if (options.format === "json") out.line(terminalJson(JSON.stringify(found, null, 2)));
  else {
    const say = (line: string, mark: string): void =>
      out.line(options.format === "markdown" ? `${mark}${markdownText(line)}` : terminalText(line));
    for (const finding of found.findings) say(findingLine(finding), "- ");
    if (options.format === "markdown" && found.findings.length > 0) out.line();
    const kinds = found.kinds.map(({ kind, count }) => `${String(count)} ${kind}`).join(", ");
    say(
      `${counted(found.objectives.length, "objective", "objectives")} in ${counted(found.filesCount, "file", "files")}${kinds === "" ? "" : ` (${kinds})`}.`,
      "",
    );
  }
  if (found.findings.length > 0)
    throw new FulcrumError(
      "objectives-invalid",
      `${counted(found.findings.length, "mistake", "mistakes")} in the documents.`,
      "Mend the lines named above; everything else was read.",
    );
  if (found.kinds.length === 0) throw nothingFound(paths);
}

export async function runSloRules(
  session: Session,
  paths: readonly string[],
  options: SloRulesOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const { workingFolder, terminal } = session;
  const out = options.out === undefined ? null : resolve(workingFolder, options.out);
  const written = await writeAlertRules(context, { paths, workingFolder, out });
  for (const { slo, what, reason } of written.leftOut)
    context.log.info(`${slo}: ${what} left out: ${reason}.`);
  for (const finding of written.findings) context.log.warn(findingLine(finding));
  if (written.objectivesCount === 0) throw nothingFound(paths);
  if (written.groupsCount === 0)
    throw new FulcrumError(
      "objectives-invalid",
      "No rules were written: every objective is left out.",
      "The lines above say why; rules need queries of Prometheus.",
    );
  if (out === null) terminal.out.stream.write(written.text);
  else
    terminal.out.line(
      terminalText(
        `Written to ${options.out ?? ""}: rules of ${counted(written.groupsCount, "objective", "objectives")}.`,
      ),
    );
}

export async function runSloStatus(
  session: Session,
  paths: readonly string[],
  options: SloStatusOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const { workingFolder, terminal } = session;
  const file = await readConfiguration(context, {
    path: options.config === undefined ? null : resolve(workingFolder, options.config),
    lookIn: [workingFolder],
    read: await repositoriesOf(workingFolder, paths),
  });
  const { reliability } = file.configuration;
  const status = await reportObjectiveStatus(context, {
    paths,
    workingFolder,
    at: options.asOf ?? null,
    cacheFolder: options.cache === undefined ? null : resolve(workingFolder, options.cache),
    prometheus: options.prometheus ?? reliability.prometheus,
    files: options.data ?? reliability.files,
    dataFolder: options.data === undefined ? folderOf(file, workingFolder) : workingFolder,
  });
  const { out } = terminal;
  if (options.format === "json") return out.line(terminalJson(JSON.stringify(status, null, 2)));
  const rows = status.objectives;
  if (rows.length > 0)
    out.line(
      (options.format === "markdown"
        ? markdownTable(statusColumns, rows)
        : tableLines(statusColumns, rows, out)
      ).join("\n"),
    );
  const notes = [
    ...status.problems.map(
      ({ where, line, text, needs }) =>
        `${where}${line === null ? "" : `:${String(line)}`}: ${text}. ${needs}`,
    ),
    ...status.findings.map(findingLine),
  ];
  if (options.format === "markdown" && notes.length > 0)
    out.line(["", ...notes.map((note) => `- ${markdownText(note)}`)].join("\n"));
  else for (const note of notes) context.log.warn(note);
  if (rows.length === 0) throw nothingFound(paths);
}

/** Whose documents are read: their addresses are not asked because they say so. */
async function repositoriesOf(workingFolder: string, paths: readonly string[]): Promise<string[]> {
  const places = paths.map((path) => resolve(workingFolder, path));
  const around = await Promise.all(
    places.flatMap((place) => [repositoriesAround(place), repositoriesAround(dirname(place))]),
  );
  return [...new Set(around.flat())];
}

function nothingFound(paths: readonly string[]): FulcrumError {
  return new FulcrumError(
    "objectives-invalid",
    `No objectives were found in ${paths.join(", ")}.`,
    "Name files, or folders with YAML files, that hold OpenSLO v1, Sloth or Pyrra documents.",
  );
}
