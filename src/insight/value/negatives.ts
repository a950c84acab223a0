import type { AdoptionResult } from "../adoption/result.ts";
import type { Negative } from "./result.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { Span, ValueOptions } from "./options.ts";

/** Imposed migrations, waiting and incidents: what is on the other side of the ledger, in person-months where it can be said. */
export function negativesOf(
  price: AdoptionResult["price"],
  { upgradeHours, hoursPerPersonMonth }: ValueOptions,
): { negatives: Negative[]; unknown: Unknown[] } {
  const upgrades = price.upgradesImposed;
  const migration: Span | null =
    upgrades === null || upgradeHours === null
      ? null
      : {
          low: (upgrades * upgradeHours.low) / hoursPerPersonMonth,
          likely: (upgrades * upgradeHours.likely) / hoursPerPersonMonth,
          high: (upgrades * upgradeHours.high) / hoursPerPersonMonth,
        };
  const waited = price.hoursWaited;
  const unknown: Unknown[] = [];
  if (upgrades === null) {
    unknown.push({
      field: "negatives.0.count",
      code: "no-release",
      reason: "no stable release is known, so no major version can be counted",
      needs: "version tags",
    });
  }
  if (migration === null) {
    unknown.push({
      field: "negatives.0.personMonths",
      code: "not-configured",
      reason: "how long a consumer needs for a new major version is not known",
      needs: "value.upgradeHours in fulcrum.yaml",
    });
  }
  // Waiting is somebody's delay, not somebody's work: it is counted in hours and never added to effort.
  unknown.push({
    field: "negatives.1.personMonths",
    code: "not-effort",
    reason: "hours waited are a delay; what was done in the meantime is not known",
    needs: "the share of the waiting in which the team could do nothing else",
  });
  if (waited === null) {
    unknown.push({
      field: "negatives.1.count",
      code: "not-fed",
      reason: "no requests to its team are recorded",
      needs: "requests with the times they were opened and answered",
    });
  }
  unknown.push({
    field: "negatives.2.personMonths",
    code: "not-fed",
    reason: "what its incidents cost is not recorded",
    needs: "incidents with the hours spent on them",
  });
  if (price.incidentsCaused === null) {
    unknown.push({
      field: "negatives.2.count",
      code: "not-fed",
      reason: "no incidents are linked to it",
      needs: "incidents that name the capability",
    });
  }
  return {
    negatives: [
      { kind: "imposed-migrations", count: upgrades, personMonths: migration },
      { kind: "waiting", count: waited, personMonths: null },
      { kind: "incidents", count: price.incidentsCaused, personMonths: null },
    ],
    unknown,
  };
}
