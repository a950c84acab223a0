import { requestEvidence } from "#evidence/request-evidence.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import { unreadSource } from "./common-readings.ts";
import { dependencyUpdates, pipelineChanges, pipelineRepairs } from "./kinds-of-change.ts";
import { daysToLock } from "./days-to-lock.ts";
import { spreadOf, spreadOfShare } from "./spread.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { highest } from "#kernel/extremes.ts";

const yearSeconds = 365 * 86_400;

/** Slow because of tooling, infrastructure and dependencies: from git alone only as far as its traces go. */
export function readSlowTooling(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  | "tooling-friction"
  | "tooling-requests"
  | "pipeline-waiting"
  | "update-waiting"
  | "dependency-updates"
  | "days-to-lock"
  | "pipeline-changes"
  | "pipeline-repairs"
> {
  return {
    "tooling-friction": toolingFriction(sources),
    "tooling-requests": toolingRequests(sources),
    "pipeline-waiting": unreadSource("runs of pipelines"),
    "update-waiting": unreadSource("pull requests"),
    "dependency-updates": dependencyUpdates(sources),
    "days-to-lock": daysToLock(sources),
    "pipeline-changes": pipelineChanges(sources),
    "pipeline-repairs": pipelineRepairs(sources),
  };
}

/** Answers to items on tooling, of the newest survey that has them; withheld items do not count. */
function toolingFriction({ experience }: IndicatorSources): IndicatorReading {
  const { items, surveys, evidence } = experience;
  const tooling = items.filter((one) => one.topic === "tooling" && one.unfavourable !== null);
  const newest = surveys.findLast(({ survey }) => tooling.some((one) => one.survey === survey));
  const asked = tooling.filter((one) => one.survey === newest?.survey);
  if (newest === undefined) {
    return notRead(
      "not-fed",
      "No survey asks whether tools hold people up, or too few answered.",
      "A survey with the items tools-keep-up, builds-quick, release-easy: surveys in fulcrum.yaml.",
    );
  }
  const answers = sum(asked.map((one) => one.n));
  const against = sum(
    asked.map((one) => Math.round((one.unfavourable?.value ?? 0) * (one.unfavourable?.n ?? 0))),
  );
  // People, not answers: each was asked several things.
  const people = highest(asked.map((one) => one.n));
  return reading({
    value: against / answers,
    n: people,
    coverage: newest.responseRate,
    text: `${percentOf(against / answers)} of answers of ${counted(people, "respondent")} say that tools hold them up (${newest.survey})`,
    spread: spreadOf(people),
    evidence: evidence.filter((ref) => ref.source === "survey"),
  });
}

/** Among the requests of the last year. */
function toolingRequests({ requests, organisation }: IndicatorSources): IndicatorReading {
  const recent = (requests ?? []).filter(
    ({ openedAt }) => openedAt <= organisation.asOf && openedAt > organisation.asOf - yearSeconds,
  );
  if (recent.length === 0) {
    return notRead(
      "not-fed",
      requests === null ? "No requests are fed in." : "No request was opened in the last year.",
      "Requests to the platform and between teams: requests in fulcrum.yaml.",
    );
  }
  const named = recent.filter(({ kind }) => kind === "tooling" || kind === "friction");
  return reading({
    value: named.length / recent.length,
    n: recent.length,
    coverage: null,
    text: `${String(named.length)} of ${counted(recent.length, "request")} of the last year name tooling (${percentOf(named.length / recent.length)})`,
    spread: spreadOfShare(
      recent.map((one) => ({
        cluster: one.team ?? one.id,
        part: Number(named.includes(one)),
        of: 1,
      })),
    ),
    evidence: named.slice(0, 12).map(requestEvidence),
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
