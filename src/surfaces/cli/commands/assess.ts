import { basename, relative, resolve } from "node:path";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import type { VerbContext } from "#ports/context.ts";
import type { AssessResult } from "#operations/gathering/assess-input.ts";
import { ReportInMemory } from "#operations/answering/report-in-memory.ts";
import { exportReport, refuseOneFileForTwo } from "#operations/export-report.ts";
import {
  folderOf,
  readConfiguration,
  type ConfigurationFile,
} from "#operations/configuration/read-configuration.ts";
import { standsInWhatIsRead } from "#operations/reading/repositories-around.ts";
import { summariseReport, type ReportSummary } from "#operations/summarise-report.ts";
import { summaryLines, summaryMarkdown, type SummaryPlaces } from "../format/summary.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";
import type { Format } from "../program-parts.ts";

export interface AssessOptions extends CommonOptions {
  readonly name?: string;
  readonly config?: string;
  readonly asOf?: number;
  /** False: no page. */
  readonly out: string | false;
  readonly json?: string;
  readonly format: Format;
  readonly jobs?: number;
  /** False from `--no-duplication`. */
  readonly duplication?: boolean;
  readonly duplicationTrend?: boolean;
  /** A folder, or false from `--no-cache`. */
  readonly cache?: string | false;
  readonly listBlobs?: string;
}

/** Reads the folders, writes the report, says what was found. */
export async function runAssess(
  session: Session,
  folders: readonly string[],
  options: AssessOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  if (options.out !== false && options.json !== undefined)
    await refuseOneFileForTwo(absolute(session, options.out), absolute(session, options.json));
  const page = options.out === false ? null : await session.openPage();
  const result = await assessFolders(session, context, folders, options);
  const files = [
    ...(page === null || options.out === false
      ? []
      : [
          {
            what: "Report",
            path: absolute(session, options.out),
            content: page(result.report),
          },
        ]),
    ...(options.json === undefined
      ? []
      : [
          {
            what: "JSON",
            path: absolute(session, options.json),
            content: JSON.stringify(result.report),
          },
        ]),
  ];
  await exportReport(context, { files });
  const written = files.map(({ what, path }) => ({ what, path: shown(session, path) }));
  const made = new ReportInMemory(result.report);
  const summary = await summariseReport({ assessments: made }, { assessment: made.id });
  const next = nextCommand(summary, result);
  show(session, { summary, report: result.report }, options, { written, next });
}

/** Assesses with the configuration that applies, and keeps the report for the other commands. */
export async function assessFolders(
  session: Session,
  context: VerbContext,
  folders: readonly string[],
  options: Pick<
    AssessOptions,
    "name" | "config" | "asOf" | "jobs" | "cache" | "duplication" | "duplicationTrend" | "listBlobs"
  >,
): Promise<AssessResult> {
  const absoluteFolders = folders.map((folder) => absolute(session, folder));
  const configuration = await readConfiguration(context, {
    path: options.config === undefined ? null : absolute(session, options.config),
    lookIn: [...absoluteFolders.slice(0, 1), session.workingFolder],
    read: absoluteFolders,
  });
  const ownCache = typeof options.cache === "string" ? absolute(session, options.cache) : null;
  const cacheFolder = ownCache ?? context.assessments.placeOf(absoluteFolders);
  return session.assess(context, {
    folders: absoluteFolders,
    name: options.name ?? null,
    configuration: configuration.configuration,
    configurationFolder: await dataFolderOf(session, configuration, absoluteFolders, cacheFolder),
    asOf: options.asOf ?? null,
    jobs: options.jobs ?? null,
    cacheFolder,
    useCache: options.cache !== false,
    keep: { configurationPath: configuration.path, isLatest: ownCache === null },
    withDuplication: options.duplication !== false,
    withDuplicationTrend: options.duplicationTrend === true,
    listBlobsTo: options.listBlobs === undefined ? null : absolute(session, options.listBlobs),
  });
}

/** Where files are looked for: never in a clone that is read, whose answers to the interview are nobody's. */
async function dataFolderOf(
  { workingFolder }: Session,
  configuration: ConfigurationFile,
  folders: readonly string[],
  cacheFolder: string,
): Promise<string> {
  const isForeign =
    configuration.path === null && (await standsInWhatIsRead(workingFolder, folders));
  return folderOf(configuration, isForeign ? cacheFolder : workingFolder);
}

function show(
  { terminal }: Session,
  { summary, report }: { readonly summary: ReportSummary } & Pick<AssessResult, "report">,
  { format, quiet }: AssessOptions,
  places: SummaryPlaces,
): void {
  if (format === "table") {
    const lines = summaryLines(summary, places, terminal.out);
    terminal.out.line(lines.join("\n"));
    return;
  }
  const text =
    format === "json"
      ? terminalJson(JSON.stringify(report))
      : summaryMarkdown(summary, places).join("\n");
  terminal.out.line(text);
  if (quiet !== true && format === "json")
    for (const { what, path } of places.written)
      terminal.notes.line(terminalText(`${what}: ${path}`));
}

/** `fulcrum explain …` of the first finding. */
function nextCommand({ findings: [first] }: ReportSummary, { report }: AssessResult): string {
  const name = report.capabilities.find(({ id }) => id === first?.subject)?.name;
  if (name === undefined || !/^[\w@./ -]{1,60}$/.test(name)) return "fulcrum capabilities";
  const word = name.includes(" ") ? `"${name}"` : name;
  return `fulcrum explain ${word}    the evidence behind it`;
}

function absolute({ workingFolder }: Session, path: string): string {
  return resolve(workingFolder, path);
}

/** Relative where that is shorter. */
function shown({ workingFolder }: Session, path: string): string {
  const near = relative(workingFolder, path);
  return near === "" ? basename(path) : near.startsWith("..") ? path : near;
}
