import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { effortOf, monthOf } from "#model/effort.ts";
import { counted, lengthOf, percentOf } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { maintenanceGaps, promisesOverdue } from "./ownership-readings.ts";

const secondsPerDay = 86_400;

/** Platform work put off. */
export function readPutOff(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  "request-age-ratio" | "promises-overdue" | "maintenance-gaps" | "platform-work-falling"
> {
  return {
    "request-age-ratio": requestAgeRatio(sources),
    "promises-overdue": promisesOverdue(sources),
    "maintenance-gaps": maintenanceGaps(sources),
    "platform-work-falling": platformWorkFalling(sources),
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
  return reading(
    age(platform) / Math.max(secondsPerDay, age(features)),
    Math.min(platform.length, features.length),
    null,
    `Half of ${counted(platform.length, "open platform request")} have waited ${days(platform)}, half of ${counted(features.length, "open feature request")} ${days(features)}`,
    platform
      .toSorted((a, b) => a.openedAt - b.openedAt)
      .slice(0, 12)
      .map(requestEvidence),
  );
}

const months = 12;

/** A falling share of effort says something only while platform requests wait. */
function platformWorkFalling(sources: IndicatorSources): IndicatorReading {
  const { organisation, repositories, platformIds } = sources;
  const waiting = openOf(sources, true);
  if (waiting.length === 0) {
    return notRead(
      "no-demand",
      "No platform request is known to wait, and without demand a smaller share says nothing.",
      "Requests with their kind: requests in fulcrum.yaml.",
    );
  }
  const effort = effortOf(repositories, organisation.components, organisation.asOf);
  const end = monthOf(organisation.asOf);
  const share = (from: number): number | null => {
    let platform = 0;
    let all = 0;
    for (const { componentId, months: byMonth } of effort) {
      for (let month = from; month < from + months; month++) {
        const value = byMonth.get(month) ?? 0;
        all += value;
        if (platformIds.has(componentId)) platform += value;
      }
    }
    return all === 0 ? null : platform / all;
  };
  const now = share(end - months);
  const before = share(end - 2 * months);
  if (now === null || before === null || before === 0) {
    return notRead(
      "no-history",
      "Two years of work with a platform part are needed to see whether it falls.",
      "Clones with their whole history.",
    );
  }
  return reading(
    Math.max(0, 1 - now / before),
    (2 * months) / 3,
    1,
    `The platform's share of effort was ${percentOf(before)} and is ${percentOf(now)}, while ${counted(waiting.length, "request")} wait`,
    [],
  );
}
