import type { Unknown } from "#evidence/unknown.ts";
import type { DeploymentSeries } from "#model/deployments.ts";
import { nothingFailed } from "./failures.ts";
import type { LeadTimes } from "./lead-time.ts";
import type { DeliveryOptions } from "./options.ts";
import type { Failures } from "./result.ts";

/** Why a figure of delivery is not known, and the one addition that would make it known. */

export const tooShort: Unknown = {
  field: "perWeek",
  code: "too-short",
  reason: "less than a week lies between the first deployment and the day of the report",
  needs: "a week of deployments",
};

export const notProduction: Unknown = {
  field: "predictability",
  code: "not-production",
  reason: "predictability is asked of production only",
  needs: "its name among the production environments in fulcrum.yaml, if it is one",
};

export function tooFewWeeks(
  { xmrMinimumWeeks, predictabilityMinimum }: DeliveryOptions,
  weeksCount: number,
): Unknown {
  return {
    field: "predictability",
    code: "too-few",
    reason:
      weeksCount >= xmrMinimumWeeks
        ? "nothing was deployed since the quarter in which the window begins"
        : `fewer than ${String(xmrMinimumWeeks)} whole weeks and fewer than ${String(predictabilityMinimum)} lead times`,
    needs: "more deployments in the window",
  };
}

const unmatched = {
  code: "versions-unmatched",
  reason: "no two deployed versions in a row are tags or commits of its repository",
  needs: "tags named like the deployed versions, fetched with the clone",
};

export const remediesUnknown: readonly Unknown[] = ["revertsCount", "hotfixesCount"].map(
  (field) => ({ field, ...unmatched }),
);

export function leadUnknowns(
  lead: LeadTimes,
  isMeasured: boolean,
  series: DeploymentSeries,
  windowCount: number,
): Unknown[] {
  const missing = (["author", "committer"] as const).filter((name) => lead[name] === null);
  if (missing.length === 0) return [];
  const why = leadReason(isMeasured, series, windowCount);
  const { withoutMerges, bots, deployedCommit } = lead;
  const isPartlyKnown =
    missing.length === 1 || [withoutMerges, bots, deployedCommit].some((one) => one !== null);
  return isPartlyKnown
    ? missing.map((name) => ({ field: `leadTimeSeconds.${name}`, ...why }))
    : [{ field: "leadTimeSeconds", ...why }];
}

function leadReason(
  isMeasured: boolean,
  { componentId, level }: DeploymentSeries,
  windowCount: number,
): Omit<Unknown, "field"> {
  if (componentId === null)
    return {
      code: "no-component",
      reason: "no component of that name was read",
      needs: "a clone of its repository, or its name under deployments in fulcrum.yaml",
    };
  if (windowCount === 0)
    return {
      code: "no-deployments",
      reason: "it was not deployed in the window",
      needs: "deployments in the window",
    };
  if (!isMeasured) return unmatched;
  if (level === "merge")
    return {
      code: "squashed",
      reason:
        "too few changes were merged with their commits: of what is squashed or committed straight to the branch the history does not tell when work began",
      needs: "pull request events, or merges that keep their commits",
    };
  return {
    code: "too-few",
    reason: "too few commits of people were newly deployed in the window",
    needs: "more deployments in the window",
  };
}

export function proxyFailures(level: string): Failures {
  const unknown = ["changeFailRate", "recoverySeconds", "reworkRate"].map((field) => ({
    field,
    code: "proxy",
    reason: `a ${level} is no deployment, so nothing can be said to have failed by it`,
    needs: "deployment events, or the repository that holds deployment state",
  }));
  return { ...nothingFailed, unknown };
}
