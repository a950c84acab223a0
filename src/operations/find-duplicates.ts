import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { ReportDuplication } from "#sections/duplication/schema.ts";
import { matrixOf, rankBetweenOwners, type CopySite } from "#insight/duplication/between-owners.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { CompareContext } from "#ports/context.ts";
import { compareFiles, type Comparison } from "./duplication/compare-files.ts";
import { untoldText } from "./duplication/not-compared-problems.ts";
import type { ReadFilesTask } from "./duplication/read-clone-files.ts";
import { mapDuplication } from "#sections/duplication/present.ts";

export interface FindDuplicatesInput {
  /** Plain folders: the folders directly inside count as repositories, and each as an owner of its own. */
  readonly folders: readonly string[];
  readonly jobs: number;
}

/** Code shared between the first-level folders of plain folders. Throws `no-folder`. */
export async function findDuplicates(
  context: CompareContext,
  input: FindDuplicatesInput,
): Promise<ReportDuplication> {
  const sources: ReadFilesTask[] = [];
  for (const folder of input.folders)
    for (const each of await sourcesIn(folder)) sources.push(each);
  const comparison = await compareFiles(context, sources, input.jobs);
  const classes = rankBetweenOwners(
    comparison.classes.map((one) => ({
      ...one,
      copies: one.copies.map((copy) => siteOf(copy, comparison, sources)),
    })),
  );
  for (const { source, path, text } of comparison.unreadable) {
    context.log.warn(`${sources[source]?.name ?? ""}: ${path} was not compared: ${text}`);
  }
  const { untold } = comparison;
  if (untold !== null)
    context.log.warn(`${sources[untold.source]?.name ?? ""}: ${untoldText(untold)}`);
  return mapDuplication(
    {
      filesCount: comparison.files.length,
      linesCount: comparison.linesCount,
      leftOut: comparison.leftOut,
      unreadable: [],
      untold: null,
      withinOwnersCount: comparison.classes.length + comparison.withinCount - classes.length,
      classes,
      matrix: matrixOf(classes),
      trend: null,
      texts: new Map(),
    },
    [],
  );
}

async function sourcesIn(folder: string): Promise<ReadFilesTask[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const folders = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .sort();
    if (folders.length < 2) return [{ name: basename(resolve(folder)), from: { folder } }];
    return folders.map((name) => ({ name, from: { folder: join(folder, name) } }));
  } catch (error) {
    throw new FulcrumError(
      "no-folder",
      `${folder} cannot be read: ${messageOf(error)}.`,
      "Name a folder whose folders hold the code to compare: fulcrum duplicates ../code",
      { cause: error },
    );
  }
}

function siteOf(
  copy: Comparison["classes"][number]["copies"][number],
  { files }: Comparison,
  sources: readonly ReadFilesTask[],
): CopySite {
  const file = files[copy.file];
  const name = sources[file?.source ?? -1]?.name ?? "";
  return {
    repositoryId: `repository:${name}`,
    componentId: null,
    path: file?.path ?? "",
    commit: null,
    start: copy.start,
    end: copy.end,
    fileShare: copy.fileShare,
    owners: [name],
    changeDays: [],
  };
}
