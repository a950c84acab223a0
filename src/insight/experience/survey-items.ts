import { append } from "#kernel/lists-by-key.ts";
import type { SurveyFile } from "#evidence/declared.ts";
import { instrument, type SurveyItem } from "./instrument.ts";
import type { ItemResult } from "./result.ts";
import { isUnanimous, repeatedSurveys } from "./disclosure.ts";
import { rounded, shareOf } from "./survey-scores.ts";

const favourableFrom = 4;
const unfavourableTo = 2;

/**
 * Answers to items of agreement, whole and by team; nothing is said of fewer than `suppressBelow` respondents, of those who all
 * answered alike, and of a survey that another one repeats with few more.
 */
export function itemResults(surveys: readonly SurveyFile[], suppressBelow: number): ItemResult[] {
  const repeated = repeatedSurveys(surveys, suppressBelow);
  return surveys.flatMap((survey) =>
    instrument
      .filter((item) => item.kind === "agreement")
      .flatMap((item) => {
        const answers = survey.answers.filter((one) => one.item === item.id);
        const isRepeated = repeated.has(survey);
        return answers.length === 0 ? [] : [itemResult(survey, item, suppressBelow, isRepeated)];
      }),
  );
}

function itemResult(
  survey: SurveyFile,
  item: SurveyItem,
  suppressBelow: number,
  isRepeated: boolean,
): ItemResult {
  const answers = survey.answers.filter((one) => one.item === item.id);
  const values = answers.map((one) => one.value);
  const n = values.length;
  const isShown = n >= suppressBelow && !isRepeated && !isUnanimous(values, sideOf);
  const teams = new Map<string, number[]>();
  const nowhere: number[] = [];
  for (const { team, value } of answers) {
    if (team === null) nowhere.push(value);
    else append(teams, team, value);
  }
  const shown = isShown ? shownTeams(teams, nowhere, suppressBelow) : [];
  return {
    itemId: item.id,
    survey: survey.survey,
    topic: item.topic,
    text: item.text,
    origin: item.origin,
    favourable: isShown ? shareOf(favourable(values), n) : null,
    unfavourable: isShown
      ? shareOf(values.filter((value) => value <= unfavourableTo).length, n)
      : null,
    mean: isShown ? rounded(values.reduce((sum, value) => sum + value, 0) / n, 1) : null,
    n: isShown ? n : 0,
    byTeam: shown.map((team) => {
      const own = teams.get(team) ?? [];
      return { team, favourable: shareOf(favourable(own), own.length) };
    }),
    suppressedTeamsCount: teams.size - shown.length,
  };
}

/** Favourable or not: which of the two a share tells. */
function sideOf(value: number): number {
  return Number(value >= favourableFrom);
}

/**
 * Teams that may be shown: none of fewer than `suppressBelow`, none that all answered alike. The whole less what is shown is a
 * cell of its own: while it would say too much, the smallest team that is shown is withheld with it.
 */
export function shownTeams(
  teams: ReadonlyMap<string, readonly number[]>,
  withoutTeam: readonly number[],
  suppressBelow: number,
): string[] {
  const valuesOf = (team: string): readonly number[] => teams.get(team) ?? [];
  const size = (team: string): number => valuesOf(team).length;
  const isTelling = (values: readonly number[]): boolean =>
    values.length > 0 && (values.length < suppressBelow || isUnanimous(values, sideOf));
  const shown = [...teams.keys()]
    .filter((team) => size(team) > 0 && !isTelling(valuesOf(team)))
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  const rest = [...withoutTeam];
  for (const team of teams.keys())
    if (!shown.includes(team)) for (const each of valuesOf(team)) rest.push(each);
  while (isTelling(rest) && shown.length > 0)
    for (const each of valuesOf(shown.pop() ?? "")) rest.push(each);
  return shown.sort();
}

function favourable(values: readonly number[]): number {
  return values.filter((value) => value >= favourableFrom).length;
}
