import { resolve } from "node:path";
import { z } from "zod";
import { digest } from "#kernel/ids.ts";

/** Where an assessment came from, as stores keep it. */
export const assessmentOrigin = z.object({
  folders: z.array(z.string()).readonly(),
  configurationPath: z.string().nullable(),
  generatedAt: z.string(),
});

/** The same for these folders, in whatever order they are named. */
export function placeName(folders: readonly string[]): string {
  return digest(...[...new Set(folders.map((folder) => resolve(folder)))].sort());
}
