import { resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { manageCache, type CacheReport, type ManageCacheInput } from "#operations/manage-cache.ts";
import { counted, dayOf, some } from "#kernel/phrases.ts";
import { sizeOf } from "../format/size.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";

export interface CacheOptions extends CommonOptions {
  readonly cache?: string;
}

/** Shows the cache of the folders (else of the last assessment), empties it, or changes the key of pseudonyms. */
export async function runCache(
  session: Session,
  action: ManageCacheInput["action"],
  folders: readonly string[],
  options: CacheOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const place = await placeOf(session, folders, options);
  const held = await manageCache(context, { place, action });
  const lines = action === "show" ? showLines(held) : [doneLine(held, action)];
  for (const line of lines) session.terminal.out.line(terminalText(line));
}

async function placeOf(
  { workingFolder, stores }: Session,
  folders: readonly string[],
  { cache }: CacheOptions,
): Promise<string> {
  if (cache !== undefined) return resolve(workingFolder, cache);
  const { assessments } = await stores();
  if (folders.length > 0)
    return assessments.placeOf(folders.map((folder) => resolve(workingFolder, folder)));
  const latest = await assessments.latestPlace();
  if (latest !== null) return latest;
  throw new FulcrumError(
    "no-assessment",
    "Nothing was assessed yet, so there is no cache.",
    "Assess your repositories first: fulcrum assess ../repos",
  );
}

function showLines({ folder, entriesCount, bytes, index, origin }: CacheReport): string[] {
  return [
    `Folder    ${folder}`,
    `Holds     ${counted(entriesCount, "entry", "entries")}, ${sizeOf(bytes)}`,
    ...(index === null
      ? []
      : [
          `Index     ${counted(index.linesCount, "line")} of ${counted(index.repositoriesCount, "repository", "repositories")}, of ${dayOf(index.madeAt)}; ${sizeOf(index.bytes)} more`,
        ]),
    ...(origin === null
      ? []
      : [`Made of   ${some(origin.folders, 3)}`, `Last on   ${dayOf(origin.generatedAt)}`]),
  ];
}

function doneLine(
  { folder, entriesCount, bytes, index }: CacheReport,
  action: ManageCacheInput["action"],
): string {
  const and = index === null ? "" : ` and the clone index, ${sizeOf(index.bytes)},`;
  const key = action === "rotate-key" ? " The key of pseudonyms will be made anew." : "";
  return `Removed ${counted(entriesCount, "entry", "entries")}, ${sizeOf(bytes)},${and} from ${folder}.${key}`;
}
