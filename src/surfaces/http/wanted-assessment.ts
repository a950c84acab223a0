import { z } from "zod";
import { assessmentId, organisationSlug } from "#contract/service.ts";
import type { KeptAssessment, KnownOrganisation } from "#ports/organisation-store.ts";
import { ProblemError } from "./problem.ts";
import type { ServiceContext } from "./service-context.ts";

export const organisationParams = z.object({ organisation: organisationSlug });

/** What every question about an assessment may say. */
export const assessmentQuery = z.object({
  assessment: assessmentId.optional().describe("another one than the current one"),
});

type Stores = Pick<ServiceContext, "organisations">;

/** Throws ProblemError `not-found`. */
export async function wantedOrganisation(
  { organisations }: Stores,
  slug: string,
): Promise<KnownOrganisation> {
  const found = await organisations.find(slug);
  if (found !== null) return found;
  throw new ProblemError(
    "not-found",
    `There is no organisation ${slug} here.`,
    "Those that are here: /api/v1/organisations. A new one begins with its first report: POST /api/v1/organisations/{organisation}/assessments",
  );
}

/** The current one, unless another one is named. Throws ProblemError `not-found`. */
export async function wantedAssessment(
  context: Stores,
  slug: string,
  id: string | undefined,
): Promise<KeptAssessment> {
  if (id === undefined) return (await wantedOrganisation(context, slug)).current;
  const found = await context.organisations.assessment(slug, id);
  if (found !== null) return found;
  throw new ProblemError(
    "not-found",
    `The organisation ${slug} has no assessment ${id}.`,
    `Those that are kept: /api/v1/organisations/${slug}/assessments`,
  );
}

/** What answers from an assessment stay the same for; a database that was put back from a copy has its numbers again. */
export function versionOf({ id, savedAt }: KeptAssessment): string {
  return `${id} ${savedAt}`;
}
