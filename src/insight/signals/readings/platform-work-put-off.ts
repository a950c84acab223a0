import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { counted, lengthOf } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { maintenanceGaps, promisesOverdue, retiredStillUsed } from "./ownership-readings.ts";
import { consumersPerContributor, platformWorkFalling } from "./shared-care.ts";
import { spreadOf } from "./spread.ts";

const secondsPerDay = 86_400;

/** Platform work put off. */
export function readPutOff(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  | "request-age-ratio"
  | "promises-overdue"
  | "maintenance-gaps"
  | "platform-work-falling"
  | "consumers-per-contributor"
  | "retired-still-used"
> {
  return {
    "request-age-ratio": requestAgeRatio(sources),
    "promises-overdue": promisesOverdue(sources),
    "maintenance-gaps": maintenanceGaps(sources),
    "platform-work-falling": platformWorkFalling(sources),
    "consumers-per-contributor": consumersPerContributor(sources),
    "retired-still-used": retiredStillUsed(sources),
  };
}

const platformKinds: ReadonlySet<DemandRequest["kind"]> = new Set([
  "platform",
  "tooling",
  "friction",
]);

function openOf(
  { requests, organisation }: IndicatorSources,
  isPlatform: boolean,
): DemandRequest[] {
  const { asOf } = organisation;
  return (requests ?? []).filter(
    ({ kind, openedAt, closedAt }) =>
      openedAt <= asOf &&
      (closedAt === null || closedAt > asOf) &&
      (isPlatform ? platformKinds.has(kind) : kind === "feature"),
  );
}

function requestAgeRatio(sources: IndicatorSources): IndicatorReading {
  const { asOf } = sources.organisation;
  const platform = openOf(sources, true);
  const features = openOf(sources, false);
  if (platform.length === 0 || features.length === 0) {
    return notRead(
      "not-fed",
      sources.requests === null
        ? "No requests are fed in."
        : "There are no open requests of both kinds, platform and feature.",
      "Requests with their kind and the day they were opened: requests in fulcrum.yaml.",
    );
  }
  const age = (requests: readonly DemandRequest[]): number =>
    quantileOf(
      requests.map(({ openedAt }) => asOf - openedAt),
      0.5,
    );
  const days = (requests: readonly DemandRequest[]): string =>
    lengthOf(age(requests) / secondsPerDay);
  return reading({
    value: age(platform) / Math.max(secondsPerDay, age(features)),
    n: Math.min(platform.length, features.length),
    coverage: null,
    text: `Half of ${counted(platform.length, "open platform request")} have waited ${days(platform)}, half of ${counted(features.length, "open feature request")} ${days(features)}`,
    spread: spreadOf(Math.min(platform.length, features.length)),
    evidence: platform
      .toSorted((a, b) => a.openedAt - b.openedAt)
      .slice(0, 12)
      .map(requestEvidence),
  });
}
