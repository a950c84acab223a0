import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentOrigin, AssessmentStore } from "#ports/assessment-store.ts";
import type { VerbContext } from "#ports/context.ts";
import type { EvidenceSummary } from "#ports/evidence-store.ts";

export interface ManageCacheInput {
  /** Whose cache: see `AssessmentStore.placeOf`. */
  readonly place: string;
  /** `rotate-key`: everybody gets another pseudonym; what was read with the old ones is removed too. */
  readonly action: "show" | "clear" | "rotate-key";
}

export interface CacheReport extends EvidenceSummary {
  readonly origin: AssessmentOrigin | null;
}

/** Looks at the cache of an assessment or empties it, and gives what it held. */
export async function manageCache(
  { assessments, openEvidence }: Pick<VerbContext, "assessments" | "openEvidence">,
  { place, action }: ManageCacheInput,
): Promise<CacheReport> {
  const evidence = openEvidence(place);
  const held = { ...(await evidence.summary()), origin: await originOf(assessments, place) };
  if (action === "show") return held;
  await evidence.clear(action === "rotate-key");
  await assessments.forget(place);
  return held;
}

/** What cannot be read must not keep anybody from clearing it. */
async function originOf(
  assessments: AssessmentStore,
  place: string,
): Promise<AssessmentOrigin | null> {
  try {
    return (await assessments.current(place))?.origin ?? null;
  } catch (error) {
    if (error instanceof FulcrumError && error.code === "no-assessment") return null;
    throw error;
  }
}
