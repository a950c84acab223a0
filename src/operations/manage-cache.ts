import type { AssessmentOrigin } from "#ports/assessment-store.ts";
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
  const { origin = null } = (await assessments.current(place)) ?? {};
  const held = { ...(await evidence.summary()), origin };
  if (action === "show") return held;
  await evidence.clear(action === "rotate-key");
  await assessments.forget(place);
  return held;
}
