import { append } from "#kernel/lists-by-key.ts";
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

/** By fewer shared items two people often answer alike. */
const fewestTelling = 3;

/**
 * Surveys that another one repeats with fewer than `suppressBelow` respondents of its own, by the items that both ask: exports of
 * one survey on two days, also with a question more or an answer mended. The difference of their figures would be what those
 * few answered. Of two of one size the earlier is withheld.
 */
export function repeatedSurveys(
  surveys: readonly SurveyFile[],
  suppressBelow: number,
): ReadonlySet<SurveyFile> {
  const items = new Map(
    surveys.map((one) => [one, new Set(one.answers.map((answer) => answer.item))]),
  );
  const repeated = new Set<SurveyFile>();
  for (const [place, one] of surveys.entries())
    for (const other of surveys.slice(place + 1)) {
      const shared = [...(items.get(one) ?? [])].filter((item) => items.get(other)?.has(item));
      const [mine, theirs] = [rowsOf(one, shared), rowsOf(other, shared)];
      const common = commonRows(mine, theirs);
      const own = [sizeOf(mine) - common, sizeOf(theirs) - common] as const;
      const isWithin = own.includes(0) || shared.length >= fewestTelling;
      const few = Math.max(...own);
      if (common < few || few === 0 || few >= suppressBelow || !isWithin) continue;
      repeated.add(own[0] > own[1] ? other : one);
    }
  return repeated;
}

type Rows = ReadonlyMap<string, number>;

/** How often each row of answers to the items was given, whoever gave it. */
function rowsOf({ answers }: SurveyFile, items: readonly string[]): Rows {
  const asked = new Set(items);
  const byRespondent = new Map<number, string[]>();
  for (const { respondent, item, value } of answers)
    if (asked.has(item)) append(byRespondent, respondent, `${item}=${String(value)}`);
  const counts = new Map<string, number>();
  for (const row of byRespondent.values()) {
    const key = row.sort().join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(rows: Rows): number {
  return [...rows.values()].reduce((sum, count) => sum + count, 0);
}

function commonRows(one: Rows, other: Rows): number {
  return [...one].reduce((sum, [row, count]) => sum + Math.min(count, other.get(row) ?? 0), 0);
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
    const byTeam = sinceTeams(item.byTeam, earlier.byTeam, suppressBelow);
    const withheldCount = item.byTeam.length - byTeam.length;
    const suppressedTeamsCount = item.suppressedTeamsCount + withheldCount;
    return { ...item, byTeam, suppressedTeamsCount };
  });
}

type OfTeam = ItemResult["byTeam"][number];

/** A team as it was published; one that is new, where it may be a former one under another name with few more, is withheld. */
function sinceTeams(
  teams: readonly OfTeam[],
  before: readonly OfTeam[],
  suppressBelow: number,
): OfTeam[] {
  const published = new Map(before.map((one) => [one.team, one]));
  const named = new Set(teams.map((one) => one.team));
  const gone = before.filter((one) => !named.has(one.team));
  return teams.flatMap((one) => {
    const known = published.get(one.team);
    if (known === undefined) {
      const isRenamed = gone.some((former) => isGrownShare(one, former, suppressBelow));
      return isRenamed ? [] : [one];
    }
    return differsByFew(one.favourable.n, known.favourable.n, suppressBelow) ? [known] : [one];
  });
}

function isGrownShare(team: OfTeam, former: OfTeam, suppressBelow: number): boolean {
  const [now, then] = [team.favourable, former.favourable];
  if (!differsByFew(now.n, then.n, suppressBelow)) return false;
  const more = answersOf(now) - answersOf(then);
  const few = now.n - then.n;
  return Math.abs(more) <= Math.abs(few) && Math.sign(more) !== -Math.sign(few);
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
