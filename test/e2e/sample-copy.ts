import { cpSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the sample organisation is: its clones below `repos`, what assessing them left below `cache`. */
    readonly sampleFolder: string;
  }
}

/** The clones of the sample organisation, or those named, in that folder: to be changed at will. */
export function copySample(folder: string, names?: readonly string[]): void {
  const repositories = join(inject("sampleFolder"), "repos");
  if (names === undefined) return cpSync(repositories, folder, { recursive: true });
  for (const name of names)
    cpSync(join(repositories, name), join(folder, name), { recursive: true });
}

/** What `fulcrum assess repos`, as of the sample's last day, left in XDG_CACHE_HOME; it fits every copy whose folder is `repos`. */
export function copySampleCache(folder: string): void {
  cpSync(join(inject("sampleFolder"), "cache"), folder, { recursive: true });
}
