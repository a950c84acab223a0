import { randomBytes } from "node:crypto";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";

export interface OpenedCache {
  /** Null: nothing is kept between runs. */
  readonly cache: EvidenceStore | null;
  /** The secret of pseudonyms. */
  readonly personKey: string;
}

/** The cache of an assessment. One that cannot be used costs the next run time, never this one its report: it is said, once. */
export async function openCache(
  { log, openEvidence }: Pick<OperationContext, "log"> & Pick<VerbContext, "openEvidence">,
  folder: string | null,
): Promise<OpenedCache> {
  if (folder === null) return { cache: null, personKey: throwAwayKey() };
  const cache = openEvidence(folder, (error) =>
    log.warn(`What was read is not kept for the next run: ${error.message} ${error.next}`),
  );
  try {
    return { cache, personKey: await cache.identityKey() };
  } catch (error) {
    if (!(error instanceof FulcrumError) || error.code !== "write-failed") throw error;
    log.warn(
      `Nothing is kept for the next run, and pseudonyms are of this run only: ${error.message} ${error.next}`,
    );
    return { cache: null, personKey: throwAwayKey() };
  }
}

/** Without a cache there is nowhere to keep a key: pseudonyms live for this run only. */
function throwAwayKey(): string {
  return randomBytes(32).toString("hex");
}
