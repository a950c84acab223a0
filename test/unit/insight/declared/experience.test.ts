import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DemandRequest, SurveyAnswer, SurveyFile } from "#evidence/declared.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessExperience } from "#insight/experience/assess-experience.ts";
import type { ExperienceResult } from "#insight/experience/result.ts";
import { shownTeams } from "#insight/experience/survey-items.ts";
import { netPromoterScore } from "#insight/experience/survey-scores.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "../adoption/bakery.ts";

const answers = (
  item: string,
  byTeam: Readonly<Record<string, readonly number[]>>,
): SurveyAnswer[] =>
  Object.entries(byTeam).flatMap(([team, values]) =>
    values.map((value, index) => ({
      survey: "spring",
      respondent: index,
      team,
      at: on("2024-04-01"),
      item,
      value,
    })),
  );

const survey = (list: readonly SurveyAnswer[]): SurveyFile => ({
  survey: "spring",
  file: "spring.csv",
  respondentsCount: list.length,
  answers: list,
});

const assess = (more: Partial<Parameters<typeof assessExperience>[0]> = {}) => {
  const organisation = more.organisation ?? bakery({});
  return assessExperience({
    organisation,
    adoption: assessAdoption(organisation),
    surveys: [],
    invited: new Map(),
    requests: null,
    ...more,
  });
};

describe("surveys", () => {
  test("requests are none where a list has none, and unknown where no list is fed in", () => {
    expect(assess({ requests: [] }).requestsCount).toBe(0);
    expect(assess().requestsCount).toBeNull();
    expect(assess().unknown.map(({ field }) => field)).toContain("requestsCount");
  });

  test("NPS by its definition", () => {
    expect(netPromoterScore("s", [10, 9, 8, 7, 6, 0, 10, 10, 3, 9]).value).toBe(20);
  });

  test("favourable and by team, withheld where few answered", () => {
    const list = answers("tools-keep-up", {
      rye: [5, 4, 4, 2, 1],
      spelt: [1, 1, 2],
      oat: [3, 3, 4, 4, 5, 5],
    });
    const { items, surveys } = assess({
      surveys: [survey(list)],
      invited: new Map([["spring", 28]]),
    });
    expect(items[0]?.favourable).toMatchObject({ value: 0.5, n: 14 });
    // Three of spelt could be worked out from the whole less the two others: the smaller one is withheld as well.
    expect(items[0]?.byTeam.map((one) => one.team)).toEqual(["oat"]);
    expect(items[0]?.suppressedTeamsCount).toBe(2);
    expect(surveys[0]?.responseRate).toBe(0.5);
  });

  test("three answers are suppressed whole", () => {
    const { items, nps } = assess({
      surveys: [
        survey([
          ...answers("tools-keep-up", { rye: [5, 4, 4] }),
          ...answers("nps", { rye: [9, 9, 9] }),
        ]),
      ],
    });
    expect(items[0]).toMatchObject({ favourable: null, mean: null, n: 0, byTeam: [] });
    expect(nps).toBeNull();
  });

  test("what is shown never leaves fewer than five to be worked out", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 9 }), (counts, nowhere) => {
        const mixed = (count: number) => Array.from({ length: count }, (_, at) => 3 + (at % 2));
        const teams = new Map(counts.map((count, index) => [`t${String(index)}`, mixed(count)]));
        const shown = shownTeams(teams, mixed(nowhere), 5);
        const total = counts.reduce((sum, count) => sum + count, nowhere);
        const rest = total - shown.reduce((sum, team) => sum + (teams.get(team)?.length ?? 0), 0);
        for (const team of shown) expect(teams.get(team)!.length).toBeGreaterThanOrEqual(5);
        if (shown.length > 0) expect(rest === 0 || rest >= 5).toBe(true);
      }),
    );
  });
});

describe("what would tell what single people answered", () => {
  const item = "tools-keep-up";
  const named = (name: string, list: readonly SurveyAnswer[]): SurveyFile => ({
    ...survey(list.map((one, respondent) => ({ ...one, survey: name, respondent }))),
    survey: name,
  });
  const five = answers(item, { rye: [5, 4, 4, 2, 1] });
  const six = [...five, ...answers(item, { oat: [1] })];

  test("is withheld where all answered alike, whole, by team and as the rest of the others", () => {
    const alike = answers(item, { rye: [5, 4, 4, 5, 5], oat: [4, 4, 4, 4, 4] });
    expect(assess({ surveys: [survey(alike)] }).items[0]).toMatchObject({ favourable: null, n: 0 });
    const mixed = answers(item, {
      rye: [5, 4, 4, 5, 5],
      oat: [4, 4, 1, 4, 1, 3],
      pie: [5, 1, 2, 5, 3, 3, 1],
    });
    const [found] = assess({ surveys: [survey(mixed)] }).items;
    expect(found?.favourable?.n).toBe(18);
    // All of rye agree: oat stays away with it, or the whole less oat and pie would say so.
    expect(found?.byTeam.map(({ team }) => team)).toEqual(["pie"]);
    const scores = [
      ...answers("nps", { rye: [9, 10, 9, 10, 9] }),
      ...answers("csat", { rye: [1, 2, 3, 1, 2] }),
      ...answers("ces", { rye: [7, 7, 7, 7, 7] }),
    ];
    expect(assess({ surveys: [survey(scores)] })).toMatchObject({
      nps: null,
      csat: null,
      ces: null,
    });
  });

  test("is withheld where a survey is given again with one more", () => {
    const { items } = assess({ surveys: [named("march", five), named("april", six)] });
    expect(items.map((one) => [one.survey, one.n])).toEqual([
      ["march", 0],
      ["april", 6],
    ]);
    const others = answers(item, { rye: [2, 2, 5, 5, 3] });
    const apart = assess({ surveys: [named("march", others), named("april", six)] });
    expect(apart.items.map((one) => one.n)).toEqual([5, 6]);
  });

  /** Answers of each respondent, a column for each item. */
  const sheet = (name: string, rows: readonly (readonly number[])[]): SurveyFile => ({
    survey: name,
    file: "sheet.csv",
    respondentsCount: rows.length,
    answers: rows.flatMap((row, respondent) =>
      row.map((value, column) => ({
        survey: name,
        respondent,
        team: null,
        at: null,
        item: ["tools-keep-up", "builds-quick", "release-easy", "docs-findable"][column] ?? "",
        value,
      })),
    ),
  });
  const rows = [
    [5, 2, 3],
    [4, 1, 2],
    [2, 5, 4],
    [1, 1, 5],
    [3, 4, 1],
    [2, 2, 2],
  ];
  const shownIn = (surveys: readonly SurveyFile[]) => [
    ...new Set(assess({ surveys }).items.flatMap((one) => (one.n === 0 ? [] : [one.survey]))),
  ];

  test("is withheld where a survey is given again with one more and a further question", () => {
    const asked = [...rows.map((row) => [...row, 4]), [1, 1, 1, 2]];
    expect(shownIn([sheet("march", rows), sheet("april", asked)])).toEqual(["april"]);
    expect(shownIn([sheet("april", asked), sheet("march", rows)])).toEqual(["april"]);
  });

  test("is withheld where a survey is given again with an answer mended", () => {
    const mended = [...rows.slice(1), [5, 2, 1]];
    expect(shownIn([sheet("march", rows), sheet("april", mended)])).toEqual(["april"]);
    const others = rows.map((row) => row.map((value) => 6 - value));
    expect(shownIn([sheet("march", rows), sheet("april", others)])).toEqual(["march", "april"]);
  });

  test("is withheld for a team that may be a former one under another name", () => {
    const byTeam = (
      teams: Readonly<Record<string, readonly number[]>>,
      published?: ExperienceResult,
    ) =>
      assess({
        surveys: [named("spring", answers(item, teams))],
        ...(published === undefined ? {} : { published }),
      });
    const pie = [5, 1, 2, 5, 3, 3, 1];
    const first = byTeam({ rye: [5, 4, 4, 2, 1, 3], pie });
    expect(first.items[0]?.byTeam.map(({ team }) => team)).toEqual(["pie", "rye"]);
    const later = [...pie, 5, 5, 1, 1, 2];
    const renamed = byTeam({ wheat: [5, 4, 4, 2, 1, 3, 5], pie: later }, first);
    expect(renamed.items[0]?.byTeam.map(({ team }) => team)).toEqual(["pie"]);
    expect(renamed.items[0]?.suppressedTeamsCount).toBe(1);
    const other = byTeam({ wheat: [1, 1, 1, 1, 1, 2, 5], pie: later }, first);
    expect(other.items[0]?.byTeam.map(({ team }) => team)).toEqual(["pie", "wheat"]);
  });

  test("stays as the last report had it until five more have answered", () => {
    const scored = (list: readonly number[]) => answers("csat", { rye: list });
    const first = assess({ surveys: [named("spring", [...five, ...scored([5, 4, 1, 2, 3])])] });
    const oneMore = [...six, ...scored([5, 4, 1, 2, 3, 5])];
    const second = assess({ surveys: [named("spring", oneMore)], published: first });
    expect(second.items).toEqual(first.items);
    expect(second.csat).toEqual(first.csat);
    const third = assess({ surveys: [named("spring", oneMore)], published: second });
    expect(third.items[0]?.n).toBe(5);
    const ten = answers(item, { rye: [5, 4, 4, 2, 1, 1], oat: [2, 4, 5, 3, 1] });
    const later = assess({ surveys: [named("spring", ten)], published: third });
    expect(later.items[0]?.n).toBe(11);
    // Of rye one more has answered since: its figure stays.
    expect(later.items[0]?.byTeam.find(({ team }) => team === "rye")?.favourable.n ?? 5).toBe(5);
  });

  test("is not told by a survey under another name either", () => {
    const scored = (list: readonly number[]) => answers("nps", { rye: list });
    const first = assess({ surveys: [named("spring", [...five, ...scored([9, 4, 1, 2, 3])])] });
    const oneMore = [...six, ...scored([9, 4, 1, 2, 3, 10])];
    const second = assess({ surveys: [named("spring, closed", oneMore)], published: first });
    expect([second.items[0]?.n, second.items[0]?.mean]).toEqual([5, first.items[0]?.mean]);
    expect([second.nps?.n, second.nps?.value]).toEqual([5, first.nps?.value]);
    // Nor where both are given, of which the first was published.
    const both = [named("spring", [...five, ...scored([9, 4, 1, 2, 3])]), named("april", oneMore)];
    const beside = assess({ surveys: both, published: first });
    expect(beside.items.map((one) => [one.survey, one.n])).toEqual([
      ["spring", 0],
      ["april", 5],
    ]);
    expect([beside.nps?.n, beside.nps?.value]).toEqual([5, first.nps?.value]);
    // Answered otherwise by many: a survey of its own.
    const others = answers(item, { rye: [1, 1, 2, 1, 1, 4] });
    const autumn = assess({ surveys: [named("autumn", others)], published: first });
    expect(autumn.items[0]?.n).toBe(6);
    // Beside the old one it is compared by its answers.
    const apart = [named("spring", five), named("autumn", others)];
    expect(assess({ surveys: apart, published: first }).items.map(({ n }) => n)).toContain(6);
  });

  test("is no more exact than it need be", () => {
    const list = answers(item, { rye: [5, 4, 4, 2, 1, 1, 3] });
    const [found] = assess({ surveys: [survey(list)] }).items;
    expect([found?.favourable?.value, found?.mean]).toEqual([0.43, 2.9]);
  });
});

describe("requests and first uses", () => {
  const request = (opened: string, more: Partial<DemandRequest> = {}): DemandRequest => ({
    id: opened,
    title: "quicker ovens",
    kind: "tooling",
    team: "rye",
    about: null,
    openedAt: on(opened),
    answeredAt: null,
    closedAt: null,
    where: { file: "r.csv", line: 2 },
    ...more,
  });

  test("open ages and answers, by kind", () => {
    const { requests } = assess({
      requests: [
        request("2024-12-02"),
        request("2024-12-12", { answeredAt: on("2024-12-16"), closedAt: on("2024-12-20") }),
      ],
    });
    expect(requests).toEqual([
      {
        kind: "tooling",
        count: 2,
        openCount: 1,
        openAgeP50: asOf - on("2024-12-02"),
        answerP50: 4 * DAY,
        answeredCount: 1,
      },
    ]);
  });

  test("from birth to the first use of what was there; templates apart", () => {
    const born = (date: string) => ({ born: { commit: "b", at: on(date) } });
    const organisation = bakery({
      components: [
        shop("oven"),
        shop("rye", born("2021-01-01")),
        shop("oat", born("2021-01-01")),
        shop("pie", born("2016-01-01")),
      ],
      capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2020-01-01")] })],
      consumptions: [
        use("rye", "oven-kit", "2021-01-31"),
        use("oat", "oven-kit", "2021-01-01", null, { openedBy: "template" }),
        use("pie", "oven-kit", "2021-01-31"),
      ],
    });
    const found = assess({ organisation });
    expect(found.timeToFirstUseDays).toEqual({ p50: 30, p85: null, n: 1 });
    expect(found.bornWithCount).toBe(1);
    // What opens are the uses that are counted, and then those of the other count.
    const opened = found.evidence.map(({ repositoryId }) => repositoryId);
    expect(opened.slice(0, 2)).toEqual(["repository:rye", "repository:oat"]);
  });

  test("most is said of uses only where enough of them are known", () => {
    const [whole] = assessAdoption(bakery({ capabilities: [kit("oven-kit")] }));
    const mostly = (chosen: number, captive: number, unknown: number) => {
      const found = assess({ adoption: [{ ...whole!, choice: { chosen, captive, unknown } }] });
      const why = found.unknown.find(({ field }) => field === "isMostlyCaptive");
      return [found.isMostlyCaptive, why?.reason];
    };
    expect(mostly(3, 9, 10)).toEqual([true, undefined]);
    expect(mostly(9, 3, 10)).toEqual([false, undefined]);
    expect(mostly(0, 1, 0)).toEqual([
      null,
      "of 1 uses 1 are known to have had an alternative or none: too few to speak for all",
    ]);
    expect(mostly(13, 5, 301)).toEqual([
      null,
      "of 319 uses 18 are known to have had an alternative or none: too few to speak for all",
    ]);
    expect(mostly(0, 0, 4)[0]).toBeNull();
  });

  test("a later use is no first one where the first cannot be told", () => {
    const born = (date: string) => ({ born: { commit: "b", at: on(date) } });
    const kitchen = { repositoryId: "repository:kitchen" };
    const organisation = bakery({
      components: [
        shop("oven"),
        // Its history came from elsewhere.
        shop("rye", born("2021-01-01")),
        // Handed its use to bun, which took it up in the commit that ended it.
        shop("oat", { ...kitchen, ...born("2021-01-01"), path: "oat" }),
        shop("bun", { ...kitchen, ...born("2021-06-01"), path: "bun" }),
        // Used the kit before it was released under its present name.
        shop("pie", born("2018-01-01")),
        shop("roll", born("2021-01-01")),
      ],
      capabilities: [
        kit("oven-kit", { releases: [release("1.0.0", "2020-01-01")] }),
        kit("dough-kit", { releases: [release("1.0.0", "2015-01-01")] }),
      ],
      consumptions: [
        use("rye", "oven-kit", "2020-06-01"),
        use("rye", "dough-kit", "2023-01-01"),
        use("oat", "oven-kit", "2021-01-01", "2021-06-01", {
          openedBy: "template",
          to: { commit: "bun 2021-06-01", at: on("2021-06-01") },
        }),
        use("oat", "dough-kit", "2023-01-01"),
        use("bun", "oven-kit", "2021-06-01"),
        use("pie", "oven-kit", "2018-02-01"),
        use("pie", "dough-kit", "2023-01-01"),
        use("roll", "oven-kit", "2021-01-11"),
        use("roll", "dough-kit", "2023-01-01"),
      ],
    });
    expect(assess({ organisation }).timeToFirstUseDays).toEqual({ p50: 10, p85: null, n: 1 });
  });

  test("uses by examples and by tests are no first use", () => {
    const born = { born: { commit: "b", at: on("2021-01-01") } };
    const organisation = bakery({
      components: [
        shop("oven"),
        shop("rye", born),
        shop("oat", { ...born, surface: [{ mark: "sample", text: "example", count: 1 }] }),
        shop("pie", born),
      ],
      capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2020-01-01")] })],
      consumptions: [
        use("rye", "oven-kit", "2021-01-02", null, { scope: "test" }),
        use("rye", "oven-kit", "2021-01-31", null, { scope: "runtime" }),
        use("oat", "oven-kit", "2021-03-01"),
        use("pie", "oven-kit", "2024-01-01", null, { scope: "test" }),
      ],
    });
    expect(assess({ organisation }).timeToFirstUseDays).toEqual({ p50: 30, p85: null, n: 1 });
  });
});
