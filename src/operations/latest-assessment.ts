import { join } from "node:path";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";
import { lastAssessmentFile, latestFile } from "./keep-report.ts";

/** The cache that was used last; null before the first assessment. */
export async function latestCacheFolder(cacheHome: string): Promise<string | null> {
  const text = await textOf(join(cacheHome, latestFile));
  return text === null || text.trim() === "" ? null : text.trim();
}

/** The folders of the assessment that a cache belongs to; none where it does not say. */
export async function assessedFolders(cacheFolder: string): Promise<string[]> {
  const text = await textOf(join(cacheFolder, lastAssessmentFile));
  const found = text === null ? null : jsonOf(text);
  const isOrigin = typeof found === "object" && found !== null && "folders" in found;
  const folders: unknown = isOrigin ? found.folders : [];
  return Array.isArray(folders) ? folders.filter((one) => typeof one === "string") : [];
}

/** Null where there is no such file. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await readAllText(path);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new FulcrumError(
      "no-assessment",
      `${path} cannot be read: ${messageOf(error)}.`,
      "Make it readable, or name another report with --report.",
      { cause: error },
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // torn: the next assessment writes it again
  }
}
