import type { SurveyFile } from "#evidence/declared.ts";
import type { ItemResult, ScoreResult } from "./result.ts";

/** What was published before: the figures of the last report. */
export interface PublishedAnswers {
  readonly items: readonly ItemResult[];
  readonly nps: ScoreResult | null;
  readonly csat: ScoreResult | null;
  readonly ces: ScoreResult | null;
}

/** Do answers all fall on one side? Then the figure of all is the answer of each. `sideOf` numbers the sides that are told apart. */
export function isUnanimous(values: readonly number[], sideOf: (value: number) => number): boolean {
  return new Set(values.map(sideOf)).size === 1;
}

/**
 * Surveys that another one repeats with fewer than `suppressBelow` further respondents: exports of one survey on two days. The
 * difference of their figures would be what those few answered.
 */
export function repeatedSurveys(
  surveys: readonly SurveyFile[],
  suppressBelow: number,
): ReadonlySet<SurveyFile> {
  const rows = new Map(surveys.map((survey) => [survey, rowsOf(survey)]));
  const repeated = new Set<SurveyFile>();
  for (const smaller of surveys)
    for (const larger of surveys) {
      const few = sizeOf(rows.get(larger)) - sizeOf(rows.get(smaller));
      if (few > 0 && few < suppressBelow && isWithin(rows.get(smaller), rows.get(larger)))
        repeated.add(smaller);
    }
  return repeated;
}

type Rows = ReadonlyMap<string, number>;

/** How often each row of answers was given, whoever gave it. */
function rowsOf({ answers }: SurveyFile): Rows {
  const byRespondent = new Map<number, string[]>();
  for (const { respondent, item, value } of answers) {
    const row = byRespondent.get(respondent);
    const cell = `${item}=${String(value)}`;
    if (row === undefined) byRespondent.set(respondent, [cell]);
    else row.push(cell);
  }
  const counts = new Map<string, number>();
  for (const row of byRespondent.values()) {
    const key = row.sort().join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(rows: Rows | undefined): number {
  return [...(rows?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

function isWithin(smaller: Rows | undefined, larger: Rows | undefined): boolean {
  if (smaller === undefined || smaller.size === 0) return false;
  return [...smaller].every(([row, count]) => (larger?.get(row) ?? 0) >= count);
}

/** Whether two figures differ by so few people that their difference would be theirs. */
function differsByFew(n: number, before: number, suppressBelow: number): boolean {
  const few = Math.abs(n - before);
  return n > 0 && before > 0 && few > 0 && few < suppressBelow;
}

/**
 * The items, each as it was published last where fewer than `suppressBelow` have answered since: beside the earlier report the new
 * figure would tell what those few answered.
 */
export function sinceItems(
  items: readonly ItemResult[],
  before: PublishedAnswers | null,
  suppressBelow: number,
): ItemResult[] {
  const published = new Map((before?.items ?? []).map((one) => [keyOf(one), one]));
  return items.map((item) => {
    const earlier = published.get(keyOf(item));
    if (earlier === undefined) return item;
    if (differsByFew(item.n, earlier.n, suppressBelow)) return earlier;
    const teams = new Map(earlier.byTeam.map((one) => [one.team, one]));
    const byTeam = item.byTeam.map((one) => {
      const known = teams.get(one.team);
      const isFew = differsByFew(one.favourable.n, known?.favourable.n ?? 0, suppressBelow);
      return known !== undefined && isFew ? known : one;
    });
    return { ...item, byTeam };
  });
}

export function sinceScore(
  score: ScoreResult | null,
  before: ScoreResult | null,
  suppressBelow: number,
): ScoreResult | null {
  const isSame = score !== null && before !== null && score.survey === before.survey;
  return isSame && differsByFew(score.n, before.n, suppressBelow) ? before : score;
}

function keyOf({ survey, itemId }: ItemResult): string {
  return `${survey}\n${itemId}`;
}
