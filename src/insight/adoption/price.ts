import type { Unknown } from "#evidence/unknown.ts";
import type { Release } from "#model/organisation.ts";
import type { Price } from "./result.ts";
import { isInUse, type Use } from "./uses.ts";

/** Upgrades imposed: for every major after the first, the components using it on that day. `hoursWaited` null: not fed in. */
export function price(
  uses: readonly Use[],
  majors: readonly Release[],
  hasReleases: boolean,
  hoursWaited: number | null,
): { value: Price; unknown: Unknown[] } {
  const imposed = majors.map(({ at }) => uses.filter((use) => isInUse(use, at)).length);
  const noRelease = {
    code: "no-release",
    reason: "no stable release is known",
    needs: "version tags",
  };
  const missing: Unknown[] = [
    ...(hoursWaited === null
      ? [
          {
            field: "price.hoursWaited",
            code: "not-fed",
            reason: "no requests to its team are recorded",
            needs: "requests with the times they were opened and answered",
          },
        ]
      : []),
    {
      field: "price.incidentsCaused",
      code: "not-fed",
      reason: "no incidents are linked to it",
      needs: "incidents that name the capability",
    },
  ];
  if (!hasReleases) {
    missing.unshift(
      { field: "price.majorsCount", ...noRelease },
      { field: "price.upgradesImposed", ...noRelease },
    );
  }
  return {
    value: {
      majorsCount: hasReleases ? majors.length : null,
      upgradesImposed: hasReleases ? imposed.reduce((sum, count) => sum + count, 0) : null,
      hoursWaited,
      incidentsCaused: null,
    },
    unknown: missing,
  };
}
