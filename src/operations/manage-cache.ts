import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { OperationContext } from "#ports/context.ts";
import { FileCache, type CacheSummary } from "#store/files/cache.ts";
import { lastAssessmentFile, lastReportFile, type AssessmentOrigin } from "./keep-report.ts";
import { readOrigin } from "./recall-report.ts";

export interface ManageCacheInput {
  readonly cacheFolder: string;
  /** `rotate-key`: everybody gets another pseudonym; what was read with the old ones is removed too. */
  readonly action: "show" | "clear" | "rotate-key";
}

export interface CacheReport extends CacheSummary {
  readonly origin: AssessmentOrigin | null;
}

/** Looks at the cache of an assessment or empties it, and gives what it held. */
export async function manageCache(
  _context: OperationContext,
  { cacheFolder, action }: ManageCacheInput,
): Promise<CacheReport> {
  const cache = new FileCache(cacheFolder);
  const held = { ...(await cache.summary()), origin: await readOrigin(cacheFolder) };
  if (action === "show") return held;
  await cache.clear(action === "rotate-key");
  for (const name of [lastReportFile, lastAssessmentFile])
    await rm(join(cacheFolder, name), { force: true });
  return held;
}
