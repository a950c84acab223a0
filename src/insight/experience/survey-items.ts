import type { SurveyFile } from "#evidence/declared.ts";
import { instrument, type SurveyItem } from "./instrument.ts";
import type { ItemResult } from "./result.ts";
import { shareOf } from "./survey-scores.ts";

const favourableFrom = 4;
const unfavourableTo = 2;

/** Answers to items of agreement, whole and by team; nothing is said of fewer than `suppressBelow` respondents. */
export function itemResults(surveys: readonly SurveyFile[], suppressBelow: number): ItemResult[] {
  return surveys.flatMap((survey) =>
    instrument
      .filter((item) => item.kind === "agreement")
      .flatMap((item) => {
        const answers = survey.answers.filter((one) => one.item === item.id);
        return answers.length === 0 ? [] : [itemResult(survey, item, suppressBelow)];
      }),
  );
}

function itemResult(survey: SurveyFile, item: SurveyItem, suppressBelow: number): ItemResult {
  const answers = survey.answers.filter((one) => one.item === item.id);
  const values = answers.map((one) => one.value);
  const n = values.length;
  const isShown = n >= suppressBelow;
  const teams = new Map<string, number[]>();
  let nowhere = 0;
  for (const { team, value } of answers) {
    if (team === null) nowhere++;
    else teams.set(team, [...(teams.get(team) ?? []), value]);
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
    mean: isShown ? values.reduce((sum, value) => sum + value, 0) / n : null,
    n: isShown ? n : 0,
    byTeam: shown.map((team) => {
      const own = teams.get(team) ?? [];
      return { team, favourable: shareOf(favourable(own), own.length) };
    }),
    suppressedTeamsCount: teams.size - shown.length,
  };
}

/**
 * Teams that may be shown. The whole less what is shown is a cell of its own: while it holds somebody, but fewer than
 * `suppressBelow`, the smallest team that is shown is withheld with it.
 */
export function shownTeams(
  teams: ReadonlyMap<string, readonly number[]>,
  withoutTeam: number,
  suppressBelow: number,
): string[] {
  const size = (team: string): number => teams.get(team)?.length ?? 0;
  const shown = [...teams.keys()]
    .filter((team) => size(team) >= suppressBelow)
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  let rest = withoutTeam;
  for (const team of teams.keys()) if (!shown.includes(team)) rest += size(team);
  while (rest > 0 && rest < suppressBelow && shown.length > 0) rest += size(shown.pop() ?? "");
  return shown.sort();
}

function favourable(values: readonly number[]): number {
  return values.filter((value) => value >= favourableFrom).length;
}
