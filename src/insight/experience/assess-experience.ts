import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest, SurveyFile } from "#evidence/declared.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import {
  isUnanimous,
  repeatedSurveys,
  sinceItems,
  sinceScore,
  type PublishedAnswers,
} from "./disclosure.ts";
import { firstUseDays } from "./first-use-days.ts";
import { requestWaits } from "./request-waits.ts";
import type { ExperienceResult, ScoreResult, SurveyResult } from "./result.ts";
import { itemResults } from "./survey-items.ts";
import { effortScore, netPromoterScore, satisfactionScore, sidesOf } from "./survey-scores.ts";

export interface ExperienceInput {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly surveys: readonly SurveyFile[];
  /** Survey → how many were asked. */
  readonly invited: ReadonlyMap<string, number>;
  /** Null: none were fed in. */
  readonly requests: readonly DemandRequest[] | null;
  /** Figures of the last report; absent or null: none is known. */
  readonly published?: PublishedAnswers | null;
}

/** Of fewer values an 85th percentile says nothing that the values do not. */
const fewestForTail = 5;
const mostFriction = 200;
const mostChoices = 6;
/** A majority of fewer uses (uncalibrated), or of a smaller part of all, says nothing of all of them. */
const leastChoices = { share: 0.4, count: 10 };

/**
 * What it is like to build on the platform: docs/insights/experience.md. Cells that would tell what single people answered are
 * withheld: those below `suppressBelow` respondents, alone or beside what was published before, and unanimous ones.
 */
export function assessExperience(input: ExperienceInput, suppressBelow = 5): ExperienceResult {
  const { organisation, adoption, surveys, requests } = input;
  const { asOf } = organisation;
  const births = firstUseDays(organisation, adoption);
  const published = input.published ?? null;
  // What another survey repeats is as gone: that one is compared with what was published of it.
  const repeated = repeatedSurveys(surveys, suppressBelow);
  const names = surveys.flatMap((one) => (repeated.has(one) ? [] : [one.survey]));
  const score = (item: keyof typeof sidesOf, formula: ScoreFormula): ScoreResult | null =>
    sinceScore(
      item,
      {
        score: newest(surveys, item, formula, suppressBelow),
        before: published?.[item] ?? null,
      },
      suppressBelow,
      names,
    );
  const scores = {
    nps: score("nps", netPromoterScore),
    csat: score("csat", satisfactionScore),
    ces: score("ces", effortScore),
  };
  const unknown: Unknown[] = (["nps", "csat", "ces"] as const)
    .filter((field) => scores[field] === null)
    .map((field) => ({
      field,
      code: surveys.length === 0 ? "not-fed" : "too-few",
      reason:
        surveys.length === 0
          ? "no survey is fed in"
          : `fewer than ${String(suppressBelow)} respondents answered it, or all of them alike`,
      needs: "a survey: surveys in fulcrum.yaml",
    }));
  if (births.days.length === 0) {
    unknown.push({
      field: "timeToFirstUseDays",
      code: "no-first-uses",
      reason: "no component began to use a capability that was there when it was born",
      needs: "clones with their whole history",
    });
  }
  if (requests === null) {
    unknown.push({
      field: "requestsCount",
      code: "not-fed",
      reason: "no requests are fed in",
      needs: "requests in fulcrum.yaml",
    });
  }
  const captive = isMostlyCaptive(adoption);
  if (captive.unknown !== null) unknown.push(captive.unknown);
  return {
    surveys: surveys.map((survey) => surveyResult(survey, input.invited)),
    items: sinceItems(itemResults(surveys, suppressBelow), published, suppressBelow, names),
    ...scores,
    isMostlyCaptive: captive.value,
    choicesKnownCount: captive.known,
    choicesCount: captive.all,
    requests: requestWaits(requests ?? [], asOf),
    requestsCount: requests?.length ?? null,
    timeToFirstUseDays:
      births.days.length === 0
        ? null
        : {
            p50: quantileOf(births.days, 0.5),
            p85: births.days.length < fewestForTail ? null : quantileOf(births.days, 0.85),
            n: births.days.length,
          },
    bornWithCount: births.bornWith,
    friction: (requests ?? [])
      .filter((one) => one.kind === "friction" && one.openedAt <= asOf)
      .sort((a, b) => b.openedAt - a.openedAt)
      .slice(0, mostFriction)
      .map(({ title, team, openedAt }) => ({ title, team, openedAt })),
    unknown,
    evidence: [
      ...surveys.map(surveyEvidence),
      ...(requests ?? []).slice(0, 20).map(requestEvidence),
      ...births.evidence,
      ...firstChoices(adoption),
    ],
  };
}

/** Of the uses of which it is known whether there was an alternative, where they are enough to speak for all. */
function isMostlyCaptive(adoption: readonly AdoptionResult[]): {
  readonly value: boolean | null;
  readonly known: number;
  readonly all: number;
  readonly unknown: Unknown | null;
} {
  const total = (of: (choice: AdoptionResult["choice"]) => number): number =>
    adoption.reduce((sum, one) => sum + of(one.choice), 0);
  const captive = total((one) => one.captive);
  const known = captive + total((one) => one.chosen);
  const all = known + total((one) => one.unknown);
  if (known >= leastChoices.count && known >= leastChoices.share * all)
    return { value: captive * 2 > known, known, all, unknown: null };
  return {
    value: null,
    known,
    all,
    unknown: {
      field: "isMostlyCaptive",
      code: known === 0 ? "jobs-unknown" : "known-in-part",
      reason:
        known === 0
          ? "no use is known to have had an alternative, or to have had none"
          : `of ${String(all)} uses ${String(known)} are known to have had an alternative or none: too few to speak for all`,
      needs: "jobs in fulcrum.yaml",
    },
  };
}

/** One fact of each of the first capabilities whose uses are counted as chosen, captive or unknown. */
function firstChoices(adoption: readonly AdoptionResult[]): EvidenceRef[] {
  return adoption
    .filter(({ choice: { chosen, captive, unknown } }) => chosen + captive + unknown > 0)
    .slice(0, mostChoices)
    .flatMap(({ uses }) =>
      uses.slice(0, 1).flatMap(({ consumptions }) => consumptions[0]?.evidence.slice(0, 1) ?? []),
    );
}

function surveyResult(survey: SurveyFile, invited: ReadonlyMap<string, number>): SurveyResult {
  const times = survey.answers.flatMap(({ at }) => at ?? []);
  const asked = invited.get(survey.survey) ?? null;
  return {
    survey: survey.survey,
    from: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
    to: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
    respondentsCount: survey.respondentsCount,
    invitedCount: asked,
    responseRate: asked === null ? null : Math.min(1, survey.respondentsCount / asked),
  };
}

type ScoreFormula = (survey: string, values: readonly number[]) => ScoreResult;

/** The last survey, in the order given, in which enough people answered the item, and not all alike. */
function newest(
  surveys: readonly SurveyFile[],
  item: keyof typeof sidesOf,
  score: ScoreFormula,
  suppressBelow: number,
): ScoreResult | null {
  for (const survey of surveys.toReversed()) {
    const values = survey.answers.filter((one) => one.item === item).map((one) => one.value);
    if (values.length >= suppressBelow && !isUnanimous(values, sidesOf[item]))
      return score(survey.survey, values);
  }
  return null;
}

function surveyEvidence({ survey, file, respondentsCount }: SurveyFile): EvidenceRef {
  return declared(
    "survey",
    file,
    null,
    null,
    `survey ${survey}: ${String(respondentsCount)} respondents`,
  );
}

function declared(
  source: string,
  path: string,
  line: number | null,
  at: number | null,
  text: string,
): EvidenceRef {
  return {
    source,
    repositoryId: null,
    commit: null,
    path,
    line,
    at,
    how: "declared",
    confidence: "medium",
    text: text.slice(0, 500),
  };
}
