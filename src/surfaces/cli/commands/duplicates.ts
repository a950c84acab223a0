import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { ReportDuplication } from "#sections/duplication/schema.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { findDuplicates } from "#operations/find-duplicates.ts";
import { counted } from "#kernel/phrases.ts";
import { holdsRepositories } from "#operations/reading/holds-repositories.ts";
import { duplicateColumns } from "../format/duplicates.ts";
import { duplicationSarif } from "../format/sarif.ts";
import { markdownTable, tableLines } from "../format/table.ts";
import { contextOf, type Session } from "../session.ts";
import { assessFolders } from "./assess.ts";
import type { DuplicatesOptions } from "./duplicates-options.ts";

/** Code shared between owners: of repositories with what is known of their owners, of plain folders by folder. */
export async function runDuplicates(
  session: Session,
  folders: readonly string[],
  options: DuplicatesOptions,
): Promise<void> {
  if (options.changed === true || options.staged === true || options.base !== undefined) {
    const { runChangedDuplicates } = await import("./changed-duplicates.ts");
    return runChangedDuplicates(session, folders, options);
  }
  if (folders.length === 0)
    throw new FulcrumError(
      "usage",
      "No folder was named.",
      "Name folders that hold clones: fulcrum duplicates ../repos. For a change of one clone: fulcrum duplicates --changed",
    );
  const context = await contextOf(session, options);
  const absolute = folders.map((folder) => resolve(session.workingFolder, folder));
  const isOfRepositories = await holdsRepositories(context, { folders: absolute });
  const duplication = isOfRepositories
    ? (await assessFolders(session, context, folders, options)).report.duplication
    : await findDuplicates(context, {
        folders: absolute,
        jobs: options.jobs ?? availableParallelism(),
      });
  if (duplication !== null) show(session, duplication, options);
}

function show(
  { terminal, version }: Session,
  duplication: ReportDuplication,
  options: DuplicatesOptions,
): void {
  const { out, notes } = terminal;
  if (options.format === "json")
    return out.line(terminalJson(JSON.stringify({ duplication }, null, 2)));
  const chosen = duplication.classes.filter((one) => isOfKind(one.kind, options.kind));
  const rows =
    options.format === "sarif"
      ? chosen
      : chosen.slice(0, options.most ?? (options.format === "markdown" ? undefined : 20));
  const leftUnsaid = leftUnsaidOf(duplication, chosen.length, rows.length, options.kind);
  if (options.format === "sarif") {
    const log = duplicationSarif(chosen, version, leftUnsaid);
    return out.line(terminalJson(JSON.stringify(log, null, 2)));
  }
  const { summary } = duplication;
  if (options.format === "markdown") {
    out.line(markdownTable(duplicateColumns, rows).join("\n"));
    for (const text of leftUnsaid) out.line(`\n${markdownText(text)}`);
  } else if (rows.length > 0) out.line(tableLines(duplicateColumns, rows, out).join("\n"));
  if (options.quiet === true) return;
  if (options.format === "table") for (const text of leftUnsaid) notes.line(terminalText(text));
  const leftOut = summary.leftOut.reduce((sum, one) => sum + one.files, 0);
  notes.line(
    `${counted(summary.classesCount, "clone class", "clone classes")} between owners in ${counted(summary.filesCount, "file", "files")}, ${counted(summary.linesCount, "line", "lines")} of code; ${counted(leftOut, "file", "files")} left out in whole or part (--format json says why).`,
  );
}

/** What there is beside the rows, and how to get it. */
function leftUnsaidOf(
  { classes, summary }: ReportDuplication,
  chosenCount: number,
  rowsCount: number,
  kind: DuplicatesOptions["kind"],
): string[] {
  const cut = chosenCount - rowsCount;
  const apart = classes.length - chosenCount;
  const beyond = summary.classesCount - classes.length;
  const unlisted = classes.filter((one) => one.copies.length < one.copiesCount).length;
  return [
    ...(cut > 0
      ? [
          `${counted(cut, "more clone class", "more clone classes")}: --most ${String(chosenCount)} shows them too.`,
        ]
      : []),
    ...(apart > 0
      ? [
          kind === "code"
            ? `${counted(apart, "class is", "classes are")} from templates or between forks: --kind all shows them as well.`
            : `${counted(apart, "class is", "classes are")} of other kinds: --kind all shows them as well.`,
        ]
      : []),
    ...(beyond > 0
      ? [
          `${counted(beyond, "class", "classes")} beyond the first ${String(classes.length)} were counted, not kept: name fewer folders at a time to see them.`,
        ]
      : []),
    ...(unlisted > 0
      ? [
          `${counted(unlisted, "class has", "classes have")} more copies than are listed: name fewer folders at a time to see them.`,
        ]
      : []),
  ];
}

/** A whole file is code as well. */
function isOfKind(
  kind: ReportDuplication["classes"][number]["kind"],
  wanted: DuplicatesOptions["kind"],
): boolean {
  if (wanted === "all") return true;
  return wanted === "code" ? kind === "code" || kind === "identical-file" : kind === wanted;
}
