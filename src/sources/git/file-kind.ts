import { stat } from "node:fs/promises";
import { systemCodeOf } from "#kernel/errors.ts";

/** What a path leads to, through links; `none` also where a part of it is gone or links go round in a circle. */
export type FileKind = "folder" | "file" | "other" | "none";

export async function fileKind(path: string): Promise<FileKind> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
  } catch (error) {
    if (isGone(error)) return "none";
    throw error;
  }
}

/** Also what git packs away while it is looked at. */
function isGone(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
}
