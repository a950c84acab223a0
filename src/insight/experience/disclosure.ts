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

/** One more respondent moves the sum of a score by so much at most. */
const widest = { nps: 100, csat: 100, ces: 7 } as const;
type Score = keyof typeof widest;

/**
 * Surveys that were published under another name, which is gone, with the figures that fewer than `suppressBelow` further respondents
 * can have made of them: name → name before. Another year's survey is that near in every item by rare chance; then it is
 * withheld for nothing, once.
 */
function renamedSurveys(
  surveys: readonly string[],
  items: readonly ItemResult[],
  before: PublishedAnswers,
  suppressBelow: number,
): ReadonlyMap<string, string> {
  const known = new Set(before.items.map(({ survey }) => survey));
  const gone = [...known].filter((survey) => !surveys.includes(survey));
  const renamed = new Map<string, string>();
  for (const survey of surveys.filter((one) => !known.has(one))) {
    const own = items.filter((one) => one.survey === survey && one.favourable !== null);
    const former = gone.find((name) => {
      const earlier = new Map(
        before.items.flatMap((one) => (one.survey === name ? [[one.itemId, one] as const] : [])),
      );
      const shared = own.filter(({ itemId }) => (earlier.get(itemId)?.favourable ?? null) !== null);
      return (
        shared.length > 0 &&
        shared.every((one) => isGrown(one, earlier.get(one.itemId), suppressBelow))
      );
    });
    if (former !== undefined) renamed.set(survey, former);
  }
  return renamed;
}

function isGrown(item: ItemResult, before: ItemResult | undefined, suppressBelow: number): boolean {
  if (before === undefined || !differsByFew(item.n, before.n, suppressBelow)) return false;
  const few = Math.abs(item.n - before.n);
  return (["favourable", "unfavourable"] as const).every((side) => {
    const more = answersOf(item[side]) - answersOf(before[side]);
    return Math.abs(more) <= few && Math.sign(more) !== -Math.sign(item.n - before.n);
  });
}

function answersOf(share: ItemResult["favourable"]): number {
  return share === null ? 0 : Math.round(share.value * share.n);
}

/**
 * The items, each as it was published last where fewer than `suppressBelow` have answered since, under whatever name: beside the
 * earlier report the new figure would tell what those few answered.
 */
export function sinceItems(
  items: readonly ItemResult[],
  before: PublishedAnswers | null,
  suppressBelow: number,
  surveys: readonly string[],
): ItemResult[] {
  if (before === null) return [...items];
  const renamed = renamedSurveys(surveys, items, before, suppressBelow);
  const published = new Map(before.items.map((one) => [keyOf(one), one]));
  return items.map((item) => {
    const earlier = published.get(
      keyOf({ ...item, survey: renamed.get(item.survey) ?? item.survey }),
    );
    if (earlier === undefined) return item;
    if (differsByFew(item.n, earlier.n, suppressBelow)) return { ...earlier, survey: item.survey };
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
  kind: Score,
  { score, before }: { readonly score: ScoreResult | null; readonly before: ScoreResult | null },
  suppressBelow: number,
  surveys: readonly string[],
): ScoreResult | null {
  if (score === null || before === null || !differsByFew(score.n, before.n, suppressBelow))
    return score;
  if (score.survey === before.survey) return before;
  const moved = Math.abs(score.value * score.n - before.value * before.n);
  // Values are rounded.
  const most = widest[kind] * Math.abs(score.n - before.n) + score.n;
  const isRenamed = !surveys.includes(before.survey) && moved <= most;
  return isRenamed ? { ...before, survey: score.survey } : score;
}

function keyOf({ survey, itemId }: Pick<ItemResult, "survey" | "itemId">): string {
  return `${survey}\n${itemId}`;
}
