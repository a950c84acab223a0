import type { WatchedOrganisation, WatchedRepository } from "#ports/jobs.ts";
import type { JobContext } from "./scan-context.ts";

export interface Watched {
  /** Null: nothing of it is watched. */
  readonly organisation: WatchedOrganisation | null;
  readonly repositories: readonly WatchedRepository[];
}

/** What is watched of an organisation, and when it is scanned by itself. */
export async function listWatched(
  { jobs }: JobContext,
  { organisation }: { readonly organisation: string },
): Promise<Watched> {
  const all = await jobs.organisations();
  return {
    organisation: all.find(({ name }) => name === organisation) ?? null,
    repositories: await jobs.repositories(organisation),
  };
}
